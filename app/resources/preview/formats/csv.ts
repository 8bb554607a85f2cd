import Papa from 'papaparse';
import { maximumColumns, maximumNameCharacters } from '../limits.ts';
import { scalarSource } from './json-text.ts';
import { MadeList, mostMadeBytes } from './made-json.ts';

/** A row of which nothing is left. */
const isEmpty = (row: string[]) => row.length === 0 || (row.length === 1 && row[0] === '');

export interface CsvFault {
  message: string;
  line: number;
}

/**
 * CSV as JSON: a list of objects, their keys from the header row. Numbers keep their source text. `notes`: what is left
 * out, in sentences.
 */
export function csvToJson(
  text: string,
  mostBytes = mostMadeBytes,
): { json: Buffer; notes: string[] } | { fault: CsvFault } {
  const list = new MadeList(text.length, mostBytes);
  let keys: string[] | undefined;
  let widest = 0;
  let unclosedAt: number | undefined;
  const write = (row: string[]) => {
    list.add(rowSource(row.slice(0, maximumColumns), keys ?? []));
  };
  Papa.parse<string[]>(text, {
    delimitersToGuess: [',', ';', '\t', '|'],
    step: ({ data: row, errors }, parser) => {
      unclosedAt ??= errors.find(({ code }) => code === 'MissingQuotes')?.index;
      if (isEmpty(row)) return;
      widest = Math.max(widest, row.length);
      if (list.isFull) return parser.abort();
      if (keys !== undefined) return write(row);
      keys = headerOf(row) ?? [];
      if (keys.length === 0) write(row);
    },
  });
  if (unclosedAt !== undefined) {
    const line = text.slice(0, unclosedAt).split('\n').length;
    return { fault: { message: 'A quoted cell is opened here and never closed.', line } };
  }
  return { json: list.end(), notes: notesOf(list, widest) };
}

function notesOf({ isFull, rowCount }: MadeList, widest: number): string[] {
  const notes: string[] = [];
  if (widest > maximumColumns)
    notes.push(
      `The table has ${maximumColumns} columns. The widest row has ${widest.toLocaleString('en')}; Raw shows all.`,
    );
  if (isFull)
    notes.push(
      `The table has the first ${rowCount.toLocaleString('en')} rows. The others need too much memory; Raw shows all.`,
    );
  return notes;
}

/** The first row names the columns when it looks like names: all there, none a number. `undefined`: it is data. */
function headerOf(row: string[]): string[] | undefined {
  const names = row.slice(0, maximumColumns).map((cell) => cell.trim().slice(0, maximumNameCharacters));
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
