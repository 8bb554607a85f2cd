import { describe, expect, it } from 'vitest';
import { createTokenStore, readOrError } from '../../../app/connections/token-store.ts';
import { VaultError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import type { Vault } from '../../../app/vault/vault.ts';
import { sessionVault } from '../vault/session-vault.ts';

it('a refused token stays refused, also with a code that only another version has', () => {
  const stored = {
    accessToken: 'at-71',
    tokenType: 'Bearer',
    obtainedAt: 1,
    rejected: { code: 'token.code_of_the_future', message: verbatim('Log in again.') },
  };
  // The store reads one item of it.
  const vault = { read: () => JSON.stringify(stored) } as unknown as Vault;
  const read = createTokenStore(vault, { serviceMessage: (text) => text }).read('c');
  expect(read?.tokenSet.accessToken).toBe('at-71');
  expect(read?.rejected).toEqual({ code: 'token.invalid_grant', message: verbatim('Log in again.') });
});

const tokenSet = { accessToken: 'at', tokenType: 'Bearer', obtainedAt: 1 };
const masking = { serviceMessage: (text: string) => text.replaceAll('hush', '••••') };
async function stores() {
  const vault = await sessionVault();
  return { vault, tokens: createTokenStore(vault, masking) };
}

describe('a token set', () => {
  it('is in the vault once it is written, and read from memory until it is forgotten', async () => {
    const { vault, tokens } = await stores();
    expect([tokens.read('a'), tokens.has('a')]).toEqual([undefined, false]);
    tokens.write('a', { tokenSet });
    expect(JSON.parse(vault.read('a', 'tokenSet') ?? '')).toStrictEqual(tokenSet);
    vault.write('a', 'tokenSet', JSON.stringify({ ...tokenSet, accessToken: 'another process' }));
    expect(tokens.read('a')?.tokenSet.accessToken).toBe('at');
    expect(tokens.readAgain('a')?.tokenSet.accessToken).toBe('another process');
    expect(tokens.read('a')?.tokenSet.accessToken).toBe('another process');
    tokens.write('a', { tokenSet });
    vault.remove('a', 'tokenSet');
    expect(tokens.read('a')).toMatchObject({ tokenSet });
    expect([tokens.has('a'), tokens.readAgain('a'), tokens.has('a')]).toEqual([true, undefined, false]);
  });

  it('is held in memory alone where the vault could not store it', async () => {
    const { vault, tokens } = await stores();
    tokens.hold('a', { tokenSet });
    expect(tokens.read('a')).toEqual({ tokenSet });
    expect([tokens.has('a'), vault.has('a', 'tokenSet')]).toEqual([true, false]);
    tokens.forget('a');
    expect(tokens.read('a')).toBeUndefined();
  });

  it('is gone from both once it is removed', async () => {
    const { vault, tokens } = await stores();
    tokens.write('a', { tokenSet });
    tokens.remove('a');
    expect([tokens.read('a'), tokens.has('a'), vault.has('a', 'tokenSet')]).toEqual([undefined, false, false]);
  });

  it('holds what the service said without secrets, and its known type as it is: GETs depend on it [37]', async () => {
    const { vault, tokens } = await stores();
    const said = { account: 'hush', scopes: ['read', 'hush'], tokenType: 'hush-type' };
    const rejected = {
      code: 'token.invalid_grant',
      message: verbatim('hush stays'),
      serviceMessage: 'no hush',
    } as const;
    tokens.write('a', { tokenSet: { ...tokenSet, ...said }, rejected });
    const masked = { ...tokenSet, account: '••••', scopes: ['read', '••••'], tokenType: '••••-type' };
    expect(tokens.read('a')).toStrictEqual({
      tokenSet: masked,
      rejected: { ...rejected, serviceMessage: 'no ••••' },
    });
    tokens.forget('a');
    expect(tokens.read('a')?.rejected).toEqual({ ...rejected, serviceMessage: 'no ••••' });
    const nothing = createTokenStore(vault, { serviceMessage: () => '' });
    nothing.write('b', { tokenSet, rejected: { code: 'token.invalid_grant', message: verbatim('m') } });
    expect(nothing.read('b')).toStrictEqual({
      tokenSet,
      rejected: { code: 'token.invalid_grant', message: verbatim('m') },
    });
  });

  it('that is damaged says so, and keeps the copy in memory', async () => {
    const { vault, tokens } = await stores();
    tokens.write('a', { tokenSet });
    for (const damaged of ['', '{}', '{"accessToken":7}']) {
      vault.write('a', 'tokenSet', damaged);
      expect(() => tokens.readAgain('a')).toThrow(
        expect.objectContaining({ code: 'vault.decrypt_failed', cause: expect.any(Error) }),
      );
    }
    expect(tokens.read('a')).toMatchObject({ tokenSet });
  });
});

it('gives an error of ours in place of a token, and passes on any other', () => {
  const locked = new VaultError('vault.locked', verbatim('Locked.'));
  const throwing = (error: Error) => ({
    read: () => {
      throw error;
    },
  });
  expect(readOrError(throwing(locked), 'a')).toBe(locked);
  expect(() => readOrError(throwing(new Error('a bug')), 'a')).toThrow('a bug');
  expect(readOrError({ read: () => ({ tokenSet }) }, 'a')).toEqual({ tokenSet });
});
