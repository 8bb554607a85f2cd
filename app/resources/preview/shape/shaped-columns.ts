import { type Message, message } from '../../../shared/messages/message.ts';
import type { Column } from '../../../shared/preview/preview.ts';
import type { Shape, Step } from '../../../shared/shape/shape.ts';
import type { ColumnType } from './guess.ts';

/** The columns in the user's order, with what the user chose. `typeOf`: `undefined` while it is not known. */
export function shapedColumns(
  found: readonly Column[],
  { order, columns }: Shape,
  typeOf: (column: Column) => ColumnType | undefined,
): Column[] {
  const byPointer = new Map(found.map((column) => [column.pointer, column]));
  const first = [...new Set(order)].flatMap((pointer) => byPointer.get(pointer) ?? []);
  const placed = new Set(first);
  return [...first, ...found.filter((column) => !placed.has(column))].map((column) => {
    const { type, pattern, ...choice } = Object.hasOwn(columns, column.pointer) ? (columns[column.pointer] ?? {}) : {};
    const chosen = { ...(type === undefined ? {} : { type }), ...(pattern === undefined ? {} : { pattern }) };
    return {
      ...column,
      ...choice,
      ...chosen,
      ...typeOf(column),
      ...(type === undefined && pattern === undefined ? {} : { isTypeChosen: true as const }),
    };
  });
}

/** Without types, which all values decide. */
export const untypedColumns = (found: readonly Column[], shape: Shape): Column[] =>
  shapedColumns(found, shape, () => undefined);

/** The columns that a step reads. */
export function columnsOfStep(step: Step): readonly string[] {
  if (step.kind === 'filter') return [step.column];
  if (step.kind === 'sort') return step.keys.map(({ column }) => column);
  return step.kind === 'distinct' ? step.columns : [];
}

/** `pointer`: of a column that is not there. Says it as the user knows it. */
export const noColumn = (pointer: string, { columns }: Shape): Message =>
  message('shape.noColumn', {
    column: (Object.hasOwn(columns, pointer) ? columns[pointer]?.name : undefined) ?? pointer,
  });
