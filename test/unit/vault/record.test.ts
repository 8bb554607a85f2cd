import { describe, expect, it } from 'vitest';
import { decrypt, encrypt, readRecord, vaultKey } from '../../../app/vault/record.ts';

const key = vaultKey(Buffer.alloc(32, 7));
/** Made by the first version. Whatever cannot open it loses the secrets of everybody who updates. */
const stored = {
  version: 1,
  owner: 'owner-1',
  name: 'clientSecret',
  keyId: '15b7e6ad53f2a0da',
  iv: 'buscpxd7wjgAD1zD',
  ciphertext: 'H/jLA1PlMmZjzM0=',
  tag: '4x7RfjhiZ7X+WhpF/7L9Sw==',
};
const refusal = expect.objectContaining({ code: 'vault.decrypt_failed', cause: expect.any(Error) });

describe('a record of the vault', () => {
  it('that an earlier version made is still opened, and found by its key [38]', () => {
    expect(key.id).toBe(stored.keyId);
    expect(decrypt(key, readRecord(JSON.stringify(stored)), 'owner-1', 'clientSecret')).toBe('sécret ✓');
  });

  it('has another nonce each time', () => {
    const ivs = Array.from({ length: 100 }, () => encrypt(key, 'owner', 'name', 'same').iv);
    expect(new Set(ivs).size).toBe(100);
    for (const iv of ivs) expect(Buffer.from(iv, 'base64')).toHaveLength(12);
  });

  it.each([4, 8, 12, 13, 14, 15])(
    'is refused with only %i bytes of its tag, which are easier to forge [38]',
    (bytes) => {
      const record = encrypt(key, 'owner', 'name', 'value');
      const tag = Buffer.from(record.tag, 'base64').subarray(0, bytes).toString('base64');
      expect(() => decrypt(key, { ...record, tag }, 'owner', 'name')).toThrow(refusal);
    },
  );

  it('that is none is refused, and the error keeps why', () => {
    for (const text of ['', '{}', JSON.stringify({ ...stored, version: 2 })])
      expect(() => readRecord(text)).toThrow(refusal);
  });
});
