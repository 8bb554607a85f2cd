import { expect, it } from 'vitest';
import { requestUrl } from '../../../app/resources/request-url.ts';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import { connection, resource } from '../../servers/items.ts';

const at = (url: string, changes: Partial<Connection>, values?: Record<string, string>) =>
  requestUrl(resource({ url, authorization: { type: 'oauth', connectionId: 'connection-1' } }), {
    connection: connection(changes),
    values,
    practiceOrigin: 'http://127.0.0.1:4000',
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
