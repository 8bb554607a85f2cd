import { describe, expect, it } from 'vitest';
import type { BodyOptions } from '../../../../../../app/resources/preview/messages.ts';
import { says } from '../../../../../servers/english.ts';
import { parsed, previewId, receive, tableOf } from '../../read-body.ts';

const xml = (text: string, options: Partial<BodyOptions> = {}) => receive(text, { format: 'xml', ...options });
const table = (text: string, options: Partial<BodyOptions> = {}) => tableOf(text, { format: 'xml', ...options });

describe('a document type in XML', () => {
  const search = '<eSearchResult><Count>2</Count><IdList><Id>101</Id><Id>102</Id></IdList></eSearchResult>';

  it.each([
    ['PUBLIC "-//NLM//DTD esearch 20060628//EN" "https://dtd.example.org/esearch.dtd"'],
    ["SYSTEM 'esearch.dtd'"],
    ['SYSTEM "a>b[c].dtd" '],
    [''],
  ])('that only names a definition is skipped: %s', (external) => {
    const text = `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE eSearchResult ${external}>\n${search}`;
    expect(table(text).rows).toEqual([['101'], ['102']]);
  });

  it.each([
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['<!DOCTYPE a SYSTEM "a.dtd" [ ]><a/>'],
    ['<!-- c --><!doctype a PUBLIC "p" "s" [<!ENTITY % x SYSTEM "file:///etc/passwd">]><a/>'],
    ['<!DOCTYPE a SYSTEM "a.dtd" x><a/>'],
  ])('that defines something itself, or cannot be read, is refused: %s', (text) => {
    expect(xml(text).summary).toMatchObject({
      status: 'unparsed',
      line: 1,
      message: says('DOCTYPE'),
    });
  });

  it('leaves a fault below it at its line', () => {
    expect(xml('<!DOCTYPE a\n SYSTEM "x">\n<a>\n<b></a>').summary).toMatchObject({ status: 'unparsed', line: 4 });
  });
});

describe('names in XML', () => {
  it('may be any, those of JavaScript too, and none is renamed', () => {
    expect(
      table(
        '<standings><team><constructor>Red</constructor><points>10</points></team><team><constructor>Blue</constructor><points>8</points></team></standings>',
      ),
    ).toMatchObject({
      labels: ['constructor', 'points'],
      rows: [
        ['Red', '10'],
        ['Blue', '8'],
      ],
    });
    const names = [
      '__proto__',
      'prototype',
      'toString',
      'valueOf',
      'hasOwnProperty',
      '__defineGetter__',
      'constructor',
    ];
    const row = (value: string) =>
      `<row ${names.map((name) => `${name}="a${value}"`).join(' ')}>${names.map((name) => `<x-${name}>${value}</x-${name}><${name}>${value}</${name}>`).join('')}</row>`;
    const read = table(`<rows>${row('1')}${row('2')}</rows>`);
    expect(read.labels).toEqual([
      ...names.flatMap((name) => [`x-${name}`, name]),
      ...names.map((name) => `${name} (attribute)`),
    ]);
    expect(read.rows[1]).toEqual([...names.flatMap(() => ['2', '2']), ...names.map(() => 'a2')]);
    for (const name of names) {
      const { body, summary } = xml(`<${name}><${name}>1</${name}><${name}>2</${name}></${name}>`);
      expect(parsed(summary)).toMatchObject({ dataPath: `/${name}/${name}`, rowCount: 2 });
      expect(body.value({ previewId, pointer: `/${name}/${name}/1` }).text).toBe('2');
    }
  });

  it('of columns are those of elements and attributes; the text of an element is under its own name', () => {
    expect(
      table('<rates><rate day="1" cur="USD">1.08</rate><rate day="2">0.86</rate><rate cur="CHF"/></rates>'),
    ).toEqual({
      labels: ['value', 'day', 'cur'],
      kinds: ['number', 'number', 'string'],
      rows: [
        ['1.08', '1', 'USD'],
        ['0.86', '2', undefined],
        [undefined, undefined, 'CHF'],
      ],
    });
  });

  it('of columns differ: an attribute with the name of an element is said to be one', () => {
    expect(table('<a><b id="1"><id>x</id><value>5</value>t</b><b id="2"><id>y</id></b></a>')).toMatchObject({
      labels: ['id', 'value', 'value (text)', 'id (attribute)'],
    });
    expect(table('<a><b><c.d>1</c.d><c><d>2</d></c></b><b/></a>').labels).toEqual(['c.d', 'c.d (2)']);
  });
});

describe('an element that one row has once, and another several times', () => {
  const rows =
    '<l><row><id>1</id><tag>a</tag></row><row><id>2</id><tag>b</tag><tag k="1">c</tag></row><row><id>3</id></row></l>';

  it('is a list in both, in one column', () => {
    expect(table(rows)).toEqual({
      labels: ['id', 'tag'],
      kinds: ['number', 'array'],
      rows: [
        ['1', '["a"]'],
        ['2', '["b", {"text":"c","k":1}]'],
        ['3', undefined],
      ],
    });
  });

  it('has the same rows below it', () => {
    expect(table(rows, { dataPath: '$.l.row[*].tag[*]', withParents: true })).toMatchObject({
      labels: ['value', 'k', 'row.id'],
      rows: [
        ['a', undefined, '1'],
        ['b', undefined, '2'],
        ['c', '1', '2'],
      ],
    });
  });
});
