import type { FilterStep } from './shape.ts';

/**
 * Which rows a reader wants. Unlike a resource's own filters, it is not stored, and has parts of which any may be true.
 * A test's value is meant as it is: no relative date. `matchCase`: for
 * text. Absent: as in a filter, where `is` does and `contains` does not.
 */
export type Condition =
  | { kind: 'test'; filter: Omit<FilterStep, 'kind' | 'id'>; matchCase?: boolean }
  | { kind: 'all' | 'any'; of: readonly Condition[] }
  | { kind: 'not'; of: Condition };

/** The columns that it tests. */
export function columnsOfCondition(condition: Condition): string[] {
  if (condition.kind === 'test') return [condition.filter.column];
  return condition.kind === 'not' ? columnsOfCondition(condition.of) : condition.of.flatMap(columnsOfCondition);
}

/** The condition with other columns, such as pointers in the place of names. */
export function mapColumns(condition: Condition, columnOf: (column: string) => string): Condition {
  if (condition.kind === 'test')
    return { ...condition, filter: { ...condition.filter, column: columnOf(condition.filter.column) } };
  if (condition.kind === 'not') return { kind: 'not', of: mapColumns(condition.of, columnOf) };
  return { ...condition, of: condition.of.map((each) => mapColumns(each, columnOf)) };
}
