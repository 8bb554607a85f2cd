import { JSONPathEnvironment, jsonpath } from 'json-p3';
import type { Budget } from './budget.ts';
import { type Pattern, readPattern } from './iregexp.ts';
import { syntaxFault } from './syntax-fault.ts';

const { expressions, selectors, functions } = jsonpath;
type Expression = InstanceType<typeof expressions.FilterExpression>;
export type FilterSelector = InstanceType<typeof selectors.FilterSelector>;
type Selector = Segment['selectors'][number];
type Segment = InstanceType<typeof jsonpath.JSONPathSegment>;
type RootQuery = InstanceType<typeof expressions.RootQuery>;

/** How deep a filter looks with `@..`. */
const deepestSearch = 200;

/** A parsed path (RFC 9535). */
export interface PathQuery {
  steps: readonly { isDescendant: boolean; selectors: readonly Step[] }[];
  /** Queries of the whole body (`$`) inside filters. */
  rootQueries: readonly RootQuery[];
  environment: JSONPathEnvironment;
  /** Charged by patterns; set before the path is followed. */
  spending: { budget: Budget | undefined };
}

export type Step =
  | { kind: 'name'; name: string }
  | { kind: 'index'; index: number }
  | { kind: 'slice'; start: number | undefined; stop: number | undefined; step: number | undefined }
  | { kind: 'wildcard' }
  | { kind: 'filter'; filter: FilterSelector };

/** Throws PathFault. */
export function parsePath(path: string): PathQuery {
  const spending: PathQuery['spending'] = { budget: undefined };
  const environment = environmentOf(spending);
  try {
    const { segments } = environment.compile(path);
    const rootQueries: RootQuery[] = [];
    for (const segment of segments) collectInSegment(segment, rootQueries);
    const steps = segments.map((segment) => ({
      isDescendant: segment.toString().startsWith('..'),
      selectors: segment.selectors.map(stepOf),
    }));
    return { steps, rootQueries, environment, spending };
  } catch (error) {
    throw syntaxFault(path, error);
  }
}

function stepOf(selector: Selector): Step {
  if (selector instanceof selectors.NameSelector) return { kind: 'name', name: selector.name };
  if (selector instanceof selectors.IndexSelector) return { kind: 'index', index: selector.index };
  if (selector instanceof selectors.SliceSelector) {
    const { start, stop, step } = selector;
    return { kind: 'slice', start, stop, step };
  }
  if (selector instanceof selectors.FilterSelector) return { kind: 'filter', filter: selector };
  return { kind: 'wildcard' };
}

function environmentOf(spending: PathQuery['spending']): JSONPathEnvironment {
  const environment = new JSONPathEnvironment({ maxRecursionDepth: deepestSearch });
  const patterns = new Map<string, Pattern | undefined>();
  const patternOf = (source: string): Pattern | undefined => {
    if (!patterns.has(source)) {
      if (patterns.size >= 100) patterns.clear();
      patterns.set(source, readPattern(source));
    }
    return patterns.get(source);
  };
  for (const name of ['match', 'search'])
    environment.functionRegister.set(name, {
      argTypes: [functions.FunctionExpressionType.ValueType, functions.FunctionExpressionType.ValueType],
      returnType: functions.FunctionExpressionType.LogicalType,
      call: (text: unknown, source: unknown) =>
        typeof text === 'string' &&
        typeof source === 'string' &&
        patternOf(source)?.test(text, name === 'match', (units) => spending.budget?.spend(units)) === true,
    });
  return environment;
}

/**
 * Finds the queries of `$`. The library takes the value of an inner filter for the whole body there, so that the walk
 * evaluates them itself.
 */
function collectInSegment(segment: Segment, found: RootQuery[]): void {
  for (const selector of segment.selectors)
    if (selector instanceof selectors.FilterSelector) collect(selector.expression, found);
}

function collect(expression: Expression, found: RootQuery[]): void {
  if (expression instanceof expressions.RootQuery) found.push(expression);
  if (expression instanceof expressions.FilterQuery)
    for (const segment of expression.path.segments) collectInSegment(segment, found);
  if (expression instanceof expressions.LogicalExpression) collect(expression.expression, found);
  if (expression instanceof expressions.PrefixExpression) collect(expression.right, found);
  if (expression instanceof expressions.InfixExpression) {
    collect(expression.left, found);
    collect(expression.right, found);
  }
  if (expression instanceof expressions.FunctionExtension)
    for (const argument of expression.args) collect(argument, found);
}
