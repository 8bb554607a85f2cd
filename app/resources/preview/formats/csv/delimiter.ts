import { type Sample, sampleRecords } from './sample.ts';

/** In order of preference if two fit equally well: commas are the most common inside texts and numbers. */
const candidates = ['\t', ';', '|', ','];
const codeOf = (character: string) => character.charCodeAt(0);

/** Excel's first line: `sep=;` names the delimiter and is not data. */
const sepLine = /^"?sep=([\t\x20-\x7e])"?(?:\r\n|\n|\r|$)/i;

export interface Delimiter {
  delimiter: number;
  /** Where the data starts. */
  start: number;
}

/** `start` to `end`: the first bytes of the text, after its byte order mark. */
export function findDelimiter(
  bytes: Buffer,
  start: number,
  end: number,
  isWhole: boolean,
  contentType: string,
): Delimiter {
  const named = sepLine.exec(bytes.toString('latin1', start, Math.min(end, start + 16)));
  if (named !== null) return { delimiter: codeOf(named[1] ?? ','), start: start + named[0].length };
  if (/\btab-separated-values\b/i.test(contentType)) return { delimiter: codeOf('\t'), start };
  return { delimiter: codeOf(guess(bytes, start, end, isWhole)), start };
}

interface Fit {
  candidate: string;
  /** The number of cells in most records. */
  cells: number;
  /** The share of records with that number. */
  share: number;
  /** Of the sample. */
  torn: number;
  /** Whether each comma is one of a number or of a sentence. */
  isPunctuation: boolean;
}

function guess(bytes: Buffer, start: number, end: number, isWhole: boolean): string {
  const fits = candidates
    .map((candidate) => fitOf(candidate, sampleRecords(bytes, start, end, codeOf(candidate), isWhole)))
    .filter(({ cells }) => cells > 1);
  // `1,5;2,5`, `Temp, °C;Humidity, %`.
  const others = fits.filter(({ candidate }) => candidate !== ',');
  const comma = fits.find(({ candidate }) => candidate === ',');
  const possible = comma?.isPunctuation === true && others.some(({ share }) => share >= comma.share) ? others : fits;
  let best: Fit | undefined;
  for (const fit of possible) if (best === undefined || isBetter(fit, best)) best = fit;
  return best?.candidate ?? ',';
}

function isBetter(fit: Fit, than: Fit): boolean {
  if (fit.torn !== than.torn) return fit.torn < than.torn;
  if (fit.share !== than.share) return fit.share > than.share;
  return fit.cells > than.cells;
}

function fitOf(candidate: string, { records, torn }: Sample): Fit {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  let [cells, times] = [0, 0];
  for (const [length, count] of counts)
    if (count > times || (count === times && length > cells)) [cells, times] = [length, count];
  const isPunctuation = candidate === ',' && records.every(isPunctuated);
  return { candidate, cells, share: times / records.length, torn, isPunctuation };
}

/** Whether digits surround every comma, or a space follows it. */
const isPunctuated = (record: string[]): boolean =>
  record.slice(1).every((cell, index) => /^\s\S/.test(cell) || (/\d$/.test(record[index] ?? '') && /^\d/.test(cell)));
