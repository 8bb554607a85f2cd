import { CsvScanner, cellText } from './scanner.ts';

/** The number of records from which the dialect is detected. */
const mostRecords = 100;
const mostCells = 20_000;

export interface Sample {
  records: string[][];
  /** Cells whose quotes are not those of RFC 4180 §2.5: another delimiter may fit better. */
  torn: number;
}

/**
 * The first records, without empty lines. `isWhole`: the text ends at `end`. Otherwise drops the last record, which may
 * be incomplete.
 */
export function sampleRecords(bytes: Buffer, start: number, end: number, delimiter: number, isWhole: boolean): Sample {
  const records: string[][] = [];
  let record: string[] = [];
  let cells = 0;
  let torn = 0;
  const scanner = new CsvScanner(delimiter, start, {
    cell: (from, to, quotes, quoted) => {
      if (cells++ >= mostCells || records.length >= mostRecords) return;
      record.push(cellText(bytes, from, to, quotes));
      if (isTorn(bytes.toString('latin1', from, to), quoted)) torn++;
    },
    endRecord: () => {
      if (!(record.length === 1 && record[0]?.trim() === '') && record.length > 0) records.push(record);
      record = [];
    },
  });
  if (isWhole) scanner.end(bytes, end);
  else scanner.scan(bytes, end);
  // A cell that never ends, or that has run over other cells' quotes.
  const { openQuoteAt } = scanner;
  if (openQuoteAt !== -1 && records.length < mostRecords)
    if (isWhole || isTorn(bytes.toString('latin1', openQuoteAt + 1, end), true)) torn++;
  return { records, torn };
}

/** Whether a cell has a quote that is neither doubled nor at its end, or, without quotes around it, an unpaired one. */
function isTorn(text: string, quoted: boolean): boolean {
  return quoted ? text.replaceAll('""', '').includes('"') : text.split('"').length % 2 === 0;
}
