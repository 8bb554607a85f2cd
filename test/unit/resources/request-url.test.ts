import { expect, it } from 'vitest';
import { requestUrl } from '../../../app/resources/request-url.ts';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import type { Resource } from '../../../app/shared/resource/resource.ts';
import { connection, resource } from '../../servers/items.ts';

const at = (url: string, changes: Partial<Connection>, values?: Record<string, string>) =>
  requestUrl(resource({ url, authorization: { type: 'oauth', connectionId: 'connection-1' } }), {
    connection: connection(changes),
    values,
    practiceOrigin: 'http://127.0.0.1:4000',
    at: 0,
  }).href;

it.each<[string, Record<string, string>, string]>([
  ['https://{shop}.example.com/x', { shop: 'acme' }, 'https://acme.example.com/x'],
  ['https://example.com/{path}/x', { path: 'a/b' }, 'https://example.com/a/b/x'],
  ['https://example.com/?q={filter}', { filter: 'a b&c=1' }, 'https://example.com/?q=a%20b%26c%3D1'],
  ['https://example.com/{segment}', { segment: 'a?b#c' }, 'https://example.com/a%3Fb%23c'],
  ['{practice}/api/{table}', { table: 'sales' }, 'http://127.0.0.1:4000/api/sales'],
  ['https://example.com/?q={"a":{b}}', {}, 'https://example.com/?q={%22a%22:{b}}'],
])('fills %s with variables: %j', (url, variables, expected) => {
  expect(at(url, { variables })).toBe(expected);
});

it.each([
  ['https://{shop}.example.com/x', 'evil.com/'],
  ['https://{shop}.example.com/x', 'a@evil.com'],
  ['https://{shop}/x', 'a@evil.com'],
  ['https://example.com/{shop}/x', '..'],
])('lets no variable change the host or the path of %s: %s [42]', (url, shop) => {
  expect(() => at(url, { variables: { shop } })).toThrow(
    expect.objectContaining({
      code: 'connection.variable_invalid',
      details: { variable: 'shop', connectionId: 'connection-1' },
    }),
  );
});

it('says that a captured value does not fit, as another token brings another', () => {
  const capturing = { capturedValues: { region: 'token:/region' } };
  expect(at('https://{region}.example.com/', capturing, { region: 'eu' })).toBe('https://eu.example.com/');
  expect(() => at('https://{region}.example.com/', capturing, { region: 'evil.com/' })).toThrow(
    expect.objectContaining({ code: 'token.value_unusable', details: { value: 'region' } }),
  );
  expect(() => at('https://{region}.example.com/', capturing)).toThrow(
    expect.objectContaining({ code: 'resource.value_missing' }),
  );
});

const own = (changes: Partial<Resource>, secretValues: Record<string, string> = {}) =>
  requestUrl(resource(changes), {
    connection: undefined,
    values: undefined,
    practiceOrigin: undefined,
    secretValues,
    at: Date.parse('2026-11-25T23:30:00Z'),
  }).href;

it.each<[Partial<Resource>, string]>([
  [{ url: 'https://example.com/?d={{today}}', timeZone: 'Europe/Berlin' }, 'https://example.com/?d=2026-11-26'],
  [{ url: 'https://example.com/?d={{today}}', timeZone: 'UTC' }, 'https://example.com/?d=2026-11-25'],
  [
    { url: 'https://example.com/{id}?q={q}', variables: { id: ' a/b ', q: 'a&b' } },
    'https://example.com/a%2Fb?q=a%26b',
  ],
  [
    { url: 'https://example.com/{day}', variables: { day: '{{today-1d}}' }, timeZone: 'UTC' },
    'https://example.com/2026-11-24',
  ],
  [{ url: 'https://{shop}.example.com/', variables: { shop: 'acme' } }, 'https://acme.example.com/'],
  [{ url: 'https://example.com/?q={"a":"{b}"}', variables: {} }, 'https://example.com/?q={%22a%22:%22{b}%22}'],
  [{ url: 'https://example.com/?query={sales}', variables: { sales: 'x' } }, 'https://example.com/?query={sales}'],
  [
    { url: 'https://example.com/{{today}}', variables: { today: 'x' }, timeZone: 'UTC' },
    'https://example.com/2026-11-25',
  ],
])('fills the resource\u2019s own values and dates: %j', (changes, expected) => {
  expect(own(changes)).toBe(expected);
});

it.each<[Partial<Resource>, string]>([
  [{ url: 'https://{shop}.example.com/', variables: { shop: 'evil.com/' } }, 'variables.shop'],
  [{ url: 'https://example.com/{id}/x', variables: { id: '..' } }, 'variables.id'],
  [{ url: 'https://example.com/{id}' }, 'variables.id'],
  [{ url: 'https://example.com/?id={id}' }, 'variables.id'],
])('refuses a value that is missing or does not fit: %j', (changes, field) => {
  expect(() => own(changes)).toThrow(expect.objectContaining({ code: 'resource.invalid', details: { field } }));
});

it('fills a secret value before a value of the same name', () => {
  const changes = { url: 'https://example.com/{id}', variables: { id: 'open' }, secretValues: ['id'] };
  expect(own(changes, { id: 'kept' })).toBe('https://example.com/kept');
});

it('fills a value of the connection before a value of the same name', () => {
  const url = requestUrl(
    resource({
      url: 'https://example.com/{id}',
      variables: { id: 'own' },
      authorization: { type: 'oauth', connectionId: 'connection-1' },
    }),
    { connection: connection({ variables: { id: 'shared' } }), values: {}, practiceOrigin: undefined, at: 0 },
  );
  expect(url.href).toBe('https://example.com/shared');
});
