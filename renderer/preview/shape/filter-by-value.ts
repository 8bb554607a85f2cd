import type { Cell, Column } from '../../../app/shared/preview/preview.ts';
import type { FilterStep, Shape } from '../../../app/shared/shape/shape.ts';
import { newId } from '../../common/new-id.ts';

/** A shape that also keeps only the rows with the value of a cell. */
export const withValue = (shape: Shape, column: Column, cell: Cell): Shape => ({
  ...shape,
  steps: [...shape.steps, filterByValue(column, cell)],
});

/** Rows without a value are found by being empty, the others by the canonical value. */
function filterByValue({ pointer }: Column, { kind, text, value }: Cell): FilterStep {
  const isEmpty = kind === 'missing' || kind === 'null' || text === '';
  return {
    kind: 'filter',
    id: newId(),
    column: pointer,
    test: isEmpty ? 'empty' : 'is',
    value: isEmpty ? '' : (value ?? text),
    to: '',
    values: [],
  };
}
