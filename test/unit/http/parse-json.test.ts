import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../app/http/parse-json.ts';
import { readIntrospection } from '../../../app/oauth/introspect.ts';
import { readOAuth1Response } from '../../../app/oauth/oauth1-response.ts';

const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('JSON of a server', () => {
  it.each([
    '{"a":[1,{"b":"[[[["}],"c":"\\"[\\\\"}',
    deep(200),
    `[${'[],'.repeat(500)}{"a":{}}]`,
    `"${'['.repeat(1000)}"`,
  ])('is read: %.40s', (text) => {
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  it.each([deep(201), deep(400_000), `${'{"a":'.repeat(201)}1${'}'.repeat(201)}`, '{"a":1', ''])(
    'is refused as unreadable where it is no JSON or could exhaust the stack: %.20s [55]',
    (text) => {
      expect(() => parseJson(text)).toThrow(SyntaxError);
    },
  );

  it('that is nested without end is told as any unreadable response [55]', () => {
    const response = { status: 200, headers: {}, text: `{"active":true,"oauth_token":${deep(400_000)}}` };
    const context = { host: 'a.example', now: 0, secrets: [] };
    expect(() => readIntrospection(response, context)).toThrow(
      expect.objectContaining({ code: 'introspection.unreadable' }),
    );
    const times = { sentAt: 0, receivedAt: 0, skewMs: 0 };
    expect(() => readOAuth1Response(response, { ...context, what: 'requestToken', times })).toThrow(
      expect.objectContaining({ code: 'oauth1.no_token' }),
    );
  });
});
