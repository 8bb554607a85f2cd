import { expect, it, vi } from 'vitest';
import { readableSecrets, saveTypedSecrets } from '../../../app/vault/owned-secrets.ts';
import type { Vault } from '../../../app/vault/vault.ts';
import { sessionVault } from './session-vault.ts';

it('writes what was typed, removes what was emptied, and keeps what was not touched', async () => {
  const vault = await sessionVault();
  for (const name of ['kept', 'changed', 'emptied', 'removed']) vault.write('a', name, 'old');
  saveTypedSecrets(vault, 'a', { changed: 'new', emptied: '', removed: null, added: 'first' });
  expect(readableSecrets(vault, 'a', ['kept', 'changed', 'emptied', 'removed', 'added'])).toStrictEqual({
    kept: 'old',
    changed: 'new',
    added: 'first',
  });
});

it('writes nothing anew that is the same already', async () => {
  const vault = await sessionVault();
  vault.write('a', 'x', 'same');
  const write = vi.spyOn(vault, 'write');
  saveTypedSecrets(vault, 'a', { x: 'same' });
  expect(write).not.toHaveBeenCalled();
});

it('lets the user type a secret again that cannot be read', async () => {
  const vault = await sessionVault();
  const broken: Vault = {
    ...vault,
    read: () => {
      throw new Error('damaged');
    },
  };
  saveTypedSecrets(broken, 'a', { x: 'again' });
  expect(vault.read('a', 'x')).toBe('again');
  expect(readableSecrets(broken, 'a', ['x'])).toEqual({});
});
