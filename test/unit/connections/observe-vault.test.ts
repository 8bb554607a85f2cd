import { describe, expect, it } from 'vitest';
import { cookiesName } from '../../../app/connections/login-cookies.ts';
import { observeVault } from '../../../app/connections/observe-vault.ts';
import { sessionVault } from '../vault/session-vault.ts';

async function observed() {
  const noted: [string, string, string][] = [];
  const known = {
    note: (owner: string, name: string, value: string) => void noted.push([owner, name, value]),
    learn: () => undefined,
    version: () => 0,
    find: () => undefined,
  };
  const vault = await sessionVault();
  return { vault, noted, watched: observeVault(vault, known) };
}

describe('what goes through the vault', () => {
  it('is known from then on, once each, written or read [37]', async () => {
    const { vault, noted, watched } = await observed();
    vault.write('a', 'password', 'one');
    expect(watched.read('a', 'password')).toBe('one');
    watched.read('a', 'password');
    watched.write('a', 'password', 'one');
    watched.write('a', 'password', 'two');
    watched.write('b', 'password', 'two');
    expect(watched.read('a', 'never')).toBeUndefined();
    expect(noted).toEqual([
      ['a', 'password', 'one'],
      ['a', 'password', 'two'],
      ['b', 'password', 'two'],
    ]);
    expect(vault.read('a', 'password')).toBe('two');
  });

  it('is known to the mask after the first read, even if another process wrote it [37]', async () => {
    const { vault, noted, watched } = await observed();
    vault.write('a', 'password', 'one');
    watched.read('a', 'password');
    watched.read('a', 'never');
    expect(noted).toEqual([['a', 'password', 'one']]);
  });

  it('is known by each cookie that is too long for a word, and not at all where cookies cannot be read', async () => {
    const { noted, watched } = await observed();
    const cookie = { domain: 'a.example', path: '/', secure: true, httpOnly: true, sameSite: null, expires: 1 };
    const sixteen = '0123456789abcdef';
    const cookies = [
      { ...cookie, name: 'sid', value: sixteen },
      { ...cookie, name: 'consent', value: sixteen.slice(1) },
    ];
    watched.write('a', cookiesName, JSON.stringify(cookies));
    watched.write('a', cookiesName, '[{"name":"half');
    expect(noted).toEqual([['a', 'cookie a.example sid', sixteen]]);
  });

  it('is known by each secret of a token set, and as a whole where it is none [37]', async () => {
    const { noted, watched } = await observed();
    watched.write(
      'a',
      'tokenSet',
      JSON.stringify({ accessToken: 'at', refreshToken: 'rt', tokenSecret: 7, scopes: ['s'] }),
    );
    watched.write('a', 'tokenSet', 'null');
    watched.write('a', 'tokenSet', '7');
    watched.write('a', 'tokenSet', 'damaged');
    expect(noted).toEqual([
      ['a', 'accessToken', 'at'],
      ['a', 'refreshToken', 'rt'],
      ['a', 'text', 'damaged'],
    ]);
  });

  it('is known before it is written, so that an error cannot show it [37]', async () => {
    const { vault, noted, watched } = await observed();
    const { write } = vault;
    vault.write = (...secret) => {
      expect(noted).toHaveLength(1);
      write(...secret);
    };
    watched.write('a', 'password', 'one');
    expect.assertions(1);
  });
});
