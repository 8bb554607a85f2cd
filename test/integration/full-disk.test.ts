import { readdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openResources } from '../../app/resources/resources-file.ts';
import { openConfStore } from '../../app/settings/conf-store.ts';
import { openVault } from '../../app/vault/open-vault.ts';
import { resource } from '../servers/items.ts';
import { memoryKeyStore } from '../servers/key-stores.ts';
import { mayMount, useMounts } from '../servers/mounts.ts';

describe.runIf(mayMount())('a passphrase that is set while the disk is full', () => {
  const mount = useMounts();

  it('is refused with a reason, and nothing is half-written [48]', async () => {
    const folder = mount('size=64k');
    const keyStore = memoryKeyStore();
    const open = () => openVault({ folder, keyStore, environment: {}, keychainTimeoutMs: 5000 });
    const vault = await open();
    for (const name of ['clientSecret', 'tokenSet', 'password']) vault.write('owner', name, `value of ${name}`);
    // What is left holds one more file, and the new passphrase needs four.
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(join(folder, 'filler'), Buffer.alloc((bavail - 1) * bsize));

    const before = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
    await expect(vault.useKey('a long passphrase')).rejects.toMatchObject({ code: 'vault.unwritable' });
    expect(vault.status()).toEqual({ status: 'keychain' });
    expect(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')])).toEqual(before);

    const again = await open();
    expect(again.status()).toEqual({ status: 'keychain' });
    expect(again.read('owner', 'tokenSet')).toBe('value of tokenSet');
  });
});

describe.runIf(mayMount())('a list that is saved while the disk is full', () => {
  const mount = useMounts();

  it('is refused with a reason, and the file of before stays whole [39] [48]', () => {
    const folder = mount('size=256k');
    const open = () =>
      openResources({ folder, openStore: openConfStore, onNotice: (notice) => notices.push(notice), now: Date.now });
    const notices: unknown[] = [];
    const many = (count: number) => Array.from({ length: count }, (_, id) => resource({ id: `r${id}` }));
    const resources = open();
    resources.save(many(100));
    // What is left holds the first half of the new file.
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(join(folder, 'filler'), Buffer.alloc((bavail - 5) * bsize));

    const before = readFileSync(join(folder, 'resources.json'), 'utf8');
    expect(before.length).toBeGreaterThan(6 * bsize);
    expect(() => resources.save(many(101))).toThrow(
      expect.objectContaining({ code: 'settings.unwritable', details: { reason: 'ENOSPC' } }),
    );
    expect(readFileSync(join(folder, 'resources.json'), 'utf8')).toBe(before);
    expect(readdirSync(folder).sort()).toEqual(['filler', 'resources.json']);
    expect(resources.read()).toEqual(many(100));
    expect(open().read()).toEqual(many(100));
    expect(notices).toEqual([]);
  });
});
