import type { ValueType } from '../../shared/shape/shape.ts';

/** What is sent: the rows of a feed with its shape, names and time column. */
export interface PushRows {
  /** Each row as a JSON object. Numbers keep all their digits, because nobody parses them on the way. */
  lines: readonly string[];
  columns: readonly { name: string; type: ValueType }[];
  /** Epoch ms: when the service sent the rows. */
  dataAt: number;
}

export type PushValue = string | number | boolean | null;

/**
 * The values of a row in the order of the columns. A number that JavaScript cannot hold exactly stays text. Objects and
 * lists are their JSON.
 */
export function valuesOfLine(line: string, columns: PushRows['columns']): PushValue[] {
  // The source is there since Node 21; TypeScript's library does not know it yet.
  const keepDigits = (_key: string, value: unknown, context?: { source?: string }): unknown =>
    typeof value === 'number' && context?.source !== undefined && String(value) !== context.source
      ? context.source
      : value;
  const row: unknown = JSON.parse(line, keepDigits);
  return columns.map(({ name }) => plain(typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined));
}

function plain(value: unknown): PushValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}
