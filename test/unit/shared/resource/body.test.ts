import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEnglish } from '../../../../app/shared/messages/format.ts';
import {
  bodyProblem,
  bodyUses,
  bodyAsSent as bodyWithDates,
  bodyWithout,
  contentTypeOf,
  credentialsInBody,
  readFormLines,
} from '../../../../app/shared/resource/body.ts';

const bodyAsSent = (body: Parameters<typeof bodyWithDates>[0], values: Record<string, string>) =>
  bodyWithDates(body, values, (inner) => `<${inner}>`);
const json = (text: string) => ({ type: 'json', text, variables: '' }) as const;
const form = (text: string) => ({ type: 'form', text, variables: '' }) as const;
const graphql = (text: string, variables = '') => ({ type: 'graphql', text, variables }) as const;
const problem = (body: Parameters<typeof contentTypeOf>[0]) => {
  const found = bodyProblem({ method: 'POST', body });
  return found && `${found.field}: ${formatEnglish(found.message)}`;
};

describe('bodyAsSent', () => {
  it('sends JSON as it was typed, digits and all', () => {
    const text = '{ "id": 12345678901234567890, "price": 1.10 }';
    expect(bodyAsSent(json(text), {}).text).toBe(text);
  });

  it('escapes a value in JSON, whatever its characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(JSON.parse(bodyAsSent(json('{"a":["{key}"]}'), { key: value }).text)).toEqual({ a: [value] });
      }),
    );
  });

  it('encodes a form, and keeps its fields for a signature', () => {
    expect(bodyAsSent(form('from=2026-01-01\n\n q = a&b=c \nflag'), {})).toEqual({
      text: 'from=2026-01-01&q=+a%26b%3Dc+&flag=',
      form: [
        ['from', '2026-01-01'],
        ['q', ' a&b=c '],
        ['flag', ''],
      ],
    });
    expect(bodyAsSent(form('key={key}'), { key: 'a&b={key}' }).text).toBe('key=a%26b%3D%7Bkey%7D');
  });

  it('leaves the braces of a GraphQL query alone', () => {
    const { text } = bodyAsSent(graphql('{ viewer {id} }', '{"id":"{id}"}'), { id: '7"' });
    expect(JSON.parse(text)).toEqual({ query: '{ viewer {id} }', variables: { id: '7"' } });
    expect(JSON.parse(bodyAsSent(graphql('{ a }'), {}).text)).toEqual({ query: '{ a }' });
  });
});

describe('relative dates in a body', () => {
  it('are written in JSON, in a form and in GraphQL variables, beside names', () => {
    expect(
      bodyAsSent(json('{"a":"{{today}}","b":{{now:unix}},"c":{"d":"{key}"}}'), { key: 'k', today: 'x' }).text,
    ).toBe('{"a":"<today>","b":<now:unix>,"c":{"d":"k"}}');
    expect(bodyAsSent(form('from={{today-7d}}&{key}'), { key: 'k' }).form).toEqual([['from', '<today-7d>&k']]);
    expect(bodyAsSent(form('from={{today-7d}}'), {}).text).toBe('from=%3Ctoday-7d%3E');
    expect(bodyAsSent(graphql('{ a(b:"{{today}}") }', '{"c":"{{today}}"}'), {}).text).toBe(
      '{"query":"{ a(b:\\"{{today}}\\") }","variables":{"c":"<today>"}}',
    );
  });

  it('leave braces that are text, which are no name either', () => {
    expect(bodyAsSent(json(`{"a":"{{'{{'}}name}}"}`), { name: 'secret' }).text).toBe('{"a":"{{name}}"}');
    expect(bodyAsSent(json(String.raw`{"a":"\u007b\u007bname}}"}`), {}).text).toContain(String.raw`\u007b`);
    expect(bodyUses({ method: 'POST', body: json('{"a":"{{name}}"}') }, 'name')).toBe(false);
  });

  it.each([
    [json('{"from":"{{today}}","at":{{now:unix}},"day":{{today:yyyyMMdd}}}'), undefined],
    [graphql('{ a }', '{"at":{{now:unixms}}}'), undefined],
    [json('{"from":{{today}}}'), 'body: The body is not valid JSON'],
    [json('{"from":"{{tody}}"}'), 'body: {{tody}} is not a date'],
    [form('a={{tody}}'), 'body: {{tody}} is not a date'],
    [graphql('{ a }', '{"a":"{{tody}}"}'), 'body.variables: {{tody}} is not a date'],
    [graphql('{ a(b:"{{tody}}") }'), undefined],
  ])('%j are checked before they are sent: %s', (body, expected) => {
    if (expected === undefined) expect(problem(body)).toBeUndefined();
    else expect(problem(body)).toContain(expected);
  });

  it('hide no credential beside them', () => {
    expect(credentialsInBody(json('{"at":{{now:unix}},"api_key":"s3cr3t-k3y"}'))).toEqual([
      { place: 'body', name: 'api_key', value: 's3cr3t-k3y' },
    ]);
    expect(credentialsInBody(form('token={{now:unix}}'))).toEqual([]);
  });
});

describe('bodyProblem', () => {
  it.each([
    [json(''), undefined],
    [json('{"a":1}'), undefined],
    [json('{\n"a":1,\n}'), 'body: The body is not valid JSON: see line 3.'],
    [form('anything'), undefined],
    [graphql(' '), 'body: Enter the query.'],
    [graphql('{ a }', '[]'), 'body.variables: The variables must be a JSON object.'],
    [graphql('{ a }', '{"a":1}'), undefined],
  ])('of %j is %s', (body, sentence) => {
    expect(problem(body)).toBe(sentence);
  });

  it('of a GET is none', () => {
    expect(bodyProblem({ method: 'GET', body: json('{') })).toBeUndefined();
  });
});

describe('credentials in a body', () => {
  const token = 'ya29.a0AfH6SMBx-token-of-a-service';

  it('are found at any depth, and replaced by a name [56]', () => {
    const body = json(`{"auth":{"apiKey":"${token.replace('.', '\\u002e')}"},"from":"2026"}`);
    const [found] = credentialsInBody(body);
    expect(found).toEqual({ place: 'body', name: 'apiKey', value: token });
    const kept = found && bodyWithout(body, found, 'apiKey');
    expect(kept?.text).toBe('{"auth":{"apiKey":"{apiKey}"},"from":"2026"}');
    expect(kept && credentialsInBody(kept)).toEqual([]);
    expect(kept && bodyUses({ method: 'POST', body: kept }, 'apiKey')).toBe(true);
    expect(kept && bodyUses({ method: 'GET', body: kept }, 'apiKey')).toBe(false);
  });

  it('are found in a form and in variables [56]', () => {
    expect(credentialsInBody(form(`a=1\ntoken=${token}`))).toMatchObject([{ name: 'token' }]);
    const [found] = credentialsInBody(graphql('{ a }', `{"token":"${token}"}`));
    expect(found && bodyWithout(graphql('{ a }', `{"token":"${token}"}`), found, 'token').variables).toBe(
      '{"token":"{token}"}',
    );
  });
});

describe('readFormLines', () => {
  it('keeps the rest of a line as the value', () => {
    expect(readFormLines('a=b=c\r\nd')).toEqual([
      ['a', 'b=c'],
      ['d', ''],
    ]);
  });
});

it('names the content type of each body', () => {
  expect([json(''), form(''), graphql('')].map(contentTypeOf)).toEqual([
    'application/json',
    'application/x-www-form-urlencoded',
    'application/json',
  ]);
});
