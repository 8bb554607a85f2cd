import { CsvScanner, cellText } from './scanner.ts';

/** The number of records from which the dialect is detected. */
const mostRecords = 100;
const mostCells = 20_000;

/**
 * The first records, without empty lines. `isWhole`: the text ends at `end`. Otherwise drops the last record, which may
 * be incomplete.
 */
export function sampleRecords(
  bytes: Buffer,
  start: number,
  end: number,
  delimiter: number,
  isWhole: boolean,
): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cells = 0;
  const scanner = new CsvScanner(delimiter, start, {
    cell: (from, to, quotes) => {
      if (cells++ < mostCells && records.length < mostRecords) record.push(cellText(bytes, from, to, quotes));
    },
    endRecord: () => {
      if (!(record.length === 1 && record[0]?.trim() === '') && record.length > 0) records.push(record);
      record = [];
    },
  });
  if (isWhole) scanner.end(bytes, end);
  else scanner.scan(bytes, end);
  return records;
}
