import { childPointer } from '../../../app/shared/json-pointer.ts';
import type { Cell, Column } from '../../../app/shared/preview/preview.ts';
import { keyPointer, readRowPath } from '../../../app/shared/preview/row-path.ts';

/** The place of a cell's value in the body. `undefined`: the cell has no value of its own, or its row's key is too long. */
export function cellPointer(
  dataPath: string,
  columns: readonly Column[],
  row: number,
  column: number,
  cellAt: (row: number, column: number) => Cell | undefined,
): string | undefined {
  const pointer = columns[column]?.pointer;
  if (pointer === undefined || pointer === keyPointer) return undefined;
  const { pointer: rows, isOneRow } = readRowPath(dataPath);
  if (isOneRow) return `${rows}${pointer}`;
  if (columns[0]?.pointer !== keyPointer) return `${childPointer(dataPath, row)}${pointer}`;
  const key = cellAt(row, 0);
  return key === undefined || key.truncated === true ? undefined : `${childPointer(dataPath, key.text)}${pointer}`;
}
