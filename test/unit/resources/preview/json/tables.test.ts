import { describe, expect, it } from 'vitest';
import { parsed, previewId, receive, tableOf } from '../read-body.ts';

const chosen = (text: string, dataPath: string | null = null) => parsed(receive(text, { dataPath }).summary);

describe('the table that is shown first', () => {
  it.each([
    ['a list at the root', '[{"a":1},{"a":2}]', ''],
    ['the list below a name that services use', '{"included":[{"a":1},{"a":2},{"a":3}],"data":[{"a":1}]}', '/data'],
    ['the longest list of objects', '{"x":[{"a":1}],"y":[{"a":1},{"a":2}],"z":[1,2,3,4]}', '/y'],
    ['a list deep inside', '{"a":{"b":{"c":{"nodes":[{"id":1}]}}}}', '/a/b/c/nodes'],
    ['the rows beside a page object', '[{"page":1},[{"a":1},{"a":2}]]', '/1'],
    ['rows that are lists', '{"range":"A1:B2","values":[["a","b"],["c","d"]]}', '/values'],
    ['a list of plain values alone', '{"values":[1,2,3]}', '/values'],
    ['an empty list at the root', '[]', ''],
    ['an empty list below a known name', '{"total":0,"items":[]}', '/items'],
    ['a list whose name needs escaping', '{"a/b~c":[{"x":1}]}', '/a~1b~0c'],
  ])('is %s', (_name, text, pointer) => {
    expect(chosen(text).dataPath).toBe(pointer);
  });

  it.each([
    ['a profile with a few roles', '{"name":"Ann","city":"Bonn","roles":["admin"]}'],
    ['a text', '"hello"'],
    ['a number', '17'],
    ['null', 'null'],
    ['an empty object', '{}'],
  ])('is none for %s', (_name, text) => {
    expect(chosen(text)).toMatchObject({ dataPath: null, rowCount: 0, columns: [] });
  });

  it('is the one that the resource names, also inside a row or where it is an object', () => {
    const text = '{"data":[{"tags":["a","b"]}],"prices":{"x":{"eur":1},"y":{"eur":2}}}';
    expect(chosen(text, '/data/0/tags')).toMatchObject({ dataPath: '/data/0/tags', rowCount: 2 });
    expect(tableOf(text, { dataPath: '/prices' })).toEqual({
      labels: ['key', 'eur'],
      kinds: ['string', 'number'],
      rows: [
        ['x', '1'],
        ['y', '2'],
      ],
    });
  });

  it('falls back to the best guess when the body has no such list', () => {
    expect(chosen('{"items":[{"a":1}]}', '/data').dataPath).toBe('/items');
    expect(chosen('{"items":[{"a":1}]}', 'no pointer').dataPath).toBe('/items');
  });

  it('names the lists of the body, the longest first, without those inside rows, then what can be one row', () => {
    const { dataPaths } = chosen('{"a":[1,2,3],"b":{"c":[{"tags":[1,2,3,4,5]}]}}');
    expect(dataPaths).toEqual([
      { pointer: '/a', label: 'a', rowCount: 3 },
      { pointer: '/b/c', label: 'b.c', rowCount: 1 },
      { pointer: '.', label: 'root', rowCount: 1 },
      { pointer: './b', label: 'b', rowCount: 1 },
    ]);
    expect(chosen('[1]').dataPaths).toEqual([{ pointer: '', label: 'root', rowCount: 1 }]);
  });

  it('names at most 50 lists', () => {
    const lists = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`list${index}`, [index]]));
    const { dataPaths } = chosen(JSON.stringify(lists));
    expect(dataPaths.filter(({ pointer }) => pointer.startsWith('/'))).toHaveLength(50);
  });

  it('finds a long list after a dictionary of thousands of lists', () => {
    const many = Object.fromEntries(Array.from({ length: 9000 }, (_, index) => [`k${index}`, [index]]));
    expect(chosen(JSON.stringify({ many, rows: [{ a: 1 }] })).dataPath).toBe('/rows');
  });
});

