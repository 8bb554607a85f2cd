import type { Cell, Column } from '../../../app/shared/preview/preview.ts';
import type { FilterStep, Shape } from '../../../app/shared/shape/shape.ts';
import { newId } from '../../common/new-id.ts';

/** A shape that also keeps only the rows with the value of a cell. */
export const withValue = (shape: Shape, column: Column, cell: Cell): Shape => ({
  ...shape,
  steps: [...shape.steps, filterByValue(column, cell)],
});

/** `null`, missing and empty text: as filters see it. */
export const isEmptyCell = ({ kind, text }: Cell): boolean => kind === 'missing' || kind === 'null' || text === '';

/** Rows without a value are found by being empty, the others by the canonical value. */
function filterByValue({ pointer }: Column, cell: Cell): FilterStep {
  const isEmpty = isEmptyCell(cell);
  return {
    kind: 'filter',
    id: newId(),
    column: pointer,
    test: isEmpty ? 'empty' : 'is',
    value: isEmpty ? '' : (cell.value ?? cell.text),
    to: '',
    values: [],
  };
}
