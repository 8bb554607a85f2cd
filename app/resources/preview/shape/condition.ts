import { type Condition, columnsOfCondition } from '../../../shared/shape/condition.ts';
import type { Shape } from '../../../shared/shape/shape.ts';
import { type PreparedFilter, prepareTest } from './filter.ts';
import { noColumn } from './shaped-columns.ts';
import { type RowList, rowsThatPass, type StepResult } from './steps.ts';
import type { TableSource } from './table-source.ts';
import type { Slices } from './work.ts';

/** The rows of the list for which the condition holds, or why it cannot be tested. */
export function* applyCondition(
  source: TableSource,
  shape: Shape,
  condition: Condition,
  list: RowList,
): Slices<StepResult> {
  for (const pointer of columnsOfCondition(condition))
    if ((yield* source.find(pointer)) === undefined) return { problem: noColumn(pointer, shape) };
  const test = yield* prepareCondition(source, shape, condition);
  return 'problem' in test ? test : { list: yield* rowsThatPass(source, test.passes, list) };
}

function* prepareCondition(source: TableSource, shape: Shape, condition: Condition): Slices<PreparedFilter> {
  switch (condition.kind) {
    case 'test': {
      const { filter, matchCase } = condition;
      const column = yield* source.find(filter.column);
      if (column === undefined) return { problem: noColumn(filter.column, shape) };
      return yield* prepareTest(source, shape, filter, column, matchCase);
    }
    case 'not': {
      const test = yield* prepareCondition(source, shape, condition.of);
      return 'problem' in test ? test : { passes: (row) => !test.passes(row) };
    }
    default: {
      const tests: ((row: number) => boolean)[] = [];
      for (const each of condition.of) {
        const test = yield* prepareCondition(source, shape, each);
        if ('problem' in test) return test;
        tests.push(test.passes);
      }
      const { kind } = condition;
      return {
        passes: kind === 'all' ? (row) => tests.every((test) => test(row)) : (row) => tests.some((test) => test(row)),
      };
    }
  }
}
