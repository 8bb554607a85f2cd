import type { Column } from '../../../app/shared/preview/preview.ts';
import type { ColumnChoice, Shape } from '../../../app/shared/shape/shape.ts';
import { text } from '../../messages/text.ts';

/** The user's name for a column, else the one found. Never empty. */
export const columnName = (column: Pick<Column, 'name' | 'label'> | undefined): string =>
  column === undefined ? '' : (column.name ?? (column.label || text('preview.unnamed')));

/**
 * All columns as the user chose, at once: the preview process need not be asked for an order, a name or a width. Pinned
 * ones are first.
 */
export function arrangeColumns(columns: readonly Column[], shape: Shape): Column[] {
  const places = new Map(shape.order.map((pointer, place) => [pointer, place]));
  const placeOf = ({ pointer }: Column) => places.get(pointer) ?? places.size;
  const arranged = columns
    .map((column) => chosenColumn(column, shape.columns[column.pointer]))
    .sort((one, other) => placeOf(one) - placeOf(other));
  return [...arranged.filter(({ pinned }) => pinned), ...arranged.filter(({ pinned }) => !pinned)];
}

function chosenColumn(column: Column, choice: ColumnChoice | undefined): Column {
  const { name: _name, hidden: _hidden, pinned: _pinned, width: _width, format: _format, ...found } = column;
  const { name, hidden, pinned, width, format } = choice ?? {};
  return {
    ...found,
    ...(name === undefined ? {} : { name }),
    ...(hidden === undefined ? {} : { hidden }),
    ...(pinned === undefined ? {} : { pinned }),
    ...(width === undefined ? {} : { width }),
    ...(format === undefined ? {} : { format }),
  };
}

/** The part of a shape that decides which rows there are, and what their values mean. Widths and formats do not. */
export function readingShape({ order, columns, steps }: Shape): Shape {
  const choices = Object.entries(columns).flatMap(([pointer, { width, pinned, format, ...choice }]) =>
    Object.keys(choice).length === 0 ? [] : [[pointer, choice] as const],
  );
  return { order, columns: Object.fromEntries(choices), steps };
}
