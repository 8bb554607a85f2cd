import type { Column } from '../../../app/shared/preview/preview.ts';
import type { ColumnChoice, Shape, SortStep, Step } from '../../../app/shared/shape/shape.ts';
import { moved } from '../../common/moved.ts';
import { newId } from '../../common/new-id.ts';

/** Changes of a shape: each returns a new one. */

type ChoiceChange = { [Key in keyof ColumnChoice]: ColumnChoice[Key] | undefined };

/** `undefined` removes a member. A column without any choice is not kept. */
export function withColumn(shape: Shape, pointer: string, choice: ChoiceChange): Shape {
  const merged = Object.entries({ ...shape.columns[pointer], ...choice }).filter(([, value]) => value !== undefined);
  const { [pointer]: _before, ...others } = shape.columns;
  return {
    ...shape,
    columns: merged.length === 0 ? others : { ...others, [pointer]: Object.fromEntries(merged) as ColumnChoice }, // its own members, without those that are undefined
  };
}

/** The name that a user typed for a column. `undefined`: the one in the data. */
export function ownName({ label }: Column, typed: string): string | undefined {
  const name = typed.trim();
  return name === '' || name === label ? undefined : name;
}

/** Replaces the step with its ID, or adds it at the end. */
export function withStep(shape: Shape, step: Step): Shape {
  const isKnown = shape.steps.some(({ id }) => id === step.id);
  const steps = isKnown ? shape.steps.map((each) => (each.id === step.id ? step : each)) : [...shape.steps, step];
  return { ...shape, steps };
}

export const withoutStep = (shape: Shape, id: string): Shape => ({
  ...shape,
  steps: shape.steps.filter((step) => step.id !== id),
});

/** Moves a step to an index of the result. */
export const withMovedStep = (shape: Shape, from: number, to: number): Shape => ({
  ...shape,
  steps: moved(shape.steps, from, to),
});

/** The step that the menus of the columns change: the last one. */
export const sortStepOf = ({ steps }: Shape): SortStep | undefined => steps.findLast((step) => step.kind === 'sort');

/** How a column is sorted, and as which key from 1. */
export function sortOf(shape: Shape, column: string): { descending: boolean; place: number; of: number } | undefined {
  const keys = sortStepOf(shape)?.keys ?? [];
  const place = keys.findIndex((key) => key.column === column);
  const key = keys[place];
  return key === undefined ? undefined : { descending: key.descending, place: place + 1, of: keys.length };
}

/** Sorts by a column. `adds`: after the keys that are there, instead of in their place. */
export function withSort(shape: Shape, column: string, descending: boolean, adds: boolean): Shape {
  const step = sortStepOf(shape);
  const key = { column, descending };
  const keys = step?.keys ?? [];
  const isKey = keys.some((each) => each.column === column);
  if (step === undefined) return withStep(shape, { kind: 'sort', id: newId(), keys: [key] });
  if (!adds) return withStep(shape, { ...step, keys: [key] });
  return withStep(shape, {
    ...step,
    keys: isKey ? keys.map((each) => (each.column === column ? key : each)) : [...keys, key],
  });
}

export function withoutSort(shape: Shape, column: string): Shape {
  const step = sortStepOf(shape);
  if (step === undefined) return shape;
  const keys = step.keys.filter((each) => each.column !== column);
  return keys.length === 0 ? withoutStep(shape, step.id) : withStep(shape, { ...step, keys });
}

/** Moves a column before or after its visible neighbour. `columns`: all, in their order. */
export function withColumnBeside(shape: Shape, columns: readonly Column[], pointer: string, by: -1 | 1): Shape {
  const isPinned = (column: Column | undefined) => column?.pinned === true;
  const from = columns.findIndex((column) => column.pointer === pointer);
  let to = from + by;
  while (columns[to]?.hidden === true) to += by;
  if (columns[to] === undefined || isPinned(columns[to]) !== isPinned(columns[from])) return shape;
  return withColumnAt(shape, columns, pointer, to);
}

/** Moves a column to an index of all columns. */
export function withColumnAt(shape: Shape, columns: readonly Column[], pointer: string, to: number): Shape {
  const pointers = columns.map((column) => column.pointer);
  return { ...shape, order: moved(pointers, pointers.indexOf(pointer), to) };
}

export const withoutSteps = (shape: Shape): Shape => ({ ...shape, steps: [] });

/** All columns as found. */
export const withoutColumnChoices = (shape: Shape): Shape => ({ ...shape, order: [], columns: {} });
