import { describe, expect, it } from 'vitest';
import { formatEnglish } from '../../../../app/shared/messages/format.ts';
import { validateResource } from '../../../../app/shared/resource/validate.ts';
import { ownVariables } from '../../../../app/shared/resource/variables.ts';
import { connection, resource } from '../../../servers/items.ts';

const names = (url: string) =>
  ownVariables(resource({ url }), undefined).map(({ name, isSure }) => `${name}${isSure ? '' : '?'}`);
const problems = (changes: Parameters<typeof resource>[0], ...rest: [Parameters<typeof validateResource>[1]?]) =>
  validateResource(resource(changes), ...rest).map(({ field, message }) => `${field}: ${formatEnglish(message)}`);

describe('ownVariables', () => {
  it.each([
    ['https://{shop}.example.com/{id}/x', ['shop', 'id']],
    ['https://example.com/?a={id}&b=x{id}&c={id2}y', ['id', 'id2?']],
    ['https://example.com/?filter={"a":{"b":1}}', []],
    ['https://example.com/?filter={"a":"{id}"}', ['id?']],
    ['https://example.com/?query={sales{day}}&x={id}', ['id']],
    ['https://example.com/?query={id}&b=x{id}', ['id?']],
    ['https://example.com/{{today}}?a={{now}}', []],
    ['{practice}/api', []],
    ['https://example.com/?fields=name,friends{id}', ['id?']],
  ])('of %s', (url, expected) => {
    expect(names(url)).toEqual(expected);
  });

  it('are not those of the vault and of the connection', () => {
    const url = 'https://example.com/{a}/{b}/{c}/{d}';
    const authorization = { type: 'oauth', connectionId: 'c' } as const;
    const found = ownVariables(
      resource({ url, authorization, secretValues: ['a'], variables: { d: ' 4 ' } }),
      connection({ variables: { b: '' }, capturedValues: { c: 'token:/c' } }),
    );
    expect(found).toEqual([{ name: 'd', value: '4', isSure: true }]);
    expect(ownVariables(resource({ url, authorization }), undefined)).toEqual([]);
  });
});

describe('before a request is sent', () => {
  it('a value is missed where braces are surely a name', () => {
    expect(problems({ url: 'https://example.com/{id}?f={"a":"{b}"}' })).toEqual([
      'variables.id: The value for {id} is missing. Enter it.',
    ]);
    expect(problems({ url: 'https://example.com/{id}', variables: { id: '7' } })).toEqual([]);
  });

  it('of a connection, the names that it has are known', () => {
    const authorization = { type: 'oauth', connectionId: 'c' } as const;
    const changes = { url: 'https://example.com/{id}', authorization };
    expect(problems(changes)).toEqual([]);
    expect(problems(changes, connection())).toHaveLength(1);
    expect(problems(changes, connection({ variables: { id: '' } }))).toEqual([]);
  });

  it('a date that is not known is an error in the URL, a value, a header and the body', () => {
    const body = { type: 'json', text: '{"a":"{{tody}}"}', variables: '' } as const;
    const found = problems({
      url: 'https://example.com/{id}?a={{tody}}',
      variables: { id: '{{tody}}' },
      headers: [
        { name: 'X-Day', value: '{{tody}}', secret: false },
        { name: 'X-Key', value: '', secret: true },
      ],
      method: 'POST',
      body,
    });
    expect(found.map((each) => each.split(':')[0])).toEqual(['url', 'variables.id', 'headers.0', 'body']);
    for (const each of found) expect(each).toContain('Do you mean {{today}}?');
  });

  it('a URL that starts with a value of its own counts as one', () => {
    expect(problems({ url: '{base}/x', variables: { base: 'https://example.com' } })).toEqual([]);
  });

  it('a time zone must be known', () => {
    expect(problems({ timeZone: 'Europe/Berlin' })).toEqual([]);
    expect(problems({ timeZone: 'Europe/Berlim' })).toEqual([
      'timeZone: Tokenboard does not know the time zone “Europe/Berlim”. Choose another one.',
    ]);
  });
});
