import { describe, expect, it } from 'vitest';
import { createConnectionStore } from '../../../app/connections/store.ts';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import { connection } from '../../servers/items.ts';
import { sessionVault } from '../vault/session-vault.ts';

async function stored() {
  let content: readonly Connection[] = [];
  const vault = await sessionVault();
  const settings = {
    read: () => content,
    save: (next: readonly Connection[]) => {
      content = next;
    },
  };
  return { vault, store: createConnectionStore(settings, vault), content: () => content };
}
const header = (name: string, value: string, secret: boolean) => ({ name, value, secret });

describe('a connection that is saved', () => {
  it('has its secrets in the vault, and its settings in the list', async () => {
    const { vault, store, content } = await stored();
    store.save(connection(), { clientSecret: 'hush' });
    expect(content()).toEqual([connection()]);
    expect(vault.read('connection-1', 'clientSecret')).toBe('hush');
    expect(store.secretNames('connection-1')).toEqual(['clientSecret']);
    expect(store.secretNames('nobody')).toEqual([]);
    store.save(connection({ name: 'Renamed' }), {});
    expect(content()).toHaveLength(1);
    expect(store.get('connection-1').name).toBe('Renamed');
    expect(vault.read('connection-1', 'clientSecret')).toBe('hush');
  });

  it('keeps a password only where that is wanted', async () => {
    const { vault, store } = await stored();
    store.save(connection({ rememberPassword: true }), { password: 'pw' });
    expect(vault.read('connection-1', 'password')).toBe('pw');
    store.save(connection({ rememberPassword: true }), {});
    expect(vault.has('connection-1', 'password')).toBe(true);
    store.save(connection({ rememberPassword: true }), { password: null });
    expect(vault.has('connection-1', 'password')).toBe(false);
    store.save(connection({ rememberPassword: true }), { password: 'pw' });
    store.save(connection({ rememberPassword: false }), { password: 'pw' });
    expect(vault.has('connection-1', 'password')).toBe(false);
  });

  it('moves secret headers into the vault, and drops those that it no longer has [56]', async () => {
    const { vault, store, content } = await stored();
    const tokenHeaders = [header('X-Own', 'k', true), header('Origin', 'https://a.example', false)];
    store.save(connection({ tokenHeaders, secretValues: ['key'] }), { 'value:key': 'v' });
    expect(content()[0]?.tokenHeaders).toEqual([header('X-Own', '', true), tokenHeaders[1]]);
    expect(vault.read('connection-1', 'header:x-own')).toBe('k');
    expect(vault.read('connection-1', 'value:key')).toBe('v');
    store.save(connection({ tokenHeaders: [header('X-Own', '', true)] }), {});
    expect(vault.read('connection-1', 'header:x-own')).toBe('k');
    expect(vault.has('connection-1', 'value:key')).toBe(false);
    store.save(connection({ tokenHeaders: [header('X-Own', 'k', false)] }), {});
    expect(vault.has('connection-1', 'header:x-own')).toBe(false);
  });

  it('may have no secret that nobody knows, and no credential in clear [56]', async () => {
    const { vault, store, content } = await stored();
    for (const name of ['tokenSet', 'other', 'header:x-own', 'value:key'])
      for (const secretValues of [[], ['own']])
        expect(() => store.save(connection({ secretValues }), { [name]: 'x' })).toThrow(
          expect.objectContaining({ code: 'input.invalid' }),
        );
    const open = connection({ accessTokenUrl: 'https://ann:hunter22@auth.example.com/token' });
    const refusal = expect.objectContaining({ code: 'connection.open_credential' });
    expect(() => store.requireStorable(open)).toThrow(refusal);
    expect(() => store.save(open, { clientSecret: 'x' })).toThrow(refusal);
    expect(() => store.requireStorable(connection())).not.toThrow();
    expect(content()).toEqual([]);
    expect(vault.has('connection-1', 'clientSecret')).toBe(false);
  });
});

it('copies a connection with its secrets and without its tokens', async () => {
  const { vault, store } = await stored();
  const typed = {
    clientSecret: 'a',
    privateKey: 'b',
    password: 'c',
    'value:key': 'd',
    ownToken: 'e',
    ownTokenSecret: 'f',
  };
  const tokenHeaders = [header('X-Own', 'k', true)];
  store.save(connection({ rememberPassword: true, secretValues: ['key'], tokenHeaders }), typed);
  vault.write('connection-1', 'tokenSet', '{}');
  const { id } = store.duplicate('connection-1');
  const all = [
    'clientSecret',
    'privateKey',
    'password',
    'value:key',
    'header:x-own',
    'ownToken',
    'ownTokenSecret',
    'tokenSet',
  ];
  expect(all.filter((name) => vault.has(id, name))).toEqual(all.slice(0, 5));
  store.forgetOwnToken('connection-1');
  expect(all.filter((name) => vault.has('connection-1', name))).toEqual([...all.slice(0, 5), 'tokenSet']);
});

it('says that a connection is no longer there, and brings one back', async () => {
  const { vault, store } = await stored();
  const gone = expect.objectContaining({ code: 'connection.not_found' });
  expect(() => store.get('connection-1')).toThrow(gone);
  expect(store.find('connection-1')).toBeUndefined();
  store.save(connection(), { clientSecret: 'a' });
  store.save(connection({ id: 'connection-2' }), {});
  store.reorder(['connection-2', 'connection-1']);
  expect(store.list().map(({ id }) => id)).toEqual(['connection-2', 'connection-1']);
  store.remove('connection-1');
  expect(() => store.get('connection-1')).toThrow(gone);
  expect(store.restore('connection-1')).toEqual(connection());
  expect(vault.read('connection-1', 'clientSecret')).toBe('a');
});
