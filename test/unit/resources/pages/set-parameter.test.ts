import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readParameter, withParameter } from '../../../../app/resources/pages/set-parameter.ts';
import { bodyAsSent } from '../../../../app/shared/resource/body.ts';
import { resource } from '../../../servers/items.ts';

const get = (url: string) => resource({ url });
const post = (text: string) => resource({ method: 'POST', body: { type: 'json', text, variables: '' } });

describe('a parameter of the query', () => {
  it.each([
    ['https://a.example/x', 'https://a.example/x?page=2'],
    ['https://a.example/x?', 'https://a.example/x?page=2'],
    ['https://a.example/x?q={key}&page=1&z=%20a#part', 'https://a.example/x?q={key}&page=2&z=%20a#part'],
    ['{practice}/x?page=1&a=1&page=3', '{practice}/x?page=2&a=1'],
    ['https://a.example/x?from={{today-7d}}', 'https://a.example/x?from={{today-7d}}&page=2'],
  ])('of %s keeps everything else as typed', (url, changed) => {
    expect(withParameter(get(url), 'page', '2').url).toBe(changed);
  });

  it('is read again as it was set, whatever its text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const changed = withParameter(get('https://a.example/?a=1#b'), '$skip token', JSON.stringify(value));
        expect(readParameter(changed, '$skip token')).toBe(value);
        // A brace of a cursor must not become a variable.
        expect(changed.url).not.toContain('{');
      }),
    );
  });
});

describe('a parameter of a body', () => {
  it('is set in the text, whose other digits and spaces stay', () => {
    const exact = '{ "big": 12345678901234567890, "n": 1.10, "page": {"size": 5} }';
    expect(withParameter(post(exact), '/page/cursor', '"c"').body.text).toBe(
      '{ "big": 12345678901234567890, "n": 1.10, "page": {"size": 5,"cursor":"c"} }',
    );
    expect(withParameter(post(exact), '/big', '7').body.text).toBe('{ "big": 7, "n": 1.10, "page": {"size": 5} }');
    expect(withParameter(post(exact), '/a/b~1c', 'true').body.text).toBe(
      '{ "big": 12345678901234567890, "n": 1.10, "page": {"size": 5},"a":{"b/c":true} }',
    );
    expect(withParameter(post(''), '/offset', '10').body.text).toBe('{"offset":10}');
    expect(() => withParameter(post('[1]'), '/offset', '10')).toThrow('no place');
  });

  it('is not there in a body that is JSON only with its values filled in', () => {
    expect(readParameter(post('{"at":{{now:unix}}}'), '/at')).toBeUndefined();
    expect(() => withParameter(post('{"at":{{now:unix}}}'), '/offset', '10')).toThrow('no place');
  });

  it('is the same value after it was sent, and its braces are no variable', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('{key}')), (value) => {
        const { body } = withParameter(post('{"a":[1,{"b":null}]}'), '/cursor', JSON.stringify(value));
        const { text } = bodyAsSent(body, { key: 'secret' }, String);
        expect(JSON.parse(text)).toEqual({ a: [1, { b: null }], cursor: value });
      }),
    );
  });

  it('is a variable of GraphQL, a field of a form, or still one of the query', () => {
    const graphql = resource({ method: 'POST', body: { type: 'graphql', text: '{a}', variables: '' } });
    expect(withParameter(graphql, 'after', '"c"').body.variables).toBe('{"after":"c"}');
    const form = resource({ method: 'POST', body: { type: 'form', text: 'a=1\npage=1\n', variables: '' } });
    expect(withParameter(form, 'page', '2').body.text).toBe('a=1\npage=2');
    expect(readParameter(form, 'page')).toBe('1');
    expect(withParameter(post('{}'), 'page', '2').url).toMatch(/[?&]page=2$/);
  });
});
