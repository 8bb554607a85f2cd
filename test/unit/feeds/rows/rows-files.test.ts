import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { createRowsFiles, type StoredRows } from '../../../../app/feeds/rows/rows-files.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import type { Vault, VaultStatus } from '../../../../app/vault/vault.ts';

let folder: string;
let secrets: Map<string, string>;
let status: VaultStatus;
const vault: Pick<Vault, 'status' | 'read' | 'write' | 'has' | 'removeOwner'> = {
  status: () => status,
  read: (owner, name) => secrets.get(`${owner} ${name}`),
  write: (owner, name, value) => void secrets.set(`${owner} ${name}`, value),
  has: (owner, name) => secrets.has(`${owner} ${name}`),
  removeOwner: (owner) => {
    for (const key of secrets.keys()) if (key.startsWith(`${owner} `)) secrets.delete(key);
    return () => undefined;
  },
};
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'tokenboard-rows-')), 'feeds');
  secrets = new Map();
  status = { status: 'keychain' };
  return () => rmSync(join(folder, '..'), { recursive: true, force: true });
});

const wanted = { request: 'request', view: 'view' };
const stored = (text: string): StoredRows => ({
  at: 1_000,
  request: 'request',
  kept: { view: 'view', columns: [{ name: 'canary', type: 'text' }], rowCount: 1, hash: text, gzipped: gzipSync(text) },
});
const files = () => createRowsFiles(folder, vault);
const onlyFile = () => join(folder, readdirSync(folder)[0] ?? '');

describe('the rows of a feed', () => {
  it('survive a restart, encrypted and for their owner alone', async () => {
    await files().write('sales', stored('canary-4711'));
    expect(readFileSync(onlyFile(), 'latin1')).not.toContain('canary');
    if (process.platform !== 'win32') {
      expect(statSync(onlyFile()).mode & 0o777).toBe(0o600);
      expect(statSync(folder).mode & 0o777).toBe(0o700);
    }
    expect(await files().read('sales', wanted)).toEqual(stored('canary-4711'));
    expect(await files().read('other', wanted)).toBeUndefined();
  });

  it('are not those of another request or shape', async () => {
    await files().write('sales', stored('x'));
    expect(await files().read('sales', { ...wanted, request: 'other' })).toBeUndefined();
    expect(await files().read('sales', { ...wanted, view: 'other' })).toBeUndefined();
  });

  it('are ignored when the file is damaged, cut, foreign or has another key', async () => {
    await files().write('sales', stored('x'));
    const whole = readFileSync(onlyFile());
    for (const damaged of [
      Buffer.from(whole.map((byte, index) => (index === 40 ? byte ^ 1 : byte))),
      whole.subarray(0, 60),
      whole.subarray(0, 10),
      Buffer.alloc(0),
      Buffer.from('{"rows": []}'),
    ]) {
      writeFileSync(onlyFile(), damaged);
      expect(await files().read('sales', wanted)).toBeUndefined();
    }
    writeFileSync(onlyFile(), whole);
    secrets.clear();
    expect(await files().read('sales', wanted)).toBeUndefined();
    await files().write('sales', stored('y'));
    expect(await files().read('sales', wanted)).toEqual(stored('y'));
  });

  it('have a new key in each process and after a change of the vault', async () => {
    const first = files();
    await first.write('sales', stored('x'));
    const keys = () => [...secrets.values()];
    const [one] = keys();
    await first.write('sales', stored('y'));
    expect(keys()).toEqual([one]);
    first.renewKeys();
    await first.write('sales', stored('z'));
    expect(new Set(keys()).size).toBe(2);
    expect(await files().read('sales', wanted)).toEqual(stored('z'));
    const next = files();
    await next.read('sales', wanted);
    await next.write('sales', stored('w'));
    expect(keys()).not.toContain(one);
    expect(await files().read('sales', wanted)).toEqual(stored('w'));
  });

  it('are not kept while the vault keeps nothing', async () => {
    for (const kept of [
      { status: 'session', reason: verbatim('no keychain') },
      { status: 'locked', reason: verbatim('locked') },
    ] satisfies VaultStatus[]) {
      status = kept;
      await files().write('sales', stored('x'));
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('are removed with their key, and with what a killed process left', async () => {
    const all = files();
    await all.write('sales', stored('x'));
    await all.write('stock', stored('x'));
    all.remove('sales');
    expect(readdirSync(folder)).toHaveLength(1);
    expect([...secrets.keys()].join()).not.toContain('sales');
    all.keepOnly(['stock']);
    expect(readdirSync(folder)).toHaveLength(1);
    all.keepOnly([]);
    writeFileSync(join(folder, 'x.rows.tmp-1'), 'part');
    files();
    expect(readdirSync(folder)).toEqual([]);
  });
});
