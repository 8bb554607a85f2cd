import Papa from 'papaparse';
import { GrowingBytes } from '../json/growing-bytes.ts';
import { scalarSource } from './json-text.ts';

/** A row of which nothing is left. */
const isEmpty = (row: string[]) => row.length === 0 || (row.length === 1 && row[0] === '');
/** JSON is handed on in pieces of about this many characters. */
const pieceCharacters = 256 * 1024;

export interface CsvFault {
  message: string;
  line: number;
}

/** CSV as JSON: a list of objects, their keys from the header row. Numbers keep their source text. */
export function csvToJson(text: string): { json: Buffer } | { fault: CsvFault } {
  const json = new GrowingBytes(text.length);
  let keys: string[] | undefined;
  let piece = '[';
  let written = 0;
  let unclosedAt: number | undefined;
  const write = (row: string[]) => {
    piece += `${written++ === 0 ? '' : ',\n'}${rowSource(row, keys ?? [])}`;
    if (piece.length < pieceCharacters) return;
    json.append(Buffer.from(piece));
    piece = '';
  };
  Papa.parse<string[]>(text, {
    delimitersToGuess: [',', ';', '\t', '|'],
    step: ({ data: row, errors }) => {
      unclosedAt ??= errors.find(({ code }) => code === 'MissingQuotes')?.index;
      if (isEmpty(row)) return;
      if (keys !== undefined) return write(row);
      keys = headerOf(row) ?? [];
      if (keys.length === 0) write(row);
    },
  });
  if (unclosedAt !== undefined) {
    const line = text.slice(0, unclosedAt).split('\n').length;
    return { fault: { message: 'A quoted cell is opened here and never closed.', line } };
  }
  json.append(Buffer.from(`${piece}]`));
  return { json: json.view() };
}

/** The first row names the columns when it looks like names: all there, none a number. `undefined`: it is data. */
function headerOf(row: string[]): string[] | undefined {
  const names = row.map((cell) => cell.trim());
  if (names.some((name) => name !== '' && !Number.isNaN(Number(name)))) return undefined;
  if (names.every((name) => name === '')) return undefined;
  const seen = new Map<string, number>();
  return names.map((name, index) => {
    const base = name === '' ? `Column ${index + 1}` : name;
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    return times === 1 ? base : `${base} (${times})`;
  });
}

function rowSource(row: string[], keys: string[]): string {
  const cells = row.map(
    (cell, index) => `${JSON.stringify(keys[index] ?? `Column ${index + 1}`)}:${scalarSource(cell)}`,
  );
  return `{${cells.join(',')}}`;
}
