import { parsePointer } from '../../../app/shared/json-pointer.ts';
import type { Column } from '../../../app/shared/preview/preview.ts';
import type { FilterStep, FilterTest, SortStep, Step, ValueType } from '../../../app/shared/shape/shape.ts';
import { type TextId, text } from '../../messages/text.ts';
import { shownTyped } from '../table/shown-value.ts';
import { columnName } from './arrange.ts';
import { kindOf, type TestKind } from './filter-tests.ts';

/** `Filter: amount more than 100`, `Sorted by day, newest first`. `columns`: all of the table. */
export function stepWords(step: Step, columns: readonly Column[]): string {
  switch (step.kind) {
    case 'filter':
      return filterWords(step, columns);
    case 'sort':
      return text('shape.step.sort', { keys: sortWords(step, columns) });
    case 'distinct':
      return step.columns.length === 0
        ? text('shape.step.distinct.all')
        : text('shape.step.distinct', { columns: listOf(step.columns.map((each) => nameOf(each, columns))) });
    default:
      return text(step.from === 'first' ? 'shape.step.first' : 'shape.step.last', { count: step.count });
  }
}

/** A column that is not there has the name in its pointer. */
function nameOf(pointer: string, columns: readonly Column[]): string {
  const column = findColumn(pointer, columns);
  return column === undefined ? (parsePointer(pointer)?.join('.') ?? pointer) : columnName(column);
}

const findColumn = (pointer: string, columns: readonly Column[]): Column | undefined =>
  columns.find((column) => column.pointer === pointer);

/** Values beyond these are counted. */
const mostValues = 3;

function filterWords(step: FilterStep, columns: readonly Column[]): string {
  const column = findColumn(step.column, columns);
  const shown = (value: string) => (column === undefined ? value : shownFilterValue(value, column));
  const values = step.values.slice(0, mostValues).map(shown);
  const rest = step.values.length - values.length;
  return text(filterMessage(step.test, kindOf(column?.type)), {
    column: nameOf(step.column, columns),
    value: shown(step.value),
    to: shown(step.to),
    values: rest > 0 ? text('shape.step.andMore', { values: listOf(values), count: rest }) : listOf(values),
  });
}

type FilterMessage = Extract<TextId, `shape.step.filter.${string}`>;
const filterMessage = (test: FilterTest, kind: TestKind): FilterMessage => {
  if (kind === 'time' && (test === 'less' || test === 'at_most' || test === 'more' || test === 'at_least'))
    return `shape.step.filter.time.${test}`;
  return `shape.step.filter.${test}`;
};

/** A value of a filter as the column shows its values, but with all its digits. A relative date stays as it was typed. */
function shownFilterValue(value: string, column: Column): string {
  const { decimals: _decimals, ...format } = column.format ?? {};
  return value.includes('{{') ? value : shownTyped(value, { ...column, format });
}

function sortWords({ keys }: SortStep, columns: readonly Column[]): string {
  const words = keys.map(({ column, descending }) =>
    text('shape.step.sort.key', {
      column: nameOf(column, columns),
      order: text(`shape.order.${orderKind(findColumn(column, columns)?.type)}.${descending ? 'down' : 'up'}`),
    }),
  );
  return words.reduce((first, next) => text('shape.step.sort.then', { first, next }));
}

/** How a type's orders are called. */
export function orderKind(type: ValueType | undefined): 'text' | 'number' | 'boolean' | 'date' | 'duration' {
  if (type === 'number' || type === 'boolean' || type === 'duration') return type;
  return type === undefined || type === 'text' ? 'text' : 'date';
}

const listOf = (words: readonly string[]): string => words.join(', ');
