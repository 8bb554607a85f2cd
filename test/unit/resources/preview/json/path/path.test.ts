import { describe, expect, it } from 'vitest';
import { findRows } from '../../../../../../app/resources/preview/json/find-rows.ts';
import { parsePath } from '../../../../../../app/resources/preview/json/path/parse-path.ts';
import { PathFault } from '../../../../../../app/resources/preview/json/path/path-fault.ts';
import { rowsOfPath } from '../../../../../../app/resources/preview/json/path/rows-of-path.ts';
import { select } from '../../../../../../app/resources/preview/json/path/select.ts';
import { formatEnglish } from '../../../../../../app/shared/messages/format.ts';
import { documentOf, selected, selectedByWalk } from './path-document.ts';

const shop = documentOf(
  '{"limit":2,"orders":[{"id":1,"lines":[{"n":1},{"n":2}]},{"id":2,"lines":[]},{"id":3,"lines":[{"n":3,"tags":["a"]}]}]}',
);
const pointers = (path: string, document = shop) => selected(document, path).map(({ pointer }) => pointer);

describe('a JSONPath', () => {
  it.each([
    ['$.orders[*].lines[*]', ['/orders/0/lines/0', '/orders/0/lines/1', '/orders/2/lines/0']],
    ['$.orders[?@.id > 1].id', ['/orders/1/id', '/orders/2/id']],
    ['$..n', ['/orders/0/lines/0/n', '/orders/0/lines/1/n', '/orders/2/lines/0/n']],
    ['$.orders[-1,0].id', ['/orders/2/id', '/orders/0/id']],
    ['$.orders[::-2].id', ['/orders/2/id', '/orders/0/id']],
    ['$.orders[?count(@.lines[*]) == 2].id', ['/orders/0/id']],
    ['$.orders[?@.lines[?@.n == $.limit]].id', ['/orders/0/id']],
    ['$.none[*].at', []],
  ])('%s selects rows that know where they are', (path, found) => {
    expect(pointers(path)).toEqual(found);
  });

  it('without wildcards is a list of rows, or the only row', () => {
    expect(pointers('$.orders')).toEqual(['/orders/0', '/orders/1', '/orders/2']);
    expect(pointers('$.orders[1]')).toEqual(['/orders/1']);
    expect(pointers('$.limit')).toEqual(['/limit']);
    expect(pointers('$')).toEqual(['']);
    expect(pointers('$.none')).toEqual([]);
    expect(pointers("$['orders'][*]")).toEqual(['/orders/0', '/orders/1', '/orders/2']);
  });

  it('keeps the order of keys that look like numbers, and their keys', () => {
    const keyed = documentOf('{"at":{"20":{"x":1},"3":{"x":2}},"in":[{"7":{"x":3},"5":{"x":4}}]}');
    expect(findRows(keyed, '$.at[*]')).toMatchObject({ kind: 'object' });
    expect(pointers('$.at[*]', keyed)).toEqual(['/at/20', '/at/3']);
    expect(findRows(keyed, '$.in[*][*]')).toMatchObject({ kind: 'object' });
    expect(pointers('$.in[*][*]', keyed)).toEqual(['/in/0/7', '/in/0/5']);
    expect(findRows(shop, '$.orders[*].id')).toMatchObject({ kind: 'array' });
  });

  it('follows NDJSON from the list of its values', () => {
    const lines = documentOf('{"a":[1,2]}\n{"a":[3]}');
    expect(pointers('$[*].a[*]', lines)).toEqual(['/0/a/0', '/0/a/1', '/1/a/0']);
    expect(pointers('$[?@.a[0] == $[1].a[0]]', lines)).toEqual(['/1']);
    expect(pointers('$', lines)).toEqual(['/0', '/1']);
  });

  it('takes one XML element for a list of one', () => {
    const one = documentOf('{"p":{"room":{"bed":{"n":1}}}}', { isXml: true });
    const many = documentOf('{"p":{"room":[{"bed":[{"n":1},{"n":2}]},{"bed":{"n":3}},{}]}}', { isXml: true });
    const path = '$.p.room[*].bed[*]';
    expect(pointers(path, one)).toEqual(['/p/room/0/bed/0']);
    expect(pointers(path, many)).toEqual(['/p/room/0/bed/0', '/p/room/0/bed/1', '/p/room/1/bed/0']);
    expect(pointers('$.p.room[?@.bed].bed[:1]', one)).toEqual(['/p/room/0/bed/0']);
    for (const document of [one, many])
      for (const { pointer, source } of selected(document, path)) {
        const at = document.resolve(pointer);
        expect(document.bytes.toString('utf8', Number(at)).startsWith(source)).toBe(true);
      }
    const levels = [one, many].map((document) => findRows(document, path));
    expect(levels.map((rows) => rows && 'places' in rows && rows.places.depth)).toEqual([5, 5]);
  });

  it('compares numbers as doubles, and shows the digits as they are', () => {
    const long = documentOf('[{"id":9007199254740993,"rate":0.1000},{"id":9007199254740992,"rate":1e400}]');
    expect(selected(long, '$[?@.id == 9007199254740993].id').map(({ source }) => source)).toEqual([
      '9007199254740993',
      '9007199254740992',
    ]);
    expect(selected(long, '$[?@.rate < 1].rate')).toMatchObject([{ source: '0.1000' }]);
  });

  it('finds nothing in what objects inherit', () => {
    const odd = documentOf('[{},{"toString":1,"__proto__":{"x":1}}]');
    expect(pointers('$[?@.toString]', odd)).toEqual(['/1']);
    expect(pointers('$[*].__proto__.x', odd)).toEqual(['/1/__proto__/x']);
    expect(pointers('$[?@.__proto__.x]', odd)).toEqual(['/1']);
    expect(pointers('$[0].constructor', odd)).toEqual([]);
  });
});

