import { message } from '../../shared/messages/message.ts';
import type { Condition } from '../../shared/shape/condition.ts';
import type { FilterTest, ValueType } from '../../shared/shape/shape.ts';
import type { FeedColumn } from '../feed-rows.ts';
import type { Comparison, Filter, Literal, Operand, TextFunction } from './filter.ts';
import type { LiteralKind } from './filter-tokens.ts';
import { ODataProblem } from './problem.ts';

/**
 * The filter as a condition of rows. An empty value is `null`: it differs from every value, no comparison of order holds for
 * it, and a function of it is neither true nor false (OData 4.01 URL Conventions §5.1.1.1). Throws ODataProblem.
 */
export function conditionOf(filter: Filter, columns: readonly FeedColumn[]): Condition {
  return translate(filter, false, (name) => {
    const column = columns.find((each) => each.name === name);
    if (column === undefined) throw new ODataProblem(400, message('odata.noColumn', { column: name }));
    return column;
  });
}

type Find = (name: string) => FeedColumn;

const all = (of: Condition[]): Condition => ({ kind: 'all', of });
const any = (of: Condition[]): Condition => ({ kind: 'any', of });
const not = (of: Condition): Condition => ({ kind: 'not', of });

/** `isNegated`: the rows for which the filter is false, which are not all others. */
function translate(filter: Filter, isNegated: boolean, find: Find): Condition {
  switch (filter.kind) {
    case 'not':
      return translate(filter.of, !isNegated, find);
    case 'and':
    case 'or': {
      const of = filter.of.map((each) => translate(each, isNegated, find));
      return (filter.kind === 'and') === isNegated ? any(of) : all(of);
    }
    case 'compare':
      return negatedIf(isNegated, compare(filter.operand, filter.comparison, filter.value, find));
    case 'in':
      return negatedIf(isNegated, any(filter.values.map((value) => compare(filter.operand, 'eq', value, find))));
    case 'column':
      return compare(filter.operand, 'eq', { type: 'boolean', text: String(!isNegated) }, find);
    case 'text':
      return textTest(filter.test, filter.operand, filter.value, isNegated, find);
  }
}

const negatedIf = (isNegated: boolean, condition: Condition): Condition => (isNegated ? not(condition) : condition);

const orderTests = { gt: 'more', ge: 'at_least', lt: 'less', le: 'at_most' } as const;

function compare(operand: Operand, comparison: Comparison, value: Literal, find: Find): Condition {
  const column = find(operand.column);
  const is = comparison === 'eq';
  if (value.type === 'null') {
    // Greater than null, and so on: never.
    if (!is && comparison !== 'ne') return any([]);
    return test(column.name, is ? 'empty' : 'not_empty');
  }
  const text = valueFor(column, value);
  if (operand.folds !== null) return folded(column, comparison, text, operand.folds);
  if (is || comparison === 'ne') return test(column.name, is ? 'is' : 'is_not', text);
  return test(column.name, orderTests[comparison], text);
}

/** `tolower(A) eq 'x'`: the text from start to end, in either case. */
function folded(column: FeedColumn, comparison: Comparison, text: string, folds: 'lower' | 'upper'): Condition {
  if (comparison !== 'eq' && comparison !== 'ne')
    throw new ODataProblem(501, message('odata.noFunction', { name: folds === 'lower' ? 'tolower()' : 'toupper()' }));
  if (column.type !== 'text')
    throw new ODataProblem(400, message('odata.badType', { column: column.name, value: text }));
  const isReachable = text === foldedText(text, folds);
  const equal: Condition = isReachable ? { ...test(column.name, 'is', text), matchCase: false } : any([]);
  return comparison === 'eq' ? equal : not(equal);
}

const foldedText = (text: string, folds: 'lower' | 'upper'): string =>
  folds === 'lower' ? text.toLowerCase() : text.toUpperCase();

const textTests: Record<TextFunction, FilterTest> = { contains: 'contains', startswith: 'starts', endswith: 'ends' };

function textTest(name: TextFunction, operand: Operand, value: Literal, isNegated: boolean, find: Find): Condition {
  const column = find(operand.column);
  if (column.type !== 'text' || value.type !== 'text')
    throw new ODataProblem(400, message('odata.badType', { column: column.name, value: value.text }));
  // An upper-case text is in no lower-case one.
  const isReachable = operand.folds === null || value.text === foldedText(value.text, operand.folds);
  const passes: Condition = isReachable
    ? { ...test(column.name, textTests[name], value.text), matchCase: operand.folds === null }
    : any([]);
  const hasValue = test(column.name, 'not_empty');
  return isNegated ? all([hasValue, not(passes)]) : all([hasValue, passes]);
}

const test = (column: string, testName: FilterTest, value = ''): Extract<Condition, { kind: 'test' }> => ({
  kind: 'test',
  filter: { column, test: testName, value, to: '', values: [] },
});

const literalsOf: Record<ValueType, readonly LiteralKind[]> = {
  text: ['text'],
  number: ['number'],
  boolean: ['boolean'],
  date: ['date', 'datetime'],
  datetime: ['datetime', 'date'],
  time: ['time'],
  // Seconds, as in the rows.
  duration: ['number'],
};

/** The value in the canonical form of the column's type. */
function valueFor({ name, type }: FeedColumn, value: Literal): string {
  const midnight =
    type === 'date' && value.type === 'datetime' ? /^(.{10})T00:00(?::00(?:\.0+)?)?Z$/.exec(value.text) : null;
  if (midnight?.[1] !== undefined) return midnight[1];
  const fits = literalsOf[type].includes(value.type) && !(type === 'date' && value.type === 'datetime');
  if (!fits) throw new ODataProblem(400, message('odata.badType', { column: name, value: value.text }));
  return value.text;
}
