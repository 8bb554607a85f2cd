import { childPointer } from '../../../../shared/json-pointer.ts';
import type { JsonDocument } from '../document.ts';
import type { Rows } from '../row-places.ts';
import { type PathQuery, parsePath } from './parse-path.ts';
import { PathFault } from './path-fault.ts';
import { type Places, SelectedRows } from './places.ts';
import { select } from './select.ts';

/** Results that are kept for each body: the window checks a path before it shows its table. */
const mostKept = 2;
const kept = new WeakMap<JsonDocument, Map<string, Rows | PathFault>>();

/** The rows that a JSONPath selects, or why it selects none. */
export function rowsOfPath(document: JsonDocument, path: string): Rows | PathFault {
  const results = kept.get(document) ?? new Map<string, Rows | PathFault>();
  kept.set(document, results);
  const known = results.get(path);
  if (known !== undefined) return known;
  const found = find(document, path);
  const [oldest] = results.keys();
  if (results.size >= mostKept && oldest !== undefined) results.delete(oldest);
  results.set(path, found);
  return found;
}

function find(document: JsonDocument, path: string): Rows | PathFault {
  try {
    const query = parsePath(path);
    const { places, rows, isKeyed } = select(document, query);
    const numbers = Uint32Array.from(rows);
    const offsets = numbers.map((place) => {
      const at = isKeyed ? places.keyOf(place) : places.at(place);
      return typeof at === 'number' ? at : 0;
    });
    return {
      kind: isKeyed ? 'object' : 'array',
      offsets,
      places: new SelectedRows(places, numbers, keyedLevels(document, query, places, rows[0])),
    };
  } catch (error) {
    if (error instanceof PathFault) return error;
    throw error;
  }
}

/**
 * The pointer (`row-path.ts`) with the rows of a path of names and indexes, which may end in one wildcard. Such rows are
 * found while the body arrives. `undefined`: another path.
 */
export function simplePath(path: string): ReturnType<typeof simpleSteps> | PathFault {
  try {
    return simpleSteps(parsePath(path));
  } catch (error) {
    if (error instanceof PathFault) return error;
    throw error;
  }
}

function simpleSteps({ steps }: PathQuery): { pointer: string; hasWildcard: boolean } | undefined {
  let pointer = '';
  for (const [index, { isDescendant, selectors }] of steps.entries()) {
    const [selector, ...others] = selectors;
    if (isDescendant || others.length > 0) return undefined;
    if (selector?.kind === 'name') pointer = childPointer(pointer, selector.name);
    else if (selector?.kind === 'index' && selector.index >= 0) pointer = childPointer(pointer, selector.index);
    else if (selector?.kind === 'wildcard' && index === steps.length - 1) return { pointer, hasWildcard: true };
    else return undefined;
  }
  return { pointer, hasWildcard: false };
}

/** Levels above the rows that a wildcard or filter selected among the members of an object. XML has names, not keys. */
function keyedLevels({ isXml }: JsonDocument, { steps }: PathQuery, places: Places, row: number | undefined): number[] {
  if (isXml || row === undefined || steps.some(({ isDescendant }) => isDescendant)) return [];
  return steps.flatMap(({ selectors: [selector, ...others] }, index) => {
    const level = steps.length - 1 - index;
    const isNamed = selector?.kind === 'name' && others.length === 0;
    return level === 0 || isNamed || places.keyOf(places.above(row, level)) === -1 ? [] : [level];
  });
}
