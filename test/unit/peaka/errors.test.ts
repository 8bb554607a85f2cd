import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PeakaSubject, refusalError, unexpectedError } from '../../../app/peaka/errors.ts';
import { AppError, reportError } from '../../../app/shared/errors.ts';
import { adviceFor } from '../../../renderer/errors/advice.ts';

const url = new URL('https://partner.example.com/api/v1/connections/p');
const now = 1_800_000_000_000;
const key = 'peaka-key-Zq81xT0vLm';

function refusal(status: number, body: unknown, headers: Record<string, string> = {}, about: PeakaSubject = 'project') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return refusalError({ response: { status, headers, text }, url, about, now, secrets: [key] });
}
const html = { 'content-type': 'text/html' };

describe('what Peaka says', () => {
  it.each([
    [{ errorCode: 100, message: 'Catalog name is taken' }, '100: Catalog name is taken'],
    [{ errorCode: 'TABLE_NOT_CACHEABLE' }, 'TABLE_NOT_CACHEABLE'],
    [{ code: 'X1', message: 'No', reason: 'because' }, 'X1: No: because'],
    [{ reason: 'because' }, 'because'],
    [{ error: 'Bad Request', status: 400, path: '/x' }, 'Bad Request'],
    [[{ message: 'In a list' }], 'In a list'],
    ['"A JSON text"', 'A JSON text'],
    ['First line\nsecond line', 'First line'],
    ['', undefined],
    [{}, undefined],
  ])('is read from %j [36]', (body, serviceMessage) => {
    expect(refusal(400, body)).toMatchObject({ code: 'peaka.invalid_request', serviceMessage });
  });

  it('is shown as one short line [36]', () => {
    const { serviceMessage = '' } = refusal(400, { message: `a\u202eb\nc${'x'.repeat(5000)}` });
    expect(serviceMessage.slice(0, 6)).toBe('ab cxx');
    expect(serviceMessage.length).toBeLessThan(700);
  });

  it('repeats no key, nor a token by its form [37]', () => {
    const said = [
      refusal(401, { message: `Key ${key} is off` }),
      refusal(401, `Key ${key.slice(0, 14)}… is off`),
      refusal(400, { message: 'token=abcdefgh123456 Bearer abcdefgh123456 eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.' }),
    ];
    for (const { serviceMessage } of said) {
      expect(serviceMessage).toContain('••••');
      expect(serviceMessage).not.toMatch(/Zq81|peaka-key|abcdefgh|eyJ/);
    }
  });
});

describe('a refusal', () => {
  it.each<[number, PeakaSubject]>([
    [403, 'account'],
    [403, 'place'],
    [403, 'project'],
    [404, 'account'],
    [404, 'place'],
    [404, 'project'],
    [404, 'connection'],
  ])('of status %i says in its advice that it is about the %s', (status, about) => {
    const error = refusal(status, '', {}, about);
    const { title, meaning } = adviceFor(reportError(error));
    expect(meaning.startsWith(error.message)).toBe(true);
    expect(meaning).not.toBe(error.message);
    expect(title).not.toBe('');
  });

  it.each<[number, PeakaSubject, string, string]>([
    [400, 'project', 'peaka.invalid_request', 'peaka.invalidRequest'],
    [422, 'project', 'peaka.invalid_request', 'peaka.invalidRequest'],
    [401, 'project', 'peaka.key_refused', 'peaka.keyRefused'],
    [403, 'account', 'peaka.forbidden', 'peaka.forbidden.account'],
    [403, 'place', 'peaka.forbidden', 'peaka.forbidden.place'],
    [403, 'project', 'peaka.forbidden', 'peaka.forbidden.project'],
    [403, 'connection', 'peaka.forbidden', 'peaka.forbidden.project'],
    [404, 'account', 'peaka.not_found', 'peaka.notFound.account'],
    [404, 'place', 'peaka.not_found', 'peaka.notFound.place'],
    [404, 'project', 'peaka.not_found', 'peaka.notFound.project'],
    [404, 'connection', 'peaka.not_found', 'peaka.notFound.connection'],
    [410, 'connection', 'peaka.not_found', 'peaka.notFound.connection'],
    [409, 'project', 'peaka.conflict', 'peaka.conflict'],
    [500, 'project', 'peaka.server_error', 'peaka.serverError'],
    [503, 'project', 'peaka.server_error', 'peaka.serverError'],
    [405, 'project', 'peaka.refused', 'peaka.refused'],
    [304, 'project', 'peaka.refused', 'peaka.refused'],
  ])('of status %i about the %s is %s (%s)', (status, about, code, id) => {
    expect(refusal(status, { message: 'words' }, {}, about)).toMatchObject({
      code,
      text: { id },
      serviceMessage: 'words',
      details: { host: 'partner.example.com', status },
    });
  });

  it.each([
    ['17', { retryAfterSeconds: 17 }],
    [new Date(now + 5000).toUTCString(), { retryAfterSeconds: 5 }],
  ])('says when a limit ends: %s [31]', (after, details) => {
    expect(refusal(429, '', { 'retry-after': after })).toMatchObject({ code: 'peaka.rate_limited', details });
    expect(refusal(503, '', { 'retry-after': after })).toMatchObject({ code: 'peaka.server_error', details });
  });

  it.each([
    ['/login', 'partner.example.com'],
    ['https://portal.example.com/x', 'portal.example.com'],
    ['//', 'partner.example.com'],
  ])('names where a redirect leads: %s', (location, host) => {
    expect(refusal(307, '', { location })).toMatchObject({ code: 'peaka.redirected', details: { host } });
  });

  it.each([403, 404, 400, 407])('is not from Peaka if it is a page: %i', (status) => {
    const page = '<html><head><title>Blocked by the proxy</title></head></html>';
    expect(refusal(status, page, html)).toMatchObject({
      code: 'peaka.not_json',
      serviceMessage: 'Blocked by the proxy',
    });
  });

  it.each([
    [401, 'peaka.key_refused'],
    [429, 'peaka.rate_limited'],
    [502, 'peaka.server_error'],
  ])('keeps its meaning as a page: %i', (status, code) => {
    expect(refusal(status, '<html><title>Words</title></html>', html)).toMatchObject({ code, serviceMessage: 'Words' });
  });
});

it('a success without the expected body is not understood', () => {
  const of = (text: string, headers = {}) =>
    unexpectedError({ response: { status: 200, headers, text }, url, secrets: [key] });
  expect(of('{"message":"no"}')).toMatchObject({ code: 'peaka.unexpected_response', serviceMessage: 'no' });
  expect(of('<html><title>Log in</title>', html)).toMatchObject({ code: 'peaka.not_json', serviceMessage: 'Log in' });
  expect(of('')).toMatchObject({ code: 'peaka.not_json', serviceMessage: undefined });
});

it('any response is an AppError with a report [26]', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 300, max: 599 }),
      fc.oneof(fc.json(), fc.string({ unit: 'binary' })),
      fc.dictionary(fc.constantFrom('retry-after', 'location', 'content-type'), fc.string()),
      (status, text, headers) => {
        const error = refusal(status, text, headers);
        expect(error).toBeInstanceOf(AppError);
        expect(reportError(error).code).toMatch(/^peaka\./);
      },
    ),
  );
});
