import { describe, expect, it } from 'vitest';
import { says } from '../../../servers/english.ts';
import { previewId, receive } from './read-body.ts';

const fault = (text: string, options = {}) => receive(text, options).summary;

describe('a body that is not JSON', () => {
  it.each([
    ['{"a":1,}', 1, 8, 'A name in double quotes is missing: here is “}”.'],
    ['{"a" 1}', 1, 6, 'A colon is missing: here is “1”.'],
    ['[1 2]', 1, 4, 'A comma is missing: here is “2”.'],
    ['[1,]', 1, 4, 'A value is missing: here is “]”.'],
    ['{a:1}', 1, 2, 'A name in double quotes is missing: here is “a”.'],
    ['[1}', 1, 3, 'A comma is missing: here is “}”.'],
    ['{"a":1} x', 1, 9, 'The JSON has ended, but here is “x”.'],
    ['{"a":1}{"b":2}', 1, 8, 'The JSON has ended, but here is “{”.'],
    ['[01]', 1, 3, 'A comma is missing'],
    ['[1.]', 1, 4, 'A number is not complete: here is “]”.'],
    ['[-]', 1, 3, 'A number is not complete'],
    ['[nul]', 1, 5, 'A value is missing: here is “]”.'],
    ['["a\nb"]', 1, 4, 'Here is a character that JSON does not allow inside a text.'],
    ['["\\x"]', 1, 4, 'Here is “x” inside a text.'],
    ['["\\u12g4"]', 1, 7, 'Here is “g” inside a text.'],
    ['{\n  "é€": 1,\n  "ü": oops\n}', 3, 8, 'A value is missing: here is “o”.'],
  ])('%j is refused with its place', (text, line, column, message) => {
    for (let cut = 0; cut < text.length; cut++)
      expect(receive(text, {}, [cut]).summary).toMatchObject({
        status: 'unparsed',
        line,
        column,
        message: says(message),
      });
  });

  it.each(['{"a":', '[1', '["a', '{"a":1', '[tru', '-', '"\\u12', '[{"a":[', '{'])(
    '%j is told to be cut off',
    (text) => {
      expect(fault(text)).toMatchObject({
        status: 'unparsed',
        line: 1,
        column: text.length + 1,
        message: says('ends too early'),
      });
    },
  );

  it('can still be read as text', () => {
    const { body, summary } = receive('{"a":1,\n"b" 2,\n"c":3\n}');
    expect(summary).toMatchObject({ status: 'unparsed', line: 2, lineCount: 4 });
    expect(body.text({ previewId, startLine: 1, count: 2 }).lines).toEqual(['"b" 2,', '"c":3']);
    expect(() => body.tree({ previewId, pointer: '/a', start: 0, count: 1 })).toThrow('Only its text');
  });
});

describe('a body in another format than asked for', () => {
  it('is told to be a web page', () => {
    const page = '<!DOCTYPE html><html><body>Log in</body></html>';
    for (const format of ['json', 'xml', 'csv'])
      expect(fault(page, { format, contentType: 'text/html' })).toMatchObject({
        status: 'unparsed',
        message: says('The service sent a web page (HTML), not'),
      });
  });

  it.each([
    ['json', '<?xml version="1.0"?><a/>', 'application/xml', 'XML, not JSON'],
    ['csv', '<list><a/></list>', 'text/xml', 'XML, not CSV'],
    ['xml', '{"a":1}', 'application/json', 'JSON, not XML'],
    ['csv', '[{"a":1}]', 'application/json', 'JSON, not CSV'],
    ['json', 'day,amount\n1,2\n', 'text/csv', 'CSV, not JSON'],
    ['json', 'Service unavailable', 'text/plain', 'plain text, not JSON'],
  ])('asked for %s, %j is told to be what it is', (format, text, contentType, message) => {
    expect(fault(text, { format, contentType })).toMatchObject({
      status: 'unparsed',
      message: says(`The service sent ${message}`),
    });
  });

  it('is read all the same when only its content type is wrong', () => {
    expect(fault('{"a":1}', { contentType: 'text/html' }).status).toBe('parsed');
    expect(fault('[1]', { contentType: 'text/csv' }).status).toBe('parsed');
  });
});
