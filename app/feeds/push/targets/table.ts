import type { ValueType } from '../../../shared/shape/shape.ts';
import { type PushRows, type PushValue, valuesOfLine } from '../push-rows.ts';

/** What a column of a database's table can be. `local`: a date with a time, without a zone. */
export type TableType = ValueType | 'local';

export interface Table {
  columns: readonly { name: string; type: TableType }[];
  rows: readonly (readonly PushValue[])[];
}

/** Rows that are read before others of this process get a turn. */
const batch = 1_000;

const isDay = (text: string): boolean => {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // The 31st of a shorter month is the 1st of the next one. No database has a year 0.
  return (
    year !== '' && Number(year) > 0 && date.getUTCDate() === Number(day) && date.getUTCMonth() + 1 === Number(month)
  );
};
const time = String.raw`([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?`;
const whole = new RegExp(`^${time}$`);
const withoutZone = new RegExp(String.raw`^\d{4}-\d\d-\d\d[T ]${time}$`);
const withZone = new RegExp(String.raw`^\d{4}-\d\d-\d\d[T ]${time}(Z|[+-]\d\d(:?[0-5]\d)?)$`);
const number = /^-?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/;

/** Whether a database takes the value as one of this type. */
const fits: Record<TableType, (value: PushValue) => boolean> = {
  text: () => true,
  duration: () => true,
  number: (value) => typeof value === 'number' || (typeof value === 'string' && number.test(value)),
  boolean: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && value.length === 10 && isDay(value),
  datetime: (value) => typeof value === 'string' && withZone.test(value) && isDay(value),
  local: (value) => typeof value === 'string' && withoutZone.test(value) && isDay(value),
  time: (value) => typeof value === 'string' && whole.test(value),
};
/** Types that hold more, in the order in which they are tried. */
const wider: Partial<Record<TableType, TableType>> = { datetime: 'local' };

export interface TableRules {
  /** Of a column's name, in bytes of UTF-8. */
  mostBytes: number;
  /** Names that the database keeps for itself. */
  taken: readonly string[];
  /** Whether `City` and `city` are two names. */
  isCaseSensitive: boolean;
}

/**
 * The rows for a table. A column whose values do not all fit its type is text: a single `n/a` must not lose the others.
 * Names are made different where the database would see the same ones.
 */
export async function tableOf({ lines, columns }: PushRows, rules: TableRules): Promise<Table> {
  const rows: PushValue[][] = [];
  for (const line of lines) {
    rows.push(valuesOfLine(line, columns));
    if (rows.length % batch === 0) await new Promise(setImmediate);
  }
  const typeOf = (type: TableType, index: number): TableType => {
    if (rows.every((row) => row[index] == null || fits[type](row[index]))) return type;
    const next = wider[type];
    return next === undefined ? 'text' : typeOf(next, index);
  };
  const names = namesFor(
    columns.map(({ name }) => name),
    rules,
  );
  const types = columns.map(({ type }, index) => typeOf(type, index));
  return {
    columns: columns.map(({ name }, index) => ({ name: names[index] ?? name, type: types[index] ?? 'text' })),
    rows: rows.map((row) => row.map((value, index) => (types[index] === 'text' ? asText(value) : value))),
  };
}

const asText = (value: PushValue): PushValue =>
  value === null ? null : typeof value === 'string' ? value.replaceAll('\0', '') : String(value);

/** Names that fit, and that differ from one another. */
function namesFor(names: readonly string[], { mostBytes, taken, isCaseSensitive }: TableRules): string[] {
  const plain = (name: string): string => (isCaseSensitive ? name : name.toLowerCase());
  const used = new Set(taken.map(plain));
  return names.map((given) => {
    const name = given.replaceAll('\0', '') || 'column';
    let free = cut(name, mostBytes);
    for (let count = 2; used.has(plain(free)); count += 1) free = `${cut(name, mostBytes - 6)}_${count}`;
    used.add(plain(free));
    return free;
  });
}

/** The longest beginning that has no more bytes, without a half character. */
function cut(text: string, mostBytes: number): string {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length <= mostBytes) return text;
  let end = mostBytes;
  // A byte 10xxxxxx continues a character (RFC 3629 §3).
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end).toString('utf8');
}

/** SQL's quotes for names, which the user chose. */
export const quoted = (name: string): string => `"${name.replaceAll('\0', '').replaceAll('"', '""')}"`;
