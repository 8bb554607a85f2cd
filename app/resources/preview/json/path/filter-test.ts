import type { JSONPathNodeList } from 'json-p3';
import { message } from '../../../../shared/messages/message.ts';
import type { JsonDocument } from '../document.ts';
import { skipValue } from '../walk.ts';
import type { Budget } from './budget.ts';
import type { FilterSelector, PathQuery } from './parse-path.ts';
import { PathFault } from './path-fault.ts';

/** The longest value that a filter reads, in bytes. */
const mostBytes = 64 * 1024 * 1024;

type JsonValue = Parameters<PathQuery['rootQueries'][number]['path']['query']>[0];

/** Evaluates the filters of a path, one value of the body at a time. */
export class FilterTest {
  private readonly document: JsonDocument;
  private readonly query: PathQuery;
  private readonly budget: Budget;

  constructor(document: JsonDocument, query: PathQuery, budget: Budget) {
    this.document = document;
    this.query = query;
    this.budget = budget;
    const results = new Map<object, JSONPathNodeList>();
    for (const rootQuery of query.rootQueries)
      rootQuery.evaluate = () => {
        const known = results.get(rootQuery);
        if (known !== undefined) return known;
        const found = rootQuery.path.query(this.root());
        results.set(rootQuery, found);
        return found;
      };
  }

  /** Numbers are compared as doubles. Throws PathFault. */
  passes({ expression }: FilterSelector, at: number): boolean {
    const currentValue = this.read(at, skipValue(this.document.bytes, at));
    try {
      return expression.evaluate({ environment: this.query.environment, currentValue, rootValue: null });
    } catch (error) {
      // The library's recursion ends at a depth, or the stack does.
      throw error instanceof PathFault ? error : new PathFault(message('paths.fault.tooNested'));
    }
  }

  private wholeBody: JsonValue | undefined;

  private root(): JsonValue {
    if (this.wholeBody !== undefined) return this.wholeBody;
    const { document } = this;
    const children = document.isList ? document.children('list') : undefined;
    if (children !== undefined) {
      const bytes = document.bytes.length;
      if (bytes > mostBytes) throw new PathFault(message('paths.fault.tooLarge', { megabytes: 64 }));
      this.wholeBody = [...children.offsets].map((at) => this.read(at, skipValue(document.bytes, at)));
    } else this.wholeBody = this.read(document.start, skipValue(document.bytes, document.start));
    return this.wholeBody;
  }

  private read(from: number, to: number): JsonValue {
    if (to - from > mostBytes) throw new PathFault(message('paths.fault.tooLarge', { megabytes: 64 }));
    this.budget.spend(100 + (to - from) * 5);
    return JSON.parse(this.document.bytes.toString('utf8', from, to)) as JsonValue; // the scanner has validated it
  }
}
