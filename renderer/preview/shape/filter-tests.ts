import type { Column } from '../../../app/shared/preview/preview.ts';
import type { FilterStep, FilterTest, ValueType } from '../../../app/shared/shape/shape.ts';
import { newId } from '../../common/new-id.ts';
import { text } from '../../messages/text.ts';

/** Types with the same tests and words. */
export type TestKind = 'text' | 'number' | 'boolean' | 'time';

export function kindOf(type: ValueType | undefined): TestKind {
  if (type === 'number' || type === 'duration') return 'number';
  if (type === undefined || type === 'text') return 'text';
  return type === 'boolean' ? 'boolean' : 'time';
}

/** The tests that are offered for a type, the most usual first. */
export const testsOf: Record<TestKind, readonly [FilterTest, ...FilterTest[]]> = {
  text: ['contains', 'contains_not', 'is', 'is_not', 'one_of', 'starts', 'ends', 'empty', 'not_empty'],
  number: ['more', 'at_least', 'less', 'at_most', 'between', 'is', 'is_not', 'empty', 'not_empty'],
  boolean: ['is', 'empty', 'not_empty'],
  time: ['more', 'at_least', 'less', 'at_most', 'between', 'is', 'is_not', 'empty', 'not_empty'],
};

/** What a test compares with. */
export function operandsOf(test: FilterTest): 'none' | 'one' | 'two' | 'many' {
  if (test === 'empty' || test === 'not_empty') return 'none';
  if (test === 'between') return 'two';
  return test === 'one_of' ? 'many' : 'one';
}

/** Whether the filter has all that its test compares with. */
export function hasOperands({ test, value, to, values }: FilterStep): boolean {
  const operands = operandsOf(test);
  if (operands === 'none') return true;
  if (operands === 'many') return values.length > 0;
  return value !== '' && (operands === 'one' || to !== '');
}

/** The test in the words of its type. */
export function testText(test: FilterTest, kind: TestKind): string {
  if (kind === 'time' && (test === 'less' || test === 'at_most' || test === 'more' || test === 'at_least'))
    return text(`shape.test.time.${test}`);
  return text(`shape.test.${test}`);
}

/** A filter of a column before its value is typed. */
export const newFilter = ({ pointer, type }: Column): FilterStep => ({
  kind: 'filter',
  id: newId(),
  column: pointer,
  test: testsOf[kindOf(type)][0],
  value: '',
  to: '',
  values: [],
});
