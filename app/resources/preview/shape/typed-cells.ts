import type { Cell, Column } from '../../../shared/preview/preview.ts';
import { typedText } from './shaped-rows.ts';
import { readerOf } from './values/read-value.ts';

/** Adds to each cell its value in its column's type. `columns`: `undefined` for one that is not there. */
export function addValues(rows: Cell[][], columns: readonly (Column | undefined)[]): Cell[][] {
  const readers = columns.map((column) => {
    const { type = 'text', pattern } = column ?? {};
    return { type, pattern, read: readerOf(type, pattern) };
  });
  return rows.map((row) =>
    row.map((cell, index) => {
      const reader = readers[index];
      if (reader?.read === undefined) return cell;
      const isEmpty = cell.kind === 'missing' || cell.kind === 'null' || (cell.kind === 'string' && cell.text === '');
      const text = cell.truncated === true ? undefined : isEmpty ? '' : cell.text;
      const value = text === undefined ? undefined : typedText(reader, cell.kind, text);
      if (value !== undefined) return { ...cell, value };
      return isEmpty ? cell : { ...cell, unfit: true };
    }),
  );
}
