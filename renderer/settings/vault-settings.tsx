import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { VaultStatusView } from '../../app/shared/contract/app.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import type { Message } from '../../app/shared/messages/message.ts';
import { call, reportOf } from '../api/client.ts';
import { connectionsQuery, infoQuery, queryClient, resourcesQuery, useInfo } from '../api/queries.ts';
import { confirm, useWindow } from '../common/window-state.ts';
import { adviceFor } from '../errors/advice.ts';
import { message, text, textOf } from '../messages/text.ts';
import { toast } from '../notices/toast.tsx';
import { Row, Section } from './section.tsx';
import classes from './settings-dialog.module.css';

/** The minimum length of a new passphrase; an existing one may be shorter. */
const shortestKey = 12;

function explanation(vault: VaultStatusView): string {
  switch (vault.status) {
    case 'keychain':
      return text('settings.vault.keychain.hint');
    case 'key':
      return text(`settings.vault.key.hint.${vault.source}`);
    case 'opening':
      return text('settings.vault.opening.hint');
    case 'session':
      return text('settings.vault.session.hint', { reason: vault.reason });
    case 'locked':
      return textOf(vault.reason);
  }
}

type Problem = 'tooShort' | 'differs' | ErrorReport;

function problemText(problem: Problem): string {
  if (problem === 'tooShort') return text('settings.vault.passphrase.tooShort', { length: shortestKey });
  return problem === 'differs' ? text('settings.vault.repeated.differs') : adviceFor(problem).meaning;
}

/** How secrets are stored, and the user's passphrase if the system has no keychain. */
export function VaultSettings() {
  const vault = useInfo()?.vault;
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isWanted = useWindow(({ overlay }) => overlay?.kind === 'settings' && overlay.section === 'secrets');
  if (vault === undefined) return null;
  const isNew = vault.status === 'session';

  const giveKey = async (): Promise<void> => {
    if (isNew && passphrase.length < shortestKey) {
      setProblem('tooShort');
      return;
    }
    if (isNew && passphrase !== repeated) {
      setProblem('differs');
      return;
    }
    await change(() => call('vault.useKey', { passphrase }), message('settings.vault.encrypted'));
  };
  const change = async (work: () => Promise<unknown>, done: Message): Promise<void> => {
    setBusy(true);
    try {
      await work();
      setPassphrase('');
      setRepeated('');
      setProblem(null);
      toast(textOf(done));
      for (const { queryKey } of [infoQuery, connectionsQuery, resourcesQuery])
        await queryClient.invalidateQueries({ queryKey });
    } catch (error) {
      setProblem(reportOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Section title={text('settings.vault')}>
      <Row label={text(`settings.vault.${vault.status}`)} hint={explanation(vault)}>
        {null}
      </Row>
      {vault.status === 'session' || vault.status === 'locked' ? (
        <form
          className={classes.key}
          onSubmit={(event) => {
            event.preventDefault();
            if (passphrase !== '') void giveKey();
          }}
        >
          <div className={classes.passphrase}>
            <PasswordInput
              aria-label={text('settings.vault.passphrase')}
              description={
                isNew
                  ? text('settings.vault.passphrase.new.hint', { length: shortestKey })
                  : text('settings.vault.passphrase.known.hint')
              }
              // Mantine's focus trap looks for it as the dialog opens.
              data-autofocus={isWanted || vault.status === 'locked' || undefined}
              visibilityToggleButtonProps={{ 'aria-label': text('settings.vault.passphrase.show') }}
              placeholder={text(isNew ? 'settings.vault.passphrase.new' : 'settings.vault.passphrase.known')}
              value={passphrase}
              error={problem === null ? null : problemText(problem)}
              aria-invalid={problem !== null}
              autoComplete="off"
              onChange={(event) => setPassphrase(event.currentTarget.value)}
            />
            {isNew ? (
              <PasswordInput
                aria-label={text('settings.vault.repeated')}
                description={text('settings.vault.repeated.hint')}
                visibilityToggleButtonProps={{ 'aria-label': text('settings.vault.repeated.show') }}
                placeholder={text('settings.vault.repeated.placeholder')}
                value={repeated}
                autoComplete="off"
                onChange={(event) => setRepeated(event.currentTarget.value)}
              />
            ) : null}
          </div>
          <Button type="submit" disabled={passphrase === '' || (isNew && repeated === '')} loading={isBusy}>
            {text(isNew ? 'settings.vault.set' : 'settings.vault.unlock')}
          </Button>
        </form>
      ) : null}
      {vault.status === 'locked' ? (
        <Row label={text('settings.vault.forgot')} hint={text('settings.vault.forgot.hint')}>
          <Button
            variant="default"
            disabled={isBusy}
            onClick={() =>
              confirm({
                title: () => text('settings.vault.reset.title'),
                text: () => text('settings.vault.reset.text'),
                confirmLabel: () => text('settings.vault.reset.confirm'),
                onConfirm: () => void change(() => call('vault.reset', {}), message('settings.vault.reset.done')),
              })
            }
          >
            {text('settings.vault.reset')}
          </Button>
        </Row>
      ) : null}
    </Section>
  );
}
