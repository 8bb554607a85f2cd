import { describe, expect, it } from 'vitest';
import { readDiscoveryDocument } from '../../../app/oauth/discovery-document.ts';
import { readIntrospection } from '../../../app/oauth/introspect.ts';
import { readServiceError } from '../../../app/oauth/service-error.ts';
import { readTokenResponse } from '../../../app/oauth/token-response.ts';
import { standardTokenMapping } from '../../../app/shared/connection/standard-mapping.ts';
import { HttpError, reportError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { atBorder } from '../api/at-border.ts';

const host = 'a.example';
const secrets = ['Zq9mPx4LtR7wK2vB8nC3'];
const flood = [...Array.from({ length: 100_000 }, (_, index) => `s${index}`), 'x'.repeat(100_000)].join(' ');
const response = (body: unknown) => ({ status: 200, headers: {}, text: JSON.stringify(body) });

/** CPU time, as other tests run beside this one. */
function millisecondsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('scopes that a service names', () => {
  const context = { host, now: 0, secrets, capturedValues: {}, places: standardTokenMapping };
  const document = { issuer: 'https://a.example', token_endpoint: 'https://a.example/t' };
  const source = { issuers: [document.issuer], url: new URL(document.issuer), byDocumentUrl: false };
  it.each<[string, () => readonly string[] | undefined]>([
    ['with a token', () => readTokenResponse(response({ access_token: 'a', scope: flood }), context).tokenSet.scopes],
    [
      'with a token, as a list',
      () => readTokenResponse(response({ access_token: 'a', scope: flood.split(' ') }), context).tokenSet.scopes,
    ],
    ['of a token', () => readIntrospection(response({ active: true, scope: flood }), context).scopes],
    [
      'of itself',
      () => readDiscoveryDocument({ ...document, scopes_supported: flood.split(' ').reverse() }, source).scopes,
    ],
  ])('%s are at most 500, none longer than a scope can be [55]', (_, read) => {
    const scopes = read();
    expect(scopes).toHaveLength(500);
    expect(Math.max(...(scopes ?? []).map(({ length }) => length))).toBeLessThan(10);
  });

  it('are named once each', () => {
    const { tokenSet } = readTokenResponse(response({ access_token: 'a', scope: 'read read  write' }), context);
    expect(tokenSet.scopes).toEqual(['read', 'write']);
  });
});

describe('a megabyte of words', () => {
  const shown = <Value>(value: Value): Value => atBorder(...secrets).response('connections.introspect', value);
  const words = '%2525252541'.repeat(90_000);
  it.each<[string, () => unknown]>([
    ['in a refusal', () => shown(readServiceError({ error: 'x', error_description: words, error_uri: words }))],
    [
      'about a token',
      () => shown(readIntrospection(response({ active: true, sub: words, [words]: 1 }), { host, now: 0 })),
    ],
    [
      'of a thousand scopes about a token',
      () => shown(readIntrospection(response({ active: true, scope: 'a '.repeat(400_000) }), { host, now: 0 })),
    ],
  ])('%s is masked without holding up the app [55]', (_, read) => {
    expect(millisecondsOf(read)).toBeLessThan(250);
  });

  it('is no reason to show what it echoes [51]', () => {
    const { serviceMessage } = shown(readServiceError({ error: 'x', error_description: `${secrets[0]} ${words}` }));
    expect(serviceMessage).toContain('••••');
    expect(serviceMessage).not.toContain(secrets[0]?.slice(0, 6));
  });
});

it('an error that crosses to the window has short texts, whatever host a server named [55]', () => {
  const name = 'h'.repeat(100_000);
  const report = reportError(
    new HttpError('http.dns', verbatim(`no host ${name}`), {
      serviceMessage: name,
      details: { host: name, status: 1 },
    }),
  );
  expect(JSON.stringify(report).length).toBeLessThan(7_000);
  expect(report.details?.status).toBe(1);
});