describe('a path that cannot be followed', () => {
  const faultOf = (path: string, document = shop) => {
    const found = findRows(document, path);
    if (!(found instanceof PathFault)) throw new Error(`${path} was followed`);
    return { at: found.at, text: formatEnglish(found.text) };
  };

  it.each<[string, number, string]>([
    ['$.', 3, 'The path ends too early. Continue at character 3'],
    ['$..', 4, 'The path ends too early'],
    ['$.orders[', 10, 'A bracket is not closed'],
    ['$.orders[?@.id > 1', 19, 'A bracket is not closed'],
    ['$["orders', 10, 'quotation mark'],
    ['$.@id', 3, "Write it in brackets, such as ['@id']."],
    ['$.a b', 5, '“b” does not fit at character 5'],
    ['$.a]', 4, '“]” does not fit at character 4'],
    ['$.a[?@.x = 1]', 10, 'write “==”'],
    ['$.a[?@.x =~ /b/]', 10, 'match(@.name'],
    ['$.a[?@.x == 1 and @.y == 2]', 15, '“&&”'],
    ['$[?size(@.x) > 1]', 4, 'no function “size” (character 4)'],
    ['$[?length(@.x)]', 4, 'match and search stand alone'],
    ['$[?@.a == @..b]', 11, 'cannot be compared'],
    ['$[?match(@.a)]', 4, 'match and search stand alone'],
    ['$.a[(@.length-1)]', 5, '[-1] is the last one'],
    ['$.a[01]', 5, 'starts with a zero'],
    ['$[99999999999999999999]', 3, 'too large'],
  ])('%s is told what is wrong, and where', (path, at, text) => {
    expect(faultOf(path)).toEqual({ at, text: expect.stringContaining(text) });
  });

  it('ends instead of taking too long, too much or too deep a way', () => {
    const wide = documentOf(`[${'[1,1,1,1,1,1,1,1,1,1],'.repeat(20)}[]]`);
    const all = parsePath('$[*,*][*,*]');
    expect(select(wide, all).rows).toHaveLength(800);
    expect(() => select(wide, all, { places: 500, milliseconds: 1000 })).toThrow('paths.fault.tooMany');
    const often = parsePath(`$${'[*,*,*,*,*,*,*,*]'.repeat(2)}`);
    const late = { places: 2 ** 24, milliseconds: 0 };
    expect(() => select(documentOf(`[${'[1,1,1,1],'.repeat(2000)}[]]`), often, late)).toThrow('paths.fault.slow');
    const deep = documentOf(`${'['.repeat(5000)}${']'.repeat(5000)}`);
    expect(faultOf('$..*', deep).text).toContain('nested too deeply');
    expect(faultOf('$[?@..x]', deep).text).toContain('nested too deeply');
  });

  it('is not slowed down by a pattern, whoever wrote it', () => {
    const evil = documentOf(
      JSON.stringify([
        { text: 'a'.repeat(5000), pattern: '((a*)*)*b' },
        { text: 'aab', pattern: 'a.b' },
      ]),
    );
    const start = performance.now();
    expect(pointers('$[?match(@.text, @.pattern)]', evil)).toEqual(['/1']);
    expect(pointers('$[?search(@.text, "(a+a+)+b")]', evil)).toEqual(['/1']);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

it('is followed the same with and without the way for simple paths', () => {
  for (const path of ['$.orders[*]', '$.orders[0].lines[*]', '$[*]', '$.orders[5][*]', '$.limit[*]'])
    expect(selected(shop, path)).toEqual(selectedByWalk(shop, path));
  expect(rowsOfPath(shop, '$.orders[*]')).toMatchObject({ kind: 'array' });
});
