import { expect, it } from 'vitest';
import { resolvedUrl } from '../../../../app/shared/resource/resolved-url.ts';
import type { Resource } from '../../../../app/shared/resource/resource.ts';
import type { Connected } from '../../../../app/shared/resource/variables.ts';
import { resource } from '../../../servers/items.ts';

const at = Date.parse('2026-11-25T13:45:06Z');
const shown = (changes: Partial<Resource>, connection?: Connected) =>
  resolvedUrl(resource({ timeZone: 'UTC', ...changes }), connection, at);

it('shows dates, values and what a parser changes', () => {
  const variables = { id: '{{today:yyyy}}/a', city: 'Zürich' };
  expect(shown({ url: ' https://example.com/{id}?d={{today-1d}}&c={city}&f={"a":"b c"}', variables })).toBe(
    'https://example.com/2026%2Fa?d=2026-11-24&c=Z%C3%BCrich&f={%22a%22:%22b%20c%22}',
  );
});

it('never shows a secret, also where a value of the resource has its name [35]', () => {
  const changes = { url: 'https://{key}.example.com/{key}?k={key}', secretValues: ['key'], variables: { key: 'x' } };
  expect(shown(changes)).toBe('https://••••••.example.com/••••••?k=••••••');
});

it('shows the values that a connection has, and the names of those that its login brings', () => {
  const changes = {
    url: 'https://{shop}.example.com/{path}/{region}?n={n}',
    authorization: { type: 'oauth', connectionId: 'c' },
  } as const;
  const connection = { variables: { shop: 'acme', path: 'a/b', n: '' }, capturedValues: { region: 'token:/region' } };
  expect(shown(changes, connection)).toBe('https://acme.example.com/a/b/{region}?n={n}');
});

it('shows no value that would change the host', () => {
  expect(shown({ url: 'https://{shop}.example.com/', variables: { shop: 'evil.com/' } })).toBe(
    'https://{shop}.example.com/',
  );
});

it('says what is wrong with a date or a time zone', () => {
  for (const changes of [
    { url: 'https://example.com/?a={{nope}}' },
    { url: 'https://example.com/?a={{today}}', timeZone: 'X/Y' },
  ])
    expect(() => shown(changes)).toThrow(expect.objectContaining({ code: 'resource.invalid' }));
});
