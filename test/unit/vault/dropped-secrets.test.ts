import { expect, it } from 'vitest';
import { createDroppedSecrets } from '../../../app/vault/dropped-secrets.ts';
import { sessionVault } from './session-vault.ts';

it('brings back once what was dropped, of that owner and name alone', async () => {
  const vault = await sessionVault();
  const dropped = createDroppedSecrets(vault);
  for (const [owner, name] of [
    ['a', 'x'],
    ['a', 'y'],
    ['b', 'x'],
  ] as const) {
    vault.write(owner, name, `${owner}${name}`);
    dropped.drop(owner, name);
    expect(vault.has(owner, name)).toBe(false);
  }
  dropped.bringBack('a', 'x');
  expect(vault.read('a', 'x')).toBe('ax');
  expect([vault.has('a', 'y'), vault.has('b', 'x')]).toEqual([false, false]);
  vault.remove('a', 'x');
  dropped.bringBack('a', 'x');
  expect(vault.has('a', 'x')).toBe(false);
});

it('does not replace what was typed since', async () => {
  const vault = await sessionVault();
  const dropped = createDroppedSecrets(vault);
  vault.write('a', 'x', 'old');
  dropped.drop('a', 'x');
  vault.write('a', 'x', 'new');
  dropped.bringBack('a', 'x');
  expect(vault.read('a', 'x')).toBe('new');
});

it('keeps what can be brought back when there is nothing more to drop', async () => {
  const vault = await sessionVault();
  const dropped = createDroppedSecrets(vault);
  dropped.bringBack('a', 'never');
  vault.write('a', 'x', 'one');
  dropped.drop('a', 'x');
  dropped.drop('a', 'x');
  dropped.bringBack('a', 'x');
  expect(vault.read('a', 'x')).toBe('one');
});
