import { Button, TextInput } from '@mantine/core';
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
  if (vault === undefined) return null;

  const giveKey = async (): Promise<void> => {
    try {
      await call('vault.useKey', { passphrase });
      setPassphrase('');
      setProblem(null);
      toast('Your secrets are encrypted with your key.');
      for (const { queryKey } of [infoQuery, connectionsQuery, resourcesQuery])
        await queryClient.invalidateQueries({ queryKey });
    } catch (error) {
      setProblem(adviceFor(reportOf(error)).meaning);
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
          <TextInput
            type="password"
            aria-label="Key"
            placeholder={vault.status === 'locked' ? 'The key that you gave before' : 'A long passphrase'}
            value={passphrase}
            error={problem}
            autoComplete="off"
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <Button type="submit" disabled={passphrase === ''}>
            {vault.status === 'locked' ? 'Unlock' : 'Encrypt with this key'}
          </Button>
        </form>
      ) : null}
    </Section>
  );
}
