import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../app/console/mask/redact.ts';
import { safeHttpsLink, safeText } from '../../../app/shared/safe-text.ts';

describe('safeText', () => {
  it('takes out control, bidirectional and invisible characters [36]', () => {
    expect(safeText('a\u0000b\u001b[31mc\u202egnp.exe\u2066\u200b\u200f\ufeffd\u{e0041}\u0085e')).toBe(
      'ab[31mcgnp.exede',
    );
  });

  it('makes one line of many [36]', () => {
    expect(safeText('  one\r\n\ttwo\u2028three  ')).toBe('one two three');
  });

  it('caps a long text by whole characters [36]', () => {
    expect(safeText('x'.repeat(5_000_000), 10)).toBe(`${'x'.repeat(9)}…`);
    expect([...safeText('😀'.repeat(50), 10)]).toHaveLength(10);
  });

  it('leaves ordinary text in any script alone', () => {
    const text = 'Zugriff verweigert – アクセス拒否 – تم رفض الوصول 👩‍💻';
    expect(safeText(text)).toBe(text);
  });

  it('gives the same when asked again, and never more than the limit [36]', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const once = safeText(text, limit);
        expect([...once].length).toBeLessThanOrEqual(limit);
        expect(safeText(once, limit)).toBe(once);
      }),
    );
  }, 60_000);

  it('lets only plain https links through [36]', () => {
    expect(safeHttpsLink('https://example.com/a')).toBe('https://example.com/a');
    for (const text of ['http://example.com', 'javascript:alert(1)', 'https://u:p@example.com/', 'x', undefined])
      expect(safeHttpsLink(text)).toBeUndefined();
  });
});

describe('redact', () => {
  it('leaves no trace of a secret, however it was encoded [37]', () => {
    const text = 'sent secret+/=a b, as secret%2B%2F%3Da+b and secret%2B%2F%3Da%20b';
    expect(redact(text, ['secret+/=a b'])).toBe('sent ••••, as •••• and ••••');
  });

  it('takes the longer secret out whole where one starts like another [37]', () => {
    expect(redact('abcdefgh', ['abcd', 'abcdefgh', undefined, ''])).toBe('••••');
  });

  it.each([
    ['in UTF-16', (secret: string) => [...secret].map((letter) => `${letter}\u0000`).join('')],
    ['with zero-width spaces', (secret: string) => [...secret].join('\u200b')],
    ['with escaped slashes', (secret: string) => secret.replaceAll('/', '\\/')],
    ['percent-encoded in small letters', (secret: string) => encodeURIComponent(secret).toLowerCase()],
    ['as a Basic header', (secret: string) => `Basic ${Buffer.from(`ann:${secret}`).toString('base64')}`],
    ['cut off', (secret: string) => secret.slice(0, 10)],
    ['in hex', (secret: string) => Buffer.from(secret).toString('hex')],
  ])('masks a secret that is said back %s [35] [51]', (_, spell) => {
    const secret = 'Zr8kQ2/T0x/Lm95n';
    const spelled = spell(secret);
    const shown = safeText(redact(`no: ${spelled}`, [secret]));
    expect(shown).toContain('••••');
    for (let at = 0; at + 6 <= secret.length; at += 1) {
      expect(shown).not.toContain(secret.slice(at, at + 6));
      expect(shown).not.toContain(safeText(spell(secret)).slice(-12));
    }
  });
});
