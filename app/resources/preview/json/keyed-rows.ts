import { type Children, valueStart } from './children.ts';
import { eachChild, firstChild, kindAt, readKey } from './walk.ts';

const sampled = 20;
/** The average share of all fields that a row must have: an address beside a company has less. */
const leastAlike = 0.67;
/** A field that every row names after itself is no field: `{"Bonn": {...}}` inside of rows keyed by city. */
const mostFields = 500;

/**
 * Whether the members of an object are rows: objects with the same fields under keys that name them, such as
 * `{"Local/200": {"Name": "Jane"}, "Local/204": {"Name": "John"}}`.
 */
export function holdsKeyedRows(bytes: Buffer, members: Children): boolean {
  const count = Math.min(members.offsets.length, sampled);
  if (count < 2) return false;
  const fields = new Set<string>();
  let all = 0;
  for (let index = 0; index < count; index++) {
    const at = valueStart(bytes, members, index);
    if (kindAt(bytes, at) !== 'object' || firstChild(bytes, at) === -1) return false;
    eachChild(bytes, at, (key) => {
      if (fields.size >= mostFields) return;
      all++;
      fields.add(readKey(bytes, key));
    });
  }
  return fields.size < mostFields && all / (fields.size * count) >= leastAlike;
}
