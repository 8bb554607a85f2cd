import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cookiesName, createLoginCookies } from '../../../app/connections/login-cookies.ts';
import { observeVault } from '../../../app/connections/observe-vault.ts';
import { createKnownSecrets } from '../../../app/console/mask/known-secrets.ts';
import { createMasker } from '../../../app/console/mask/masker.ts';
import type { LoginCookie } from '../../../app/platform/platform.ts';
import { openVault } from '../../../app/vault/open-vault.ts';
import type { Vault } from '../../../app/vault/vault.ts';
import { memoryKeyStore } from '../../servers/key-stores.ts';

const now = 1_800_000_000_000;
const cookie = (changes: Partial<LoginCookie> = {}): LoginCookie => ({
  name: 'sid',
  value: 'a-session-of-ann-0123456789',
  domain: '.example.com',
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
  expires: now / 1000 + 3600,
  ...changes,
});

let folder: string;
let vault: Vault;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-cookies-'));
  vault = await openVault({ folder, environment: {}, keyStore: memoryKeyStore(), keychainTimeoutMs: 1_000 });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the cookies of logins', () => {
  it('are kept for each connection alone, encrypted, until they end [2] [38]', () => {
    const cookies = createLoginCookies(vault, () => now);
    cookies.keep('ann', [cookie(), cookie({ name: 'over', expires: now / 1000 })]);
    expect(cookies.of('ann')).toEqual([cookie()]);
    expect(cookies.of('ben')).toEqual([]);
    const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(files.join()).not.toContain('a-session-of-ann');
  });

  it('give way to those of the next login, and go with it where there are none', () => {
    const cookies = createLoginCookies(vault, () => now);
    cookies.keep('ann', [cookie()]);
    cookies.keep('ann', [cookie({ value: 'of-another-account' })]);
    expect(cookies.of('ann').map(({ value }) => value)).toEqual(['of-another-account']);
    cookies.keep('ann', []);
    expect(vault.has('ann', cookiesName)).toBe(false);
  });

  it('are not written again where they are the same, as each write ends on the disk', () => {
    const written: string[] = [];
    const write: Vault['write'] = (...secret) => {
      written.push(secret[2]);
      vault.write(...secret);
    };
    const cookies = createLoginCookies({ ...vault, write }, () => now);
    cookies.keep('ann', [cookie()]);
    cookies.keep('ann', [cookie()]);
    expect(written).toHaveLength(1);
  });

  it('are left out where they are too many, damaged, or the vault is closed; a login never fails for it', () => {
    const cookies = createLoginCookies(vault, () => now);
    cookies.keep('ann', [cookie()]);
    cookies.keep('ann', [cookie({ value: 'x'.repeat(600_000) })]);
    expect(cookies.of('ann')).toEqual([]);
    vault.write('ann', cookiesName, '[{"name":"half');
    expect(cookies.of('ann')).toEqual([]);
    const closed = () => {
      throw new Error('locked');
    };
    const locked = createLoginCookies({ ...vault, read: closed, write: closed, remove: closed }, () => now);
    locked.keep('ann', [cookie()]);
    locked.forget('ann');
    expect(locked.of('ann')).toEqual([]);
  });

  it('are masked wherever they turn up, but for words that anybody may say [37]', () => {
    const known = createKnownSecrets();
    const masker = createMasker(known);
    const cookies = createLoginCookies(observeVault(vault, known), () => now);
    cookies.keep('ann', [cookie(), cookie({ name: 'consent', value: 'accepted' })]);
    expect(masker.values('you are a-session-of-ann-0123456789')).not.toContain('session-of-ann');
    expect(masker.values('accepted, with the name sid and the path /')).toBe(
      'accepted, with the name sid and the path /',
    );
  });
});
