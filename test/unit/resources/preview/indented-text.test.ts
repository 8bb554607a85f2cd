import { describe, expect, it } from 'vitest';
import type { Body } from '../../../../app/resources/preview/body.ts';
import { indentText } from '../../../../app/resources/preview/indented-text.ts';
import { GrowingBytes } from '../../../../app/resources/preview/json/growing-bytes.ts';
import { Job, Unfinished } from '../../../../app/resources/preview/shape/work.ts';
import { indented } from '../../../../app/shared/indent/indent.ts';
import { indentJson } from '../../../../app/shared/indent/indent-json.ts';
import { indentXml } from '../../../../app/shared/indent/indent-xml.ts';
import type { DataFormat } from '../../../../app/shared/resource/resource.ts';
import { previewId, receive } from './read-body.ts';
import { patiently } from './shape/patiently.ts';

const rows = Array.from({ length: 40_000 }, (_, id) => ({ id, name: `Müller, "${id}"`, tags: [] as string[] }));
const xml = `<rows>${rows.map(({ id }) => `<row id="${id}"><name>n <b>${id}</b></name></row>`).join('')}</rows>`;

/** All lines, in pages. */
function linesOf(body: Body): string {
  const read = (startLine: number, count: number) =>
    patiently(() => body.text({ previewId, startLine, count, isIndented: true }));
  const { total } = read(0, 0);
  const lines: string[] = [];
  while (lines.length < total) lines.push(...read(lines.length, 5000).lines);
  return lines.join('\n');
}

describe('a text that is indented where it is kept', () => {
  it.each<[DataFormat, string, string]>([
    ['json', JSON.stringify({ rows }), indented(indentJson, JSON.stringify({ rows }))],
    ['json', '\ufeff[1,[2,{}]]', '[\n  1,\n  [\n    2,\n    {}\n  ]\n]'],
    ['xml', xml, indented(indentXml, xml)],
    ['csv', 'a,b\n1,2', 'a,b\n1,2'],
    // It is in no format.
    ['json', '[1,[2,', '[1,[2,'],
  ])('has the lines of the indented one (%s, %#)', (format, text, expected) => {
    expect(linesOf(receive(text, { format }).body)).toBe(expected);
  });

  it('is made a little at a time, so that rows can be read meanwhile', () => {
    const { body } = receive(JSON.stringify(Array(4).fill(rows)));
    const ask = () => body.text({ previewId, startLine: 0, count: 1, isIndented: true });
    expect(ask).toThrow(Unfinished);
    // As sent it is there at once.
    expect(body.text({ previewId, startLine: 0, count: 1 })).toMatchObject({ isIndented: false });
    expect(patiently(ask)).toMatchObject({ lines: ['['], isIndented: true });
  });

  it('is searched as it is shown', () => {
    const { body } = receive(JSON.stringify({ rows: [{ a: 1 }, { a: 'x' }] }));
    const search = { previewId, query: '"a": "x"', matchCase: true, from: 0 };
    expect(patiently(() => body.findLines({ ...search, isIndented: true })).matches).toEqual([
      { line: 6, column: 6, length: 8 },
    ]);
    expect(body.findLines(search).matches).toEqual([]);
  });

  it('is left as sent where it would take too much memory', () => {
    const source = new GrowingBytes();
    source.append(Buffer.from('['.repeat(2000) + ']'.repeat(2000)));
    const job = new Job(indentText(indentJson, source, 100_000));
    expect(patiently(() => job.finish())).toBeUndefined();
  });
});
