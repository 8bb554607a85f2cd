import { describe, expect, it } from 'vitest';
import type { RawExchange } from '../../../../app/http/exchanges.ts';
import { maskerOf } from '../some-exchange.ts';

const body = (text: string): Partial<RawExchange> => ({ status: 200, responseBody: Buffer.from(text) });
const code = '4/0AX4XfWhq3kZb9sLr2Tn8yQ';

describe('a secret that the app knows', () => {
  const secret = 'p@ss/w"ör+d&<17>';
  const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  it.each([
    ['as it is', secret],
    ['URL-encoded', encodeURIComponent(secret)],
    ['URL-encoded twice', encodeURIComponent(encodeURIComponent(secret))],
    ['with small hexadecimal digits', encodeURIComponent(secret).toLowerCase()],
    ['form-encoded', new URLSearchParams([['', secret]]).toString().slice(1)],
    ['in JSON', JSON.stringify(secret).slice(1, -1)],
    [
      'in JSON with escapes that need not be',
      JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/').replaceAll('ö', '\\u00f6'),
    ],
    ['in JSON in JSON', JSON.stringify(JSON.stringify(secret)).slice(1, -1)],
    ['in HTML', html],
    ['in the Base64 of Basic', Buffer.from(`designer:${secret}`).toString('base64')],
    [
      'in the Base64 of form-encoded Basic',
      Buffer.from(`id:${new URLSearchParams([['', secret]]).toString().slice(1)}`).toString('base64'),
    ],
    ['cut off', secret.slice(0, -4)],
    ['without its beginning', secret.slice(4)],
  ])('is not shown %s [37]', (_how, spelling) => {
    const { mask } = maskerOf(secret);
    const text = mask(body(`we got ${spelling} from you`)).responseBody ?? '';
    expect(text.replace(/•+/g, '')).toMatch(/^we got (?:ZGVzaWduZXI6|aWQ6)?.{0,5}.{0,5} from you$/);
    expect(text).toContain('••••');
  });

  it('is masked where it was stored only after the exchange was sent, as an older value, and when it is short [37]', () => {
    const { known, mask } = maskerOf('first-value-1');
    known.note('owner', 'secret-0', 'second-value-2');
    known.note('owner', 'secret-0', 'second-value-2');
    known.note('owner', 'pin', '8675');
    expect(mask(body('first-value-1 second-value-2 8675 867')).responseBody).toBe('•••• •••• •••• 867');
  });

  it('is forgotten only when newer ones took its place, and then the index stays small', () => {
    const { known, mask } = maskerOf();
    const token = (index: number) => `${String(index).padStart(5, '0')}-${'abcdefghij'.repeat(20)}-${index * 7919}`;
    for (let index = 0; index < 3000; index += 1) known.note('owner', 'accessToken', token(index));
    expect(mask(body(token(2999))).responseBody).toBe('••••');
    expect(mask(body(token(2997))).responseBody).toBe('••••');
  });

  it('is learned from where its name stood, and masked where none does [37]', () => {
    const { mask } = maskerOf();
    expect(mask({ kind: 'window', url: `https://example.com/cb?code=${encodeURIComponent(code)}` }).url).toBe(
      'https://example.com/cb?code=••••',
    );
    const refusal = mask({ kind: 'token', ...body(`{"error_description":"code ${code} was used"}`), status: 400 });
    expect(refusal.responseBody).toBe('{"error_description":"code •••• was used"}');
  });

  it.each([
    ['code', 'M.C507_BL2.2.U.ab12!*cd34ef56gh$'],
    ['code_verifier', 'lqkjwheqpoiuzt'],
    ['device_code', 'a!b*c$d(e)f~12'],
    ['state', '12/34|56!78*90'],
  ])('is learned from where the name %s stood, whatever it is written with [37]', (name, value) => {
    for (const spelled of [value, encodeURIComponent(value)]) {
      const refusal = maskerOf().mask({
        kind: 'token',
        requestBody: `grant_type=x&${name}=${spelled}`,
        ...body(JSON.stringify({ error_description: `code ${value} was used` })),
        status: 400,
      });
      expect(refusal.requestBody).toBe(`grant_type=x&${name}=••••`);
      expect(refusal.responseBody).toBe('{"error_description":"code •••• was used"}');
    }
  });

  it('is not learned from a page that gives a word or an address as its code or state', () => {
    const { mask } = maskerOf();
    mask({ kind: 'window', url: 'https://example.com/e?code=access_denied&state=https%3A%2F%2Fapp.example.com%2F1' });
    expect(mask(body('access_denied at https://app.example.com/')).responseBody).toBe(
      'access_denied at https://app.example.com/',
    );
  });

  it('is masked in a method, in the name of a header and in one typed just now [37]', () => {
    const { mask } = maskerOf('SECRET-METHOD');
    const exchange = mask({ method: 'SECRET-METHOD', requestHeaders: { 'x-SECRET-METHOD': '1' } });
    expect(exchange.method).toBe('••••');
    expect(exchange.requestHeaders).toEqual([['x-••••', '1']]);
  });
});

describe('a secret that a service says back in another form', () => {
  const secret = 'Zr8kQ2vT0x+Lm/5n';
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const hex = (text: string) => Buffer.from(text).toString('hex');
  it.each([
    ['in hex', hex(secret)],
    ['in hex with capitals', hex(secret).toUpperCase()],
    ['in Base64', base64(secret)],
    ['in Base64 twice', base64(base64(secret))],
    ['in Base64 for URLs twice', Buffer.from(Buffer.from(secret).toString('base64url')).toString('base64url')],
    ['in Base64 of hex', base64(hex(secret))],
    ['in Base64 of form encoding', base64(encodeURIComponent(secret))],
    ['in Base64 of UTF-16', Buffer.from(secret, 'utf16le').toString('base64')],
    ['in small letters', secret.toLowerCase()],
    ['in capitals', secret.toUpperCase()],
    ['percent-encoded in small letters', encodeURIComponent(secret).toLowerCase()],
    ['with escaped slashes', secret.replaceAll('/', '\\/')],
    ['with zero-width spaces inside', [...secret].join('\u200b')],
    ['with escaped byte order marks inside', [...secret].join('\\ufeff')],
    ['with NUL inside', [...secret].join('\u0000')],
    ['cut off', secret.slice(0, 9)],
  ])('is masked %s [51]', (_, spelled) => {
    const { masker } = maskerOf(secret);
    // Padding may stay: it tells nothing.
    expect(masker.values(`we do not know ${spelled} here`)).toMatch(/^we do not know ••••.{0,2} here$/);
  });

  it('masks no ordinary words, numbers and keys beside it', () => {
    const { masker } = maskerOf(secret);
    const text = `{"id":"${hex('another value')}","etag":"${base64('an ordinary text')}","count":20261130,"path":"/v1/organizations/items"}`;
    expect(masker.values(text)).toBe(text);
  });
});
