import type { ColumnChoice, Shape } from '../../../app/shared/shape/shape.ts';

/** Changes of a shape: each returns a new one. */

/** `undefined` removes a member. A column without any choice is not kept. */
export function withColumn(shape: Shape, pointer: string, choice: ChoiceChange): Shape {
  const merged = Object.entries({ ...shape.columns[pointer], ...choice }).filter(([, value]) => value !== undefined);
  const { [pointer]: _before, ...others } = shape.columns;
  return {
    ...shape,
    columns: merged.length === 0 ? others : { ...others, [pointer]: Object.fromEntries(merged) as ColumnChoice }, // its own members, without those that are undefined
  };
}

type ChoiceChange = { [Key in keyof ColumnChoice]: ColumnChoice[Key] | undefined };
