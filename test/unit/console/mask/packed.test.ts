import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPackedSearch, type Look } from '../../../../app/console/mask/packed.ts';
import { codesOf } from '../../../../app/console/mask/secret-index.ts';

const secret = 'Zr8kQ2vT0x';
/** Looks for the whole secret, byte by byte. The result tells what of a text is covered. */
function searchFor(wantedText: string): (text: string) => string[] {
  const wanted = codesOf(wantedText);
  const look: Look = (codes, length, found) => {
    for (let at = 0; at + wanted.length <= length; at += 1)
      if (wanted.every((code, index) => codes[at + index] === code)) found(at, at + wanted.length);
  };
  const search = createPackedSearch(look);
  return (text) => {
    const marks = new Uint8Array(text.length + 1);
    search(codesOf(text), text.length, (start, end) => marks.fill(1, start, end));
    const parts: string[] = [];
    for (let at = 0; at < text.length; at += 1)
      if (marks[at] === 1) parts.push(at > 0 && marks[at - 1] === 1 ? `${parts.pop()}${text[at]}` : (text[at] ?? ''));
    return parts;
  };
}
let covered: (text: string) => string[];
beforeEach(() => {
  covered = searchFor(secret);
});
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');
const hex = (text: string) => Buffer.from(text).toString('hex');

describe('a secret that is packed', () => {
  it.each(['', 'a', 'ab', 'abc', 'abcd'])(
    'is covered in Base64 behind %j, wherever the secret begins in a group [51]',
    (before) => {
      for (const after of ['', 'z', 'zz', 'zzz']) {
        const packed = base64(before + secret + after);
        const [part = ''] = covered(`x ${packed} y`);
        // Whatever else is covered are the few signs that hold a part of it.
        const start = packed.indexOf(part);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(Math.abs(start - (before.length * 4) / 3)).toBeLessThan(2);
        expect(Math.abs(part.length - (secret.length * 4) / 3)).toBeLessThan(3);
        expect(covered(`x ${packed} y`)).toHaveLength(1);
      }
    },
  );

  it.each(['', '0', '01', '0123456789ab'])('is covered exactly in hex behind %j [51]', (before) => {
    expect(covered(`x ${before}${hex(secret)} y`)).toEqual([hex(secret)]);
    expect(covered(`x ${before}${hex(secret).toUpperCase()} y`)).toEqual([hex(secret).toUpperCase()]);
  });

  it.each([
    ['twice', base64(base64(secret))],
    ['three times', base64(base64(base64(secret)))],
    ['in hex in Base64', base64(hex(secret))],
    ['for URLs', Buffer.from(`\u00fb\u00ff${secret}`, 'latin1').toString('base64url')],
    ['with percent signs inside', base64(secret.replace('Q', '%51'))],
    ['with a reference inside', base64(secret.replace('Q', '&#81;'))],
    ['with a four-digit escape inside', base64(secret.replace('Q', '\\u0051'))],
    ['with a capital escape inside', base64(secret.replace('Q', '\\X51').replace('X', 'x'))],
    ['in UTF-16', base64(Buffer.from(secret, 'utf16le'))],
    ['in UTF-16 the other way round', base64(Buffer.from(secret, 'utf16le').swap16())],
    ['behind bytes that are no text', base64(Buffer.concat([Buffer.from([1, 2, 0x7f]), Buffer.from(secret)]))],
    ['escaped behind lines', base64(`a\tb\r\n${secret.replace('Q', '%51')}\n`)],
    ['Base64 with escapes around it', base64(`%41${base64(secret)}`)],
    ['Base64 with escapes inside', base64(base64(secret).replace('E', '%45'))],
  ])('is found %s [51]', (_, packed) => {
    expect(covered(`x ${packed} y`)).not.toEqual([]);
  });

  it.each([' ', '\t', '\n', '\r'])('is found with %j and an escape inside [51]', (sign) => {
    const search = searchFor(`Zr8k${sign}Q2vT0x`);
    expect(search(base64(`Zr8k${sign}%512vT0x`))).not.toEqual([]);
  });

  it('is found from six characters on, in Base64 and in hex [51]', () => {
    const search = searchFor('hush-6');
    expect(search(`x ${base64('hush-6')} y`)).toEqual([base64('hush-6')]);
    expect(search(`x ${hex('hush-6')} y`)).toEqual([hex('hush-6')]);
  });

  it('is not looked for four times deep, which nobody writes', () => {
    expect(covered(base64(base64(base64(base64(secret)))))).toEqual([]);
  });

  it('covers nothing of a text that holds none, however it looks', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.base64String(),
            fc.string({ unit: fc.constantFrom('%', '&', '#', '\\', 'u', '0', 'a') }),
          ),
        ),
        (parts) => {
          expect(covered(parts.join(' '))).toEqual([]);
        },
      ),
    );
  });

  it('leaves nothing of one text behind for the next', () => {
    expect(covered(base64(`${secret}${'x'.repeat(200)}`))).toHaveLength(1);
    expect(covered(base64('short text'))).toEqual([]);
    // What is unpacked last of the first text would complete the second.
    const inner = base64(secret);
    expect(covered(`AAA${base64(inner)}`)).toHaveLength(1);
    expect(covered(base64(inner.slice(0, 12)))).toEqual([]);
    expect(covered(`AAA${base64(hex(secret))}`)).toHaveLength(1);
    expect(covered(base64(hex(secret).slice(0, 15)))).toEqual([]);
  });
});
