import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { VaultStatusView } from '../../app/shared/contract/app.ts';
import { call, reportOf } from '../api/client.ts';
import { connectionsQuery, infoQuery, queryClient, resourcesQuery, useInfo } from '../api/queries.ts';
import { confirm, useWindow } from '../common/window-state.ts';
import { adviceFor } from '../errors/advice.ts';
import { toast } from '../notices/toast.tsx';
import { Row, Section } from './section.tsx';
import classes from './settings-dialog.module.css';

const titles: Record<VaultStatusView['status'], string> = {
  keychain: 'Encrypted, key in your system’s keychain',
  key: 'Encrypted with your passphrase',
  opening: 'Opening your system’s keychain',
  session: 'Kept until Tokenboard closes',
  locked: 'Locked',
};

/** The minimum length of a new passphrase; an existing one may be shorter. */
const shortestKey = 12;

function explanation(vault: VaultStatusView): string {
  switch (vault.status) {
    case 'keychain':
      return 'Client secrets, passwords and tokens are stored in files that only this key decrypts (AES-256-GCM).';
    case 'key':
      return vault.source === 'environment'
        ? 'The passphrase comes from TOKENBOARD_KEY.'
        : 'Tokenboard asks for the passphrase at every start and never stores it.';
    case 'opening':
      return 'The keychain may ask for its password.';
    case 'session':
      return `${vault.reason} Set a passphrase to keep your secrets, encrypted.`;
    case 'locked':
      return vault.reason;
  }
}

/** How secrets are stored, and the user's passphrase if the system has no keychain. */
export function VaultSettings() {
  const vault = useInfo()?.vault;
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isWanted = useWindow(({ overlay }) => overlay?.kind === 'settings' && overlay.section === 'secrets');
  if (vault === undefined) return null;
  const isNew = vault.status === 'session';

  const giveKey = async (): Promise<void> => {
    if (isNew && passphrase.length < shortestKey) {
      setProblem(`Too short. Use at least ${shortestKey} characters, such as four words.`);
      return;
    }
    if (isNew && passphrase !== repeated) {
      setProblem('The two entries differ. Enter the same passphrase twice.');
      return;
    }
    await change(() => call('vault.useKey', { passphrase }), 'Your secrets are encrypted with your passphrase.');
  };
  const change = async (work: () => Promise<unknown>, done: string): Promise<void> => {
    setBusy(true);
    try {
      await work();
      setPassphrase('');
      setRepeated('');
      setProblem(null);
      toast(done);
      for (const { queryKey } of [infoQuery, connectionsQuery, resourcesQuery])
        await queryClient.invalidateQueries({ queryKey });
    } catch (error) {
      setProblem(adviceFor(reportOf(error)).meaning);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Section title="Secrets">
      <Row label={titles[vault.status]} hint={explanation(vault)}>
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
              aria-label="Passphrase"
              // Mantine's focus trap looks for it as the dialog opens.
              data-autofocus={isWanted || vault.status === 'locked' || undefined}
              visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase' }}
              placeholder={isNew ? 'A long passphrase' : 'Your passphrase'}
              value={passphrase}
              error={problem}
              aria-invalid={problem !== null}
              autoComplete="off"
              onChange={(event) => setPassphrase(event.currentTarget.value)}
            />
            {isNew ? (
              <PasswordInput
                aria-label="Passphrase again"
                visibilityToggleButtonProps={{ 'aria-label': 'Show the repeated passphrase' }}
                placeholder="Repeat the passphrase"
                value={repeated}
                autoComplete="off"
                onChange={(event) => setRepeated(event.currentTarget.value)}
              />
            ) : null}
          </div>
          <Button type="submit" disabled={passphrase === '' || (isNew && repeated === '')} loading={isBusy}>
            {isNew ? 'Set passphrase' : 'Unlock'}
          </Button>
        </form>
      ) : null}
      {vault.status === 'locked' ? (
        <Row
          label="Forgot the passphrase?"
          hint="Reset moves the encrypted secrets aside. Then enter client secrets and log in again. Resources and connections stay."
        >
          <Button
            variant="default"
            disabled={isBusy}
            onClick={() =>
              confirm({
                title: 'Reset stored secrets?',
                text: 'All stored client secrets, passwords and tokens become unusable. Every connection needs a new login.',
                confirmLabel: 'Reset',
                onConfirm: () => void change(() => call('vault.reset', {}), 'The stored secrets were moved aside.'),
              })
            }
          >
            Reset…
          </Button>
        </Row>
      ) : null}
    </Section>
  );
}
