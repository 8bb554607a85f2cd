/** The kind of a cell. Text reveals nothing: both names and data are text. */
type Look = 'empty' | 'text' | 'year' | 'number' | 'date' | 'time' | 'boolean' | 'address';

const looks: [Look, RegExp][] = [
  ['empty', /^$/],
  ['year', /^(1[89]|20|21)\d\d$/],
  ['number', /^[-+]?[$€£¥]?\s?(\d+|\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+)(?:[.,]\d+)?(?:e[-+]?\d+)?\s?[%$€£¥]?$/i],
  ['date', /^\d{4}-\d\d(-\d\d)?([T ]\d\d:\d\d.*)?$|^\d{1,2}([./-])\d{1,2}\3\d{2,4}( \d\d?:\d\d.*)?$/],
  ['time', /^\d{1,2}:\d\d(:\d\d(\.\d+)?)?$/],
  ['boolean', /^(true|false)$/i],
  ['address', /^(https?:\/\/\S+|[^\s@]+@[^\s@]+\.[^\s@]+|[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})$/i],
];

const lookOf = (cell: string): Look => {
  const text = cell.trim();
  return looks.find(([, pattern]) => pattern.test(text))?.[0] ?? 'text';
};

/**
 * Whether the first record contains names. Assumed, unless every cell looks like the rows below and at least one is
 * more than text. RFC 4180 §3 lets the Content-Type decide (`header=present`).
 */
export function hasHeader(records: readonly string[][], contentType: string): boolean {
  const [first = [], ...below] = records;
  if (first.every((cell) => cell.trim() === '')) return false;
  const declared = /;\s*header\s*=\s*"?(present|absent)/i.exec(contentType)?.[1]?.toLowerCase();
  if (declared !== undefined) return declared === 'present';
  if (below.length === 0) return !first.some((cell) => !['empty', 'text', 'year'].includes(lookOf(cell)));
  if (isSeries(first) && !below.some(isSeries)) return true;
  const alike = first.map((cell, index) => {
    const column = below.map((row) => lookOf(row[index] ?? ''));
    return isAlike(lookOf(cell), column);
  });
  return alike.includes('no') || !alike.includes('yes');
}

/** `open`: undecided. */
function isAlike(first: Look, below: Look[]): 'yes' | 'no' | 'open' {
  const filled = below.filter((look) => look !== 'empty');
  if (first === 'empty' || filled.length === 0) return 'open';
  const same = (look: Look) => look === first || (first === 'number' && look === 'year');
  if (filled.filter(same).length * 2 < filled.length) return 'no';
  return first === 'text' ? 'open' : 'yes';
}

/** Years, months or weeks beside a label: `Country, 2019, 2020, 2021`. Data rarely counts up across a row. */
function isSeries(row: readonly string[]): boolean {
  const numbers = row.filter((cell) => /^\s*\d+\s*$/.test(cell)).map(Number);
  const [first = 0, second = 0] = numbers;
  const step = second - first;
  if (numbers.length < 3 || numbers.length === row.length || step === 0) return false;
  return numbers.every((number, index) => number === first + index * step);
}
