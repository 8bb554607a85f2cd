import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { storedToken } from '../../../app/cli/stored-token.ts';
import { handOutToken } from '../../../app/connections/hand-out-token.ts';
import type { TokenSet } from '../../../app/oauth/token-set.ts';
import { startCore } from '../../bench/start-core.ts';

const environment = { TOKENBOARD_KEY: 'a passphrase of the test' };
const hourMs = 3_600_000;
let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-stored-'));
  return () => rmSync(dataFolder, { recursive: true, force: true });
});

const token = (changes: Partial<TokenSet> = {}): TokenSet => ({
  accessToken: 'the-token',
  tokenType: 'bearer',
  obtainedAt: Date.now(),
  expiresAt: Date.now() + hourMs,
  ...changes,
});
const read = (connection: string, changes: Partial<Parameters<typeof storedToken>[0]> = {}) =>
  storedToken({ connection, minimumMs: 0, dataFolder, environment, ...changes });
const start = () => startCore({ dataFolder, environment });
/** Every file with its time and content. */
const filesNow = (): string[] =>
  readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).map((name) => {
    const path = join(dataFolder, name);
    const facts = statSync(path);
    return `${name} ${facts.mtimeMs} ${facts.isFile() ? readFileSync(path, 'latin1') : ''}`;
  });

it('a stored token is what the app would hand out, and reading it changes nothing', async () => {
  const { core, addConnection } = await start();
  addConnection({ id: 'plain', name: 'Plain' }, token({ scopes: ['read'] }));
  addConnection(
    {
      id: 'values',
      name: 'With values',
      apiHeaders: { 'x-version': '3', 'x-client': 'key {key}' },
      secretValues: ['key'],
      tokenPlacement: { in: 'query', name: 'token', prefix: '' },
    },
    token({ expiresAt: undefined }),
  );
  core.vault.write('values', 'value:key', 'of-the-api');
  const expected = await Promise.all(
    core.connections.list().map(async (each) => ({
      id: each.id,
      name: each.name,
      ...(await handOutToken(each, 0, { ...core, now: Date.now })),
    })),
  );
  await core.close();
  const before = filesNow();
  expect([await read('Plain'), await read('with val', { minimumMs: 10 * hourMs })]).toEqual(expected);
  expect(expected[1]?.headers).toEqual({ 'x-version': '3', 'x-client': 'key of-the-api' });
  expect(filesNow()).toEqual(before);
});

it('what needs more than reading is left to the app', async () => {
  const { core, addConnection } = await start();
  addConnection({ id: 'good', name: 'Good' }, token());
  addConnection({ id: 'soon', name: 'Expires soon' }, token({ expiresAt: Date.now() + 1000 }));
  addConnection({ id: 'signs', name: 'Signs', grant: 'oauth1' }, token());
  addConnection({ id: 'refused', name: 'Refused' }, token());
  const rejected = { code: 'token.invalid_grant', message: { id: 'verbatim', values: { text: 'no' } } };
  core.vault.write('refused', 'tokenSet', JSON.stringify({ ...token(), rejected }));
  addConnection({ id: 'none', name: 'No token' }, token());
  core.vault.remove('none', 'tokenSet');
  await core.close();
  expect((await read('Good'))?.accessToken).toBe('the-token');
  for (const name of ['Expires soon', 'Signs', 'Refused', 'No token', 'Nothing', 'o'])
    expect(await read(name), name).toBeUndefined();
  expect(await read('Good', { minimumMs: 2 * hourMs })).toBeUndefined();
  expect(await read('Good', { environment: {} })).toBeUndefined();
  expect(await read('Good', { environment: { TOKENBOARD_KEY: 'another passphrase' } })).toBeUndefined();
  expect(await read('Good', { dataFolder: join(dataFolder, 'none') })).toBeUndefined();
  const path = join(dataFolder, 'connections.json');
  const text = readFileSync(path, 'utf8');
  for (const changed of [
    text.replace('"version": 5', '"version": 4'),
    text.slice(0, -5),
    text.replace('oauth1', 'oauth9'),
  ]) {
    expect(changed).not.toBe(text);
    writeFileSync(path, changed);
    expect(await read('Good')).toBeUndefined();
  }
  writeFileSync(path, text);
  for (const name of ['instance.lock', 'instance.claim']) {
    writeFileSync(join(dataFolder, name), '');
    expect(await read('Good')).toBeUndefined();
    rmSync(join(dataFolder, name));
  }
  expect(await read('Good')).toBeDefined();
});

it('a keychain is read, and never written', async () => {
  const key = Buffer.alloc(32, 7).toString('base64');
  const written: string[] = [];
  const keyStore = (stored: string | null) => ({
    read: async () => stored,
    write: async (value: string) => void written.push(value),
  });
  const { core, addConnection } = await startCore({ dataFolder, keyStore: keyStore(key) });
  addConnection({ id: 'good', name: 'Good' }, token());
  await core.close();
  const of = (stored: string | null) => read('Good', { environment: {}, keyStore: keyStore(stored) });
  expect((await of(key))?.accessToken).toBe('the-token');
  expect(await of(null)).toBeUndefined();
  expect(await of(Buffer.alloc(32, 8).toString('base64'))).toBeUndefined();
  expect(written).toEqual([]);
});
