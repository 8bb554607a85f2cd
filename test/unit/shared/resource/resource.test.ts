import { expect, it } from 'vitest';
import { suggestedFileName } from '../../../../app/resources/file-name.ts';
import { refusalOf } from '../../../../app/resources/refusal.ts';
import { resourceSchema } from '../../../../app/shared/resource/resource.ts';
import { validateResource } from '../../../../app/shared/resource/validate.ts';
import { inEnglish } from '../../../servers/english.ts';
import { resource } from '../../../servers/items.ts';

it('accepts sound resources', () => {
  for (const changes of [
    {},
    { url: '{practice}/api/sales' },
    { url: 'http://localhost:3000/x', authorization: { type: 'bearer' } as const },
    { url: 'http://open.example.com/data' },
    { url: 'https://{shop}.example.com/x?filter={"a":1}', variables: { shop: 'acme' } },
  ])
    expect(validateResource(resource(changes))).toEqual([]);
});

it('tells first row and encoding by themselves for a resource that was stored before they could be chosen', () => {
  const { firstRow: _row, encoding: _encoding, ...stored } = resource();
  expect(resourceSchema.parse(stored)).toEqual(resource());
  expect(resourceSchema.safeParse({ ...stored, encoding: 'klingon' }).success).toBe(false);
});

it('accepts the path of a list, of an object as one row, and none', () => {
  for (const dataPath of [null, '', '/items', '.', './order'])
    expect(validateResource(resource({ dataPath }))).toEqual([]);
  for (const dataPath of ['items', '.order', '..']) expect(validateResource(resource({ dataPath }))).toHaveLength(1);
});

const header = (name: string, value = 'x') => ({ headers: [{ name, value, secret: false }] });
it.each([
  [{ name: ' ' }, 'name', 'name'],
  [{ url: '' }, 'url', 'Enter a URL'],
  [{ url: 'api.example.com' }, 'url', 'complete URL'],
  [{ url: 'file:///etc/passwd' }, 'url', 'complete URL'],
  [{ url: 'https://user:pw@example.com/' }, 'url', 'Basic'],
  [{ url: 'http://api.example.com/', authorization: { type: 'basic', username: 'a' } }, 'url', 'https://'],
  [{ authorization: { type: 'basic', username: 'a:b' } }, 'authorization', 'colon'],
  [header('X Y'), 'headers.0', 'letters'],
  [header('Content-Length'), 'headers.0', 'is set by Tokenboard'],
  [header('X-Name', 'a\r\nB: c'), 'headers.0', 'character'],
  [{ ...header('Authorization'), authorization: { type: 'bearer' } }, 'headers.0', 'chosen above'],
  [{ dataPath: 'items' }, 'dataPath', 'slash'],
] as const)('says what is wrong with %j at %s: %s', (changes, field, words) => {
  const changed = resource(JSON.parse(JSON.stringify(changes)));
  expect(inEnglish(validateResource(changed))).toEqual([{ field, message: expect.stringContaining(words) }]);
});

const refused = (changes: Partial<Parameters<typeof refusalOf>[0]>) =>
  refusalOf({
    status: 400,
    statusText: 'Bad Request',
    headers: {},
    text: '',
    authorization: 'oauth',
    renewedInVain: false,
    now: 0,
    ...changes,
  });

it('finds what a service says in JSON, in a challenge, in a page, or nowhere [36]', () => {
  expect(refused({ text: '{"error":"quota","message":"it is over"}' }).serviceMessage).toBe('quota: it is over');
  const challenge = { 'www-authenticate': 'Bearer error="insufficient_scope", error_description="needs \\"read\\""' };
  expect(refused({ status: 403, headers: challenge }).serviceMessage).toBe('needs "read"');
  const html = { 'content-type': 'text/html' };
  expect(refused({ headers: html, text: '<title>Blocked</title><script>x</script>' }).serviceMessage).toBe('Blocked');
  expect(refused({ headers: { 'content-type': 'text/plain' }, text: 'bad \u0000day' }).serviceMessage).toBe('bad day');
  expect(refused({ headers: { 'content-type': 'image/png' }, text: '\x89PNG' }).serviceMessage).toBe('Bad Request');
});

it.each([
  ['Sales by day', 'Sales by day.json'],
  ['a/b\\c:d*e', 'a b c d e.json'],
  ['..', 'data.json'],
  ['CON', 'data.json'],
  ['', 'data.json'],
  ['x'.repeat(300), `${'x'.repeat(100)}.json`],
])('suggests a file name that every system takes for “%s”', (name, expected) => {
  expect(suggestedFileName(name, 'json')).toBe(expected);
});
