import { NumberInput, Switch } from '@mantine/core';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { practiceQuery, queryClient, usePractice } from '../api/queries.ts';
import { ErrorPanel } from '../errors/error-panel.tsx';
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
    <Section title="Practice service">
      <Row
        label="Run the practice service"
        hint={
          status.status === 'running' ? (
            <>
              <span className="mono">{status.origin}</span>, log in as{' '}
              <span className="mono">{status.account.username}</span> with the password{' '}
              <span className="mono">{status.account.password}</span>
            </>
          ) : (
            'Try everything with a service on this computer, without registering anywhere.'
          )
        }
      >
        <Switch
          aria-label="Run the practice service"
          checked={isOn}
          disabled={busy || status.status === 'starting'}
          onChange={() => void change(isOn ? 'practice.stop' : 'practice.start')}
        />
      </Row>
      {status.status === 'running' ? (
        <Row label="Its tokens last" hint="Applies to new tokens. Choose a short time to watch a token renew.">
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
      aria-label="Lifetime of practice tokens, in seconds"
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
