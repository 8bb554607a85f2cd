import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { CallResponse } from '../../app/api/contract.ts';
import { call, reportOf } from '../api/client.ts';
import { connectionsQuery, infoQuery, queryClient, resourcesQuery, useInfo } from '../api/queries.ts';
import { adviceFor } from '../errors/advice.ts';
import { toast } from '../notices/toast.tsx';
import { Row, Section } from './section.tsx';
import classes from './settings-dialog.module.css';

type VaultStatus = CallResponse<'app.info'>['vault'];

const titles: Record<VaultStatus['status'], string> = {
  keychain: 'Encrypted, key in the keychain of your system',
  key: 'Encrypted with your key',
  opening: 'Opening the keychain of your system',
  session: 'Kept until Tokenboard closes',
  locked: 'Locked',
};

/** A new key: one that was given before may be shorter. */
const shortestKey = 12;

function explanation(vault: VaultStatus): string {
  switch (vault.status) {
    case 'keychain':
      return 'Client secrets, passwords and tokens rest in files that only this key opens (AES-256-GCM).';
    case 'key':
      return vault.source === 'environment'
        ? 'The key comes from TOKENBOARD_KEY.'
        : 'Tokenboard asks for the key when it starts: it is stored nowhere.';
    case 'opening':
      return 'The keychain may ask for its password.';
    case 'session':
      return `${vault.reason} Give a key, a long passphrase of your own, and they stay, encrypted.`;
    case 'locked':
      return vault.reason;
  }
}

/** Where secrets rest, and a key of the user's own where the system has no keychain. */
export function VaultSettings() {
  const vault = useInfo()?.vault;
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (vault === undefined) return null;

  const giveKey = async (): Promise<void> => {
    if (vault.status === 'session' && passphrase.length < shortestKey) {
      setProblem(`Too short to protect anything: ${shortestKey} characters at least, such as four words.`);
      return;
    }
    setBusy(true);
    try {
      await call('vault.useKey', { passphrase });
      setPassphrase('');
      setProblem(null);
      toast('Your secrets are encrypted with your key.');
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
          <PasswordInput
            aria-label="Key"
            visibilityToggleButtonProps={{ 'aria-label': 'Show the key' }}
            placeholder={vault.status === 'locked' ? 'The key that you gave before' : 'A long passphrase'}
            value={passphrase}
            error={problem}
            aria-invalid={problem !== null}
            autoComplete="off"
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <Button type="submit" disabled={passphrase === ''} loading={isBusy}>
            {vault.status === 'locked' ? 'Unlock' : 'Encrypt with this key'}
          </Button>
        </form>
      ) : null}
    </Section>
  );
}
