import { expect, it } from 'vitest';
import { enteredSecrets, readableEnteredSecrets } from '../../../app/connections/entered-secrets.ts';
import { VaultError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { connection } from '../../servers/items.ts';

const vault = (secrets: Record<string, string>, damaged: string[] = []) => ({
  read: (_id: string, name: string) => {
    if (damaged.includes(name)) throw new VaultError('vault.decrypt_failed', verbatim('damaged'));
    return secrets[name];
  },
});

it('takes a typed secret instead of the stored one', () => {
  const stored = vault({ clientSecret: 'old' });
  expect(enteredSecrets(stored, connection())).toEqual({ clientSecret: 'old' });
  expect(enteredSecrets(stored, connection(), { clientSecret: 'new' })).toEqual({ clientSecret: 'new' });
  expect(enteredSecrets(stored, connection(), { clientSecret: null })).toEqual({});
});

it('does not read a secret that was typed anew, so that a damaged one can be replaced', () => {
  const damaged = vault({}, ['clientSecret']);
  expect(enteredSecrets(damaged, connection(), { clientSecret: 'new' })).toEqual({ clientSecret: 'new' });
  expect(() => enteredSecrets(damaged, connection())).toThrow(
    expect.objectContaining({ code: 'vault.decrypt_failed' }),
  );
});

it('leaves out what cannot be read, where a request is worth a try without it', () => {
  expect(readableEnteredSecrets(vault({}, ['clientSecret']), connection())).toEqual({});
  expect(readableEnteredSecrets(vault({ clientSecret: 'hush' }), connection())).toEqual({ clientSecret: 'hush' });
});
