import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineMatch, NodeMatch } from '../../../../../app/shared/contract/search.ts';
import { previewId, receive } from '../read-body.ts';

type Options = { matchCase?: boolean };

/** All matches, and the number of calls that found them. */
function search<Match>(find: (from: number) => { matches: Match[]; next: number | null }) {
  const matches: Match[] = [];
  let calls = 0;
  for (let from: number | null = 0; from !== null; calls++) {
    const slice: { matches: Match[]; next: number | null } = find(from);
    matches.push(...slice.matches);
    from = slice.next;
  }
  return { matches, calls };
}
const inLines = (text: string, query: string, { matchCase = false }: Options = {}) => {
  const { body } = receive(text);
  const found = search<LineMatch>((from) => body.findLines({ previewId, query, matchCase, from }));
  return { ...found, lines: body.text({ previewId, startLine: 0, count: 100_000 }).lines };
};
const inNodes = (text: string, query: string, { matchCase = false }: Options = {}) => {
  const { body } = receive(text);
  return search<NodeMatch>((from) => body.findNodes({ previewId, query, matchCase, from }));
};

describe('the search in the text of a body', () => {
  it('says line, column and length of each match, without regard to case unless asked', () => {
    const text = '[\n  "Grün", "GRÜN",\n "grün."\n]';
    expect(inLines(text, 'grün').matches).toEqual([
      { line: 1, column: 3, length: 4 },
      { line: 1, column: 11, length: 4 },
      { line: 2, column: 2, length: 4 },
    ]);
    expect(inLines(text, 'GRÜN', { matchCase: true }).matches).toEqual([{ line: 1, column: 11, length: 4 }]);
  });

  it('takes every character as itself', () => {
    expect(inLines('["a.c*(b)[1]\\\\"]', '.c*(b)[1]\\').matches).toHaveLength(1);
    expect(inLines('["abc"]', 'a.c').matches).toEqual([]);
  });

  it('finds what crosses the pieces of a long line', () => {
    const { matches, lines } = inLines(`["${'é'.repeat(997)}needle${'x'.repeat(5000)}needle"]`, 'needle');
    expect(matches).toHaveLength(2);
    for (const { line, column } of matches)
      expect(`${lines[line]?.slice(column)}${lines[line + 1] ?? ''}`).toMatch(/^needle/);
  });

  it('finds each match once, wherever it is in a long text', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40_000), { minLength: 1, maxLength: 30 }), (gaps) => {
        const text = `[${gaps.map((gap) => `"${'é€\\n😀 '.repeat(gap / 8)}nêedle"`).join(',\n')}]`;
        const { matches, lines } = inLines(text, 'nêedle');
        expect(matches).toHaveLength(gaps.length);
        for (const { line, column } of matches)
          expect(`${lines[line]?.slice(column)}${lines[line + 1] ?? ''}`).toMatch(/^nêedle/);
      }),
      { numRuns: 20 },
    );
  });

  it('returns early where there is much to find, and continues', () => {
    const { matches, calls } = inLines(`["${'a'.repeat(100_000)}"]`, 'a');
    expect(matches).toHaveLength(100_000);
    expect(calls).toBeGreaterThan(1);
  });
});

describe('the search in the tree of a body', () => {
  it('finds keys and values, by their place from the root on', () => {
    const text = '{"data": [{"name": "x", "colour": "red"}, {"red": [1, true, "Red"]}], "n": 1.50}';
    expect(inNodes(text, 'red').matches).toEqual([
      { path: [0, 0, 1], isKey: false },
      { path: [0, 1, 0], isKey: true },
      { path: [0, 1, 0, 2], isKey: false },
    ]);
    expect(inNodes(text, 'Red', { matchCase: true }).matches).toEqual([{ path: [0, 1, 0, 2], isKey: false }]);
    expect(inNodes(text, 'tru').matches).toEqual([{ path: [0, 1, 0, 1], isKey: false }]);
    expect(inNodes(text, '1.50').matches).toEqual([{ path: [1], isKey: false }]);
  });

  it('reads escapes, and tells equal keys apart', () => {
    expect(inNodes('{"a": "gr\\u00fcn", "a": "\\"x\\""}', 'grün').matches).toEqual([{ path: [0], isKey: false }]);
    expect(inNodes('{"a": "gr\\u00fcn", "a": "\\"x\\""}', '"x"').matches).toEqual([{ path: [1], isKey: false }]);
  });

  it('finds in NDJSON, and far inside what was not recorded', () => {
    expect(inNodes('{"a": 1}\n{"a": {"b": [0, "x"]}}', 'x').matches).toEqual([{ path: [1, 0, 0, 1], isKey: false }]);
    const rows = JSON.stringify(Array.from({ length: 5000 }, (_, id) => ({ id, tags: [`t${id}`, { deep: id }] })));
    const { matches } = inNodes(rows, 't4321');
    expect(matches).toEqual([{ path: [4321, 1, 0], isKey: false }]);
    expect(inNodes(rows, 'deep').matches).toHaveLength(5000);
    expect(inNodes('[]', 'x').matches).toEqual([]);
  });
});