describe('columns', () => {
  it('are the union of the keys, nested objects flattened three deep, lists left as cells', () => {
    const rows = [
      { id: 1, at: { city: 'Bonn', geo: { lat: 1, more: { x: 1 } } }, tags: ['a', 'b'], gone: null },
      { id: 2, at: { city: 'Köln' }, extra: true },
    ];
    expect(tableOf(JSON.stringify(rows))).toEqual({
      labels: ['id', 'at.city', 'at.geo.lat', 'at.geo.more', 'tags', 'gone', 'extra'],
      kinds: ['number', 'string', 'number', 'object', 'array', 'null', 'boolean'],
      rows: [
        ['1', 'Bonn', '1', '{"x":1}', '["a","b"]', 'null', undefined],
        ['2', 'Köln', undefined, undefined, undefined, undefined, 'true'],
      ],
    });
  });

  it('are found in rows far from the start', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => (index >= 9000 ? { id: index, late: 1 } : { id: index }));
    expect(tableOf(JSON.stringify(rows)).labels).toEqual(['id', 'late']);
  });

  it('are found in every row, however far from the start and however few have them', () => {
    const rows = Array.from({ length: 50_000 }, (_, id) => ({ id, at: { x: 1 } }));
    Object.assign(rows[31_337] ?? {}, { late: 'x', at: { x: 1, y: null }, __proto__x: 1 });
    const { body, summary } = receive(JSON.stringify({ data: rows, total: 60_000 }));
    const labels = (columns: { label: string }[]) => columns.map(({ label }) => label);
    const first = parsed(summary);
    expect(first).toMatchObject({ hasAllColumns: false, totalRows: 60_000 });
    expect(labels(first.columns)).toEqual(['id', 'at.x']);
    let found = body.columns({ previewId, dataPath: '/data' });
    while (!found.hasAllColumns) found = body.columns({ previewId, dataPath: '/data' });
    expect(labels(found.columns)).toEqual(['id', 'at.x', 'at.y', 'late', '__proto__x']);
    expect(found).toMatchObject({ rowCount: 50_000, totalRows: 60_000, notes: [] });
    // Another list is looked through for itself.
    expect(labels(body.columns({ previewId, dataPath: '' }).columns)).toEqual(['key', 'value']);
  });

  it('are all known at once where the rows are few', () => {
    const rows = Array.from({ length: 300 }, (_, id) => (id === 299 ? { id, late: 1 } : { id }));
    expect(chosen(JSON.stringify(rows))).toMatchObject({
      hasAllColumns: true,
      columns: [{ label: 'id' }, { label: 'late' }],
    });
  });

  it('show plain rows in one column, and rows that are lists by place', () => {
    expect(tableOf('["a",2,null]')).toEqual({ labels: ['value'], kinds: ['string'], rows: [['a'], ['2'], ['null']] });
    expect(tableOf('[["a","b"],["c"]]')).toMatchObject({
      labels: ['Column 1', 'Column 2'],
      rows: [
        ['a', 'b'],
        ['c', undefined],
      ],
    });
  });

  it('leave out a null where other rows have an object', () => {
    expect(tableOf('[{"a":null},{"a":{"b":1}}]').labels).toEqual(['a.b']);
  });

  it('of one object with fields of all kinds are key and value', () => {
    expect(tableOf('{"name":"Ann","roles":["a","b"],"address":{"city":"Bonn"}}', { dataPath: '' })).toEqual({
      labels: ['key', 'value'],
      kinds: ['string', 'string'],
      rows: [
        ['name', 'Ann'],
        ['roles', '["a","b"]'],
        ['address', '{"city":"Bonn"}'],
      ],
    });
  });

  it('are 500 at most', () => {
    const wide = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`c${index}`, index]));
    expect(tableOf(JSON.stringify([wide])).labels).toHaveLength(500);
  });

  it('have the names __proto__, constructor and the empty text like any other', () => {
    expect(tableOf('[{"__proto__":1,"constructor":{"prototype":2},"":3}]')).toMatchObject({
      labels: ['__proto__', 'constructor.prototype', ''],
      rows: [['1', '2', '3']],
    });
  });
});

describe('cells', () => {
  it('show numbers as they were written, however long', () => {
    const text = '[{"n":12345678901234567890123.4500},{"n":1E400},{"n":-0}]';
    expect(tableOf(text).rows).toEqual([['12345678901234567890123.4500'], ['1E400'], ['-0']]);
  });

  it('take the last of equal keys, as JSON.parse does', () => {
    expect(tableOf('[{"a":{"x":1},"a":{"y":2}},{"a":{"x":3}}]').rows).toEqual([
      [undefined, '2'],
      ['3', undefined],
    ]);
  });

  it('read escapes and characters of every length', () => {
    const value = 'tab\t "q" \\ é € 😀 \u0000';
    expect(tableOf(JSON.stringify([{ 'k\n😀': value }]))).toMatchObject({ labels: ['k\n😀'], rows: [[value]] });
    expect(tableOf('[{"\\u0061":"\\u00e9\\ud83d\\ude00"}]')).toMatchObject({ labels: ['a'], rows: [['é😀']] });
  });

  it('are capped at 500 characters, no character cut in half, and say so', () => {
    for (const character of ['x', 'é', '€', '😀', '\n']) {
      const { body } = receive(JSON.stringify([character.repeat(9000)]));
      const [[cell] = []] = body.rows({ previewId, dataPath: '', columns: [''], start: 0, count: 1 }).rows;
      expect(cell?.truncated).toBe(true);
      expect(character.repeat(500).startsWith(cell?.text ?? '-')).toBe(true);
      expect(cell?.text.length).toBeGreaterThanOrEqual(499);
    }
  });

  it('tell how many children a list or object has', () => {
    const { body } = receive(JSON.stringify([{ a: Array(700).fill(7), o: { x: 1, y: 2 }, e: [] }]));
    const request = { previewId, dataPath: '', columns: ['/a', '/o', '/e'], start: 0, count: 1 };
    expect(body.rows(request).rows[0]).toMatchObject([
      { kind: 'array', count: 700, truncated: true },
      { kind: 'object', count: 2, text: '{"x":1,"y":2}' },
      { kind: 'array', count: 0, text: '[]' },
    ]);
  });
});

