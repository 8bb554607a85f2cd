import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decrypt } from '../../../app/vault/record.ts';
import { keepFormerKeyFile, openUserKey, readUserKeyFile } from '../../../app/vault/user-key.ts';
import { temporaryFolder } from './folders.ts';

/** Made by the first version. Whatever cannot open it loses the secrets of everybody who updates. */
const keyFile = {
  version: 1,
  salt: 'gPVLx099LxWs275Y9nptZA==',
  cost: 131_072,
  keyId: '80e8c889834134e0',
  givenBy: 'user',
};
const record = {
  version: 1,
  owner: 'owner-1',
  name: 'clientSecret',
  keyId: '80e8c889834134e0',
  iv: '25qWq9wfCFV+VSEo',
  ciphertext: 'H2ZJAEnJHQBVTaM=',
  tag: 'NBumMZyptqYzK01jQq9SYA==',
} as const;

function folderWith(content: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'key.json'), content);
  return folder;
}

describe('the key of a passphrase', () => {
  it('that an earlier version made is still opened, however the passphrase is composed [38]', async () => {
    const file = readUserKeyFile(folderWith(JSON.stringify(keyFile)));
    if (file === undefined) throw new Error('the file was not read');
    for (const form of ['NFC', 'NFD']) {
      const key = await openUserKey(file, 'pässphrase'.normalize(form));
      expect(key && decrypt(key, record, 'owner-1', 'clientSecret')).toBe('sécret ✓');
    }
    expect(await openUserKey(file, 'passphrase')).toBeUndefined();
  });

  it('is not there where its file is missing or damaged', () => {
    expect(readUserKeyFile(temporaryFolder())).toBeUndefined();
    for (const damaged of ['', '{}', JSON.stringify({ ...keyFile, cost: 1024 })])
      expect(readUserKeyFile(folderWith(damaged))).toBeUndefined();
  });

  it('leaves the file of the former one, which a backup may need', () => {
    const folder = folderWith('the former salt');
    keepFormerKeyFile(folder);
    const kept = readdirSync(folder).filter((name) => /^key\.replaced-\d+\.json$/.test(name));
    expect(kept.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['the former salt']);
    const empty = temporaryFolder();
    keepFormerKeyFile(empty);
    expect(readdirSync(empty)).toEqual([]);
  });
});
