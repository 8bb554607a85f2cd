import { describe, expect, it } from 'vitest';
import { readServiceError, readTextSaid } from '../../../app/oauth/service-error.ts';

describe('what a service says of its refusal', () => {
  it.each([
    ['HubSpot names it in its status', { status: 'BAD_REFRESH_TOKEN', message: 'Gone' }, 'BAD_REFRESH_TOKEN', 'Gone'],
    ['a status that is no name', { status: 'error', message: 'Gone' }, undefined, 'Gone'],
    ['a status with more around a name', { status: 'x BAD_TOKEN y', message: 'Gone' }, undefined, 'Gone'],
    ['a status of HTTP', { error: 400, error_description: 'Gone' }, undefined, 'Gone'],
    ['a status of HTTP as a text', { error: '404', error_code: 'gone' }, 'gone', undefined],
    ['a number that is no status of HTTP', { ErrorCode: 4001, message: 'Gone' }, '4001', 'Gone'],
    ['a number that only ends like one', { ErrorCode: 1404, message: 'Gone' }, '1404', 'Gone'],
    ['Fitbit, which has a list', { errors: [{ errorType: 'expired', message: 'Gone' }] }, 'expired', 'Gone'],
    [
      'Strava, which names a field',
      { errors: [{ resource: 'App', field: 'id', code: 'invalid' }] },
      'invalid',
      'App id',
    ],
    ['NetSuite', { 'o:errorDetails': [{ 'o:errorCode': 'BAD', detail: 'Gone' }] }, 'BAD', 'Gone'],
    ['a name that only holds o:', { 'no:error': 'x', error: 'y' }, 'y', undefined],
    ['OneLogin', { status: { error: true, code: 401, type: 'unauthorized', message: 'Gone' } }, 'unauthorized', 'Gone'],
    ['Salesforce, which sends a list', [{ errorCode: 'BAD', message: 'Gone' }], 'BAD', 'Gone'],
    ['a sentence in place of a name', { error: 'It is gone' }, 'It is gone', 'It is gone'],
    ['OAuth Problem Reporting', { oauth_problem: 'gone', oauth_problem_advice: 'Ask' }, 'gone', 'Ask'],
    ['blanks', { error: '  ', message: ' ' }, undefined, undefined],
  ])('is found where %s', (_, body, error, description) => {
    const parts = [...new Set([error, description])].filter((part) => part !== undefined);
    expect(readServiceError(body)).toMatchObject({ words: parts.join(': ') });
    expect(readServiceError(body).error).toBe(error);
    expect(readServiceError(body).serviceMessage).toBe(parts.length === 0 ? undefined : parts.join(': '));
  });

  it.each([null, undefined, 'text', 7, true])('is nothing where the body is %j', (body) => {
    expect(readServiceError(body)).toEqual({});
  });

  it('holds a link only where that is one that may be opened [36]', () => {
    expect(readServiceError({ error: 'x', error_uri: 'https://as.example/x' }).link).toBe('https://as.example/x');
    expect(readServiceError({ error: 'x', error_uri: 7 }).link).toBeUndefined();
    expect(readServiceError({ error: 'x', error_uri: 'file:///etc' }).link).toBeUndefined();
  });
});

describe('what a page or a text says', () => {
  it.each([
    ['its title and its first heading', '<title> Sorry </title><H1 class="x">Down</H1>', true, 'Sorry – Down'],
    ['what both say, once', '<title>Down</title><h1>Down</h1>', true, 'Down'],
    ['its heading where it has no title', '<title> </title><h1>Down</h1>', true, 'Down'],
    ['its entities as characters', '<title>a &amp; b &lt;c&gt; &#39;d&#39; &quot;</title>', true, "a & b <c> 'd' \""],
    ['nothing where it has neither', '<p>Down</p>', true, undefined],
    ['a text as it is', 'Down, <h1>sorry</h1>', false, 'Down, <h1>sorry</h1>'],
    ['nothing where it is empty', ' ', false, undefined],
  ])('is %s', (_, text, isHtml, said) => {
    expect(readTextSaid(text, isHtml)).toBe(said);
  });

  it('is looked for at its start alone, as a page may be long [55]', () => {
    expect(readTextSaid(`${' '.repeat(20_000)}<title>Down</title>`, true)).toBeUndefined();
  });
});
