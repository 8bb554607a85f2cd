import { mostCopiedBytes } from '../../../shared/contract/table.ts';
import type { ShapedCell, ShapedRows } from './shaped-rows.ts';
import type { Slices } from './work.ts';

export interface CopyRequest {
  start: number;
  /** `null`: to the end. */
  count: number | null;
  withHeader: boolean;
  decimalMark: '.' | ',';
}

export interface CopiedText {
  text: string;
  rowCount: number;
  isCut: boolean;
}

const rowsAtOnce = 500;
const lineEnd = '\r\n';

/** Tab-separated text, as spreadsheets write it to the clipboard (RFC 4180's quotes, with tabs). */
export function* copyText(
  rows: ShapedRows,
  { start, count, withHeader, decimalMark }: CopyRequest,
  mostCharacters = mostCopiedBytes,
): Slices<CopiedText> {
  const end = Math.min(rows.rowCount, count === null ? rows.rowCount : start + count);
  const parts: string[] = [];
  if (withHeader) parts.push(rows.columns.map(({ name, label }) => quoted(name ?? label)).join('\t'));
  const types = rows.columns.map(({ type }) => type);
  const write = ({ text, value }: ShapedCell, column: number): string =>
    value !== undefined && types[column] === 'number' ? value.replace('.', decimalMark) : quoted(text);
  let length = parts[0]?.length ?? 0;
  let rowCount = 0;
  for (let from = start; from < end; from += rowsAtOnce) {
    for (const row of rows.read(from, Math.min(rowsAtOnce, end - from))) {
      const line = row.map(write).join('\t');
      length += line.length + lineEnd.length;
      if (length > mostCharacters && rowCount > 0) return { text: parts.join(lineEnd), rowCount, isCut: true };
      parts.push(line);
      rowCount++;
    }
    yield;
  }
  return { text: parts.join(lineEnd), rowCount, isCut: false };
}

const quoted = (text: string): string => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
