import { NumberInput, Switch } from '@mantine/core';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { practiceQuery, queryClient, usePractice } from '../api/queries.ts';
import { ErrorPanel } from '../errors/error-panel.tsx';
import { rich } from '../messages/rich.ts';
import { text } from '../messages/text.ts';
import { toastError } from '../notices/toast.tsx';
import { Row, Section } from './section.tsx';

/** The practice service: on or off, and how long its tokens last, to watch one renew. */
export function PracticeSettings() {
  const status = usePractice();
  const [busy, setBusy] = useState(false);
  if (status === undefined) return null;

  const change = async (name: 'practice.start' | 'practice.stop'): Promise<void> => {
    setBusy(true);
    try {
      queryClient.setQueryData(practiceQuery.queryKey, await call(name, {}));
    } catch (error) {
      toastError(error);
    }
    setBusy(false);
  };
  const isOn = status.status === 'running' || status.status === 'starting';

  return (
    <Section title={text('settings.practice')}>
      <Row
        label={text('settings.practice.run')}
        hintId="practice-hint"
        hint={
          status.status === 'running'
            ? rich('settings.practice.account', {
                origin: status.origin,
                username: status.account.username,
                password: status.account.password,
                mono: (chunks) => <span className="mono">{chunks}</span>,
              })
            : text('settings.practice.hint')
        }
      >
        <Switch
          aria-label={text('settings.practice.run')}
          aria-describedby="practice-hint"
          checked={isOn}
          disabled={busy || status.status === 'starting'}
          onChange={() => void change(isOn ? 'practice.stop' : 'practice.start')}
        />
      </Row>
      {status.status === 'running' ? (
        <Row label={text('settings.practice.lifetime')} hint={text('settings.practice.lifetime.hint')}>
          <Lifetime key={status.tokenLifetimeSeconds} seconds={status.tokenLifetimeSeconds} />
        </Row>
      ) : null}
      {status.status === 'failed' ? (
        <ErrorPanel error={status.error} actions={{ try_again: () => void change('practice.start') }} />
      ) : null}
    </Section>
  );
}

function Lifetime({ seconds }: { seconds: number }) {
  const [typed, setTyped] = useState<string | number>(seconds);
  return (
    <NumberInput
      aria-label={text('settings.practice.lifetime.field')}
      aria-description={text('settings.practice.lifetime.hint')}
      value={typed}
      min={1}
      max={86_400}
      suffix=" s"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      w={104}
      onChange={setTyped}
      onBlur={async () => {
        if (typeof typed !== 'number' || typed === seconds) return setTyped(seconds);
        try {
          const status = await call('practice.setTokenLifetime', { seconds: Math.max(1, Math.min(typed, 86_400)) });
          queryClient.setQueryData(practiceQuery.queryKey, status);
        } catch (error) {
          toastError(error);
        }
      }}
    />
  );
}
