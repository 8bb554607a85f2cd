import { describe, expect, it } from 'vitest';
import { says } from '../../../../servers/english.ts';
import { parsed, previewId, receive, tableOf } from '../read-body.ts';

describe('CSV', () => {
  const csv = (text: string) => tableOf(text, { format: 'csv' });

  it('is a table with the header row as columns', () => {
    expect(csv('day,region,amount\r\n2026-01-01,North,12.50\r\n2026-01-02,"South, ""old""",-3\r\n')).toEqual({
      labels: ['day', 'region', 'amount'],
      kinds: ['string', 'string', 'number'],
      rows: [
        ['2026-01-01', 'North', '12.50'],
        ['2026-01-02', 'South, "old"', '-3'],
      ],
    });
  });

  it.each([';', '\t', '|'])('may be delimited by %j', (delimiter) => {
    const text = ['a,b,c', '1,2,3', '4,5,6'].join('\n').replaceAll(',', delimiter);
    expect(csv(text)).toMatchObject({
      labels: ['a', 'b', 'c'],
      rows: [
        ['1', '2', '3'],
        ['4', '5', '6'],
      ],
    });
  });

  it('keeps what only looks like a number', () => {
    expect(csv('zip,amount,big\n01234,1e3,12345678901234567890\n99999,,5\n')).toMatchObject({
      kinds: ['string', 'number', 'number'],
      rows: [
        ['01234', '1e3', '12345678901234567890'],
        ['99999', '', '5'],
      ],
    });
  });

  it('numbers the columns when the first row is data', () => {
    expect(csv('1,x\n2,y\n')).toMatchObject({
      labels: ['Column 1', 'Column 2'],
      rows: [
        ['1', 'x'],
        ['2', 'y'],
      ],
    });
  });

  it('tells equal and empty names apart, and takes rows of any length', () => {
    expect(csv('a,a,\n1,2,3,4\n5\n')).toMatchObject({
      labels: ['a', 'a (2)', 'Column 3', 'Column 4'],
      rows: [
        ['1', '2', '3', '4'],
        ['5', undefined, undefined, undefined],
      ],
    });
  });

  it('may have one column, line breaks in quotes, and __proto__ as a name', () => {
    expect(csv('name\nAnn\nBob\n').rows).toEqual([['Ann'], ['Bob']]);
    expect(csv('__proto__,b\n"x\ny",z\n')).toMatchObject({ labels: ['__proto__', 'b'], rows: [['x\ny', 'z']] });
  });

  it('is refused with the line of a quote that is never closed', () => {
    const { summary } = receive('a,b\n1,2\n"3,4\n5,6', { format: 'csv' });
    expect(summary).toMatchObject({ status: 'unparsed', line: 3, message: says('never closed') });
  });

  it('shows its own text, not the JSON made of it', () => {
    const { body, summary } = receive('a,b\r\n1,2\r\n', { format: 'csv' });
    expect(parsed(summary)).toMatchObject({ dataPath: '', rowCount: 1, lineCount: 2 });
    expect(body.text({ previewId, startLine: 0, count: 9 }).lines).toEqual(['a,b', '1,2']);
  });
});

describe('XML', () => {
  const xml = (text: string) => receive(text, { format: 'xml' });

  it('is a table of the elements that repeat, columns named as its elements and attributes are', () => {
    const text = `<?xml version="1.0"?><!-- sales --><sales><sale id="1" ok="yes"><amount cur="EUR">12.50</amount></sale>
      <sale id="007"><amount>3</amount><note>a &amp; b &#233; &lt;</note></sale></sales>`;
    expect(tableOf(text, { format: 'xml' })).toEqual({
      labels: ['amount', 'amount.cur', 'id', 'ok', 'note'],
      kinds: ['number', 'string', 'string', 'string', 'string'],
      rows: [
        ['12.50', 'EUR', '1', 'yes', undefined],
        ['3', undefined, '007', undefined, 'a & b é <'],
      ],
    });
    expect(parsed(xml(text).summary).dataPath).toBe('/sales/sale');
  });

  it('refuses a document type that defines entities: they cannot expand', () => {
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><lolz>&lol2;</lolz>`;
    expect(xml(bomb).summary).toMatchObject({
      status: 'unparsed',
      line: 2,
      column: 1,
      message: says('DOCTYPE'),
    });
  });

  it('leaves unknown entities as they are and decodes each once', () => {
    const { body } = xml('<a><b>&amp;lt; &unknown; &#x1F600; &#0;</b></a>');
    expect(body.value({ previewId, pointer: '/a/b' }).text).toBe('&lt; &unknown; 😀 &#0;');
  });

  it('keeps CDATA and texts beside elements', () => {
    const { body } = xml('<a><b><![CDATA[<x> & y]]></b><c k="v">text</c></a>');
    expect(body.value({ previewId, pointer: '/a/b' }).text).toBe('<x> & y');
    expect(body.value({ previewId, pointer: '/a/c/#text' }).text).toBe('text');
  });

  it('is refused with its place when a tag is not closed', () => {
    expect(xml('<a>\n<b></a>').summary).toMatchObject({
      status: 'unparsed',
      line: 2,
      message: says('not valid'),
    });
  });

  it('is refused when it nests without end', () => {
    expect(xml('<a>'.repeat(5000) + '</a>'.repeat(5000)).summary.status).toBe('unparsed');
  });
});
