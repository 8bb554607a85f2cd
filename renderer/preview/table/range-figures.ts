import type { Statistics } from '../../../app/shared/contract/table.ts';
import type { Cell, Column, TableView } from '../../../app/shared/preview/preview.ts';
import { noShape } from '../../../app/shared/shape/shape.ts';
import { type CellRange, cellCount } from './selection.ts';
import { digitsOf } from './shown-value.ts';

/** What the numbers of a range say. Texts in canonical form. */
export interface RangeFigures {
  /** Cells with a number. The other members are absent if there are none. */
  count: number;
  sum?: string;
  mean?: string;
  min?: string;
  max?: string;
}

/** Cells that the window adds up itself at most. */
const mostCells = 5000;
/** Columns of numbers whose figures are asked for at most. */
export const mostFiguredColumns = 20;
/** Of a double: more are noise of its binary fractions. */
const exactDigits = 15;

const holdsNumbers = ({ type, kind }: Column): boolean => (type ?? kind) === 'number';

/** The columns of a range that hold numbers. */
export const numberColumns = (columns: readonly Column[], { firstColumn, endColumn }: CellRange): Column[] =>
  columns.slice(firstColumn, endColumn).filter(holdsNumbers);

/** The figures of cells that are there. `undefined`: some have not arrived or are cut, or there are too many. */
export function figuresOfCells(
  columns: readonly Column[],
  range: CellRange,
  cellAt: (row: number, column: number) => Cell | undefined,
): RangeFigures | undefined {
  if (cellCount(range) > mostCells) return undefined;
  const numbers: number[] = [];
  for (let at = range.firstColumn; at < range.endColumn; at++) {
    const column = columns[at];
    if (column === undefined || !holdsNumbers(column)) continue;
    for (let row = range.firstRow; row < range.endRow; row++) {
      const cell = cellAt(row, at);
      if (cell === undefined || cell.truncated === true) return undefined;
      const digits = digitsOf(cell, column);
      if (digits !== undefined && digits !== '') numbers.push(Number(digits));
    }
  }
  if (numbers.length === 0) return { count: 0 };
  const sum = numbers.reduce((total, each) => total + each, 0);
  return {
    count: numbers.length,
    sum: decimal(sum),
    mean: decimal(sum / numbers.length),
    min: decimal(Math.min(...numbers)),
    max: decimal(Math.max(...numbers)),
  };
}

/** The figures of several columns together. */
export function figuresOfColumns(statistics: readonly Statistics[]): RangeFigures {
  const filled = statistics.filter(({ sum, min, max }) => sum !== undefined && min !== undefined && max !== undefined);
  const count = filled.reduce((total, each) => total + each.count - each.empty - each.unfit, 0);
  const [only] = filled;
  if (only === undefined || count === 0) return { count: 0 };
  // One column's sum may have more digits than a double.
  const sum =
    filled.length === 1 ? (only.sum ?? '') : decimal(filled.reduce((total, each) => total + Number(each.sum), 0));
  return {
    count,
    sum,
    mean: decimal(Number(sum) / count),
    min: decimal(Math.min(...filled.map(({ min }) => Number(min)))),
    max: decimal(Math.max(...filled.map(({ max }) => Number(max)))),
  };
}

/** The view of a table with the rows of a range alone. */
export function viewOfRange(view: TableView, { firstRow, endRow }: CellRange, rowCount: number): TableView {
  if (firstRow === 0 && endRow === rowCount) return view;
  const shape = { ...noShape, ...view.shape };
  const limit = (id: string, count: number, from: 'first' | 'last') => ({ kind: 'limit' as const, id, count, from });
  const steps = [
    ...(shape.steps ?? []),
    limit('range-end', endRow, 'first'),
    ...(firstRow === 0 ? [] : [limit('range-start', endRow - firstRow, 'last')]),
  ];
  return { ...view, shape: { ...shape, steps } };
}

/** Without exponent, as far as a double tells. */
function decimal(value: number): string {
  const rounded = String(Number(value.toPrecision(exactDigits)));
  return rounded.includes('e') ? String(value) : rounded;
}