describe('unusual JSON', { timeout: 60_000 }, () => {
  it('may be nested half a million deep', () => {
    const depth = 500_000;
    const { body, summary } = receive(`${'['.repeat(depth)}1${']'.repeat(depth)}`, {}, [70, 7000, 700_000]);
    expect(parsed(summary).rootKind).toBe('array');
    expect(body.tree({ previewId, pointer: '/0/0', start: 0, count: 9 })).toMatchObject({ total: 1 });
    expect(body.tree({ previewId, pointer: '/0'.repeat(100), start: 0, count: 9 })).toMatchObject({ total: 1 });
    expect(receive('['.repeat(depth)).summary).toMatchObject({ status: 'unparsed', line: 1, column: depth + 1 });
  });

  it('may be one object per line (NDJSON)', () => {
    const { body, summary } = receive('{"a":1}\n{"a":2}\r\n\n{"a":3}\n', {}, [8, 9]);
    expect(parsed(summary)).toMatchObject({ rootKind: 'array', dataPath: '', rowCount: 3 });
    expect(body.tree({ previewId, pointer: '', start: 1, count: 1 }).nodes[0]).toMatchObject({ pointer: '/1' });
    expect(body.value({ previewId, pointer: '/2/a' }).text).toBe('3');
  });

  it('may start with a byte order mark, which no line shows', () => {
    const { body, summary } = receive('\ufeff{"a":[{"b":1}]}');
    expect(parsed(summary).rowCount).toBe(1);
    expect(body.text({ previewId, startLine: 0, count: 1 }).lines).toEqual(['{"a":[{"b":1}]}']);
  });

  it('may come in another charset, and is saved as it came', () => {
    const latin1 = Buffer.from('[{"a":"é"}]', 'latin1');
    expect(tableOf(latin1, { contentType: 'application/json; charset=ISO-8859-1' }).rows).toEqual([['é']]);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('[{"a":"é€😀"}]', 'utf16le')]);
    expect(tableOf(utf16).rows).toEqual([['é€😀']]);
    expect(tableOf('[{"a":"é"}]', { contentType: 'application/json; charset="utf8"' }).rows).toEqual([['é']]);
    expect(tableOf('[{"a":"é"}]', { contentType: 'application/json; charset=nonsense' }).rows).toEqual([['é']]);
  });

  it('may be empty', () => {
    for (const text of ['', '   \n\t', '\ufeff', ' '.repeat(10_000)])
      expect(receive(text).summary).toEqual({ status: 'empty' });
  });
});

describe('a tree of a value that was not kept while the body arrived', () => {
  const deep = {
    list: Array.from({ length: 100 }, (_, index) => ({ id: index, tags: Array(200).fill('t'), 'a/b': { c: [index] } })),
  };
  const { body } = receive(JSON.stringify(deep));

  it('is read on demand', () => {
    expect(body.tree({ previewId, pointer: '/list/77', start: 0, count: 10 }).nodes).toMatchObject([
      { pointer: '/list/77/id', key: 'id', cell: { kind: 'number', text: '77' } },
      { pointer: '/list/77/tags', cell: { kind: 'array', count: 200 } },
      { pointer: '/list/77/a~1b', key: 'a/b', cell: { kind: 'object', count: 1 } },
    ]);
    expect(body.tree({ previewId, pointer: '/list/77/tags', start: 198, count: 10 })).toMatchObject({
      total: 200,
      nodes: [{ key: '198' }, { key: '199' }],
    });
    expect(body.table({ previewId, dataPath: '/list/88/a~1b/c' })).toMatchObject({ rowCount: 1 });
  });

  it('has no children at places that do not exist', () => {
    for (const pointer of ['/list/100', '/list/01', '/list/x', '/nothing', '/list/0/id/x', 'list', '/list/-1'])
      expect(body.tree({ previewId, pointer, start: 0, count: 10 })).toEqual({ nodes: [], total: 0 });
  });

  it('has no table and no value there', () => {
    expect(() => body.table({ previewId, dataPath: '/nothing' })).toThrow('no list here');
    expect(() => body.value({ previewId, pointer: '/nothing' })).toThrow('no such value');
  });
});
