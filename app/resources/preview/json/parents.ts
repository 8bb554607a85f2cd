import type { JsonDocument } from './document.ts';
import type { Rows } from './row-places.ts';

/** A column of the values above the row: `2/id` is `id` of the value two levels up, `2#` that value's own key. */
export interface ParentColumn {
  levels: number;
  /** Relative to that value. `#`: its key. */
  pointer: string;
}

/** Relative JSON Pointer (draft-bhutton-relative-json-pointer §3) without index manipulation. `undefined`: of the row. */
function readParentColumn(column: string): ParentColumn | undefined {
  const [, levels, pointer] = /^([1-9]\d{0,2})(#|(?:\/[\s\S]*)?)$/.exec(column) ?? [];
  return levels === undefined || pointer === undefined ? undefined : { levels: Number(levels), pointer };
}

/** The position of a row's value in a column of its parents. -1: the row has none. */
export type ParentValue = (row: number) => number;

const readers = new WeakMap<Rows, Map<string, ParentValue>>();
/** Parents whose value is remembered: sorted rows come back to each of them. */
const mostKnown = 10_000;

/** Reads a column above the rows; each parent is searched once. `undefined`: the column is the row's own. */
export function parentValue(document: JsonDocument, rows: Rows, column: string): ParentValue | undefined {
  const parent = readParentColumn(column);
  if (parent === undefined) return undefined;
  const ofRows = readers.get(rows) ?? new Map<string, ParentValue>();
  readers.set(rows, ofRows);
  const known = ofRows.get(column);
  if (known !== undefined) return known;
  const made = makeReader(document, rows, parent);
  ofRows.set(column, made);
  return made;
}

function makeReader(document: JsonDocument, { places }: Rows, { levels, pointer }: ParentColumn): ParentValue {
  if (pointer === '#') return (row) => places.key(row, levels);
  const known = new Map<number, number>();
  let last = -1;
  let found = -1;
  return (row) => {
    const at = places.above(row, levels);
    if (at === last) return found;
    last = at;
    const before = known.get(at);
    if (before !== undefined) {
      found = before;
      return found;
    }
    const value = at === -1 ? -1 : document.resolveFrom(at, pointer);
    found = value === 'list' ? -1 : value;
    if (known.size >= mostKnown) known.clear();
    known.set(at, found);
    return found;
  };
}
