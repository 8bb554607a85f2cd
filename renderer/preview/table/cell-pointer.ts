import type { Cell, Column } from '../../../app/shared/preview/preview.ts';
import { readRowPath } from '../../../app/shared/preview/row-path.ts';

/** The engine's pointer for the key of a row, in the table of an object (relative JSON Pointer). */
const keyPointer = '0#';
const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Where a cell's value is in the body. `undefined`: it is no value of its own, or its row's key is too long to know. */
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
  if (columns[0]?.pointer !== keyPointer) return `${dataPath}/${row}${pointer}`;
  const key = cellAt(row, 0);
  return key === undefined || key.truncated === true ? undefined : `${dataPath}/${escaped(key.text)}${pointer}`;
}
