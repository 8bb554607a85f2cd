import { parentPointer } from '../../../shared/json-pointer.ts';
import { valueStart } from './children.ts';
import type { JsonDocument } from './document.ts';
import { isLongString, kindAt, readKey, readString, skipString, skipValue } from './walk.ts';

/** Names for the total number of rows, of which the response contains one page. */
const totalNames =
  /^@?(total|count|hits|numfound|nbhits|total_?(count|results?|items?|records?|rows?|elements?|hits|size|number)|(records?|items?|results?|row|elements?|available)_?(total|count)|@?odata\.count|recordsfiltered|x-total-count)$/i;
/** Names of objects beside the list that contain the total. */
const aboutNames =
  /^_?(meta(data)?|page|paging|pagination|pageinfo|page_info|info|summary|cursor|response_?metadata|result_info|total)$/i;
const longestName = 40;
const lookedInto = 64;
const deepest = 2;

/**
 * The number of rows at the service, if the response says that there are more than it contains: `{"total": 500}` above
 * 50 rows. Searches beside the list and in its ancestors. `null`: not stated.
 */
export function findTotal(document: JsonDocument, pointer: string, rowCount: number): number | null {
  let above = pointer;
  while (above !== '') {
    above = parentPointer(above);
    const at = document.resolve(above);
    const total = typeof at === 'number' && at !== -1 ? totalIn(document, at, rowCount, deepest) : null;
    if (total !== null) return total;
  }
  return null;
}

function totalIn(document: JsonDocument, at: number, rowCount: number, depth: number): number | null {
  const { bytes } = document;
  const members = document.children(at);
  if (members?.kind !== 'object') return null;
  const about: number[] = [];
  for (let index = 0; index < Math.min(members.offsets.length, lookedInto); index++) {
    const key = members.offsets[index] ?? 0;
    if (isLongString(bytes, key, longestName)) continue;
    const name = readKey(bytes, key);
    const value = valueStart(bytes, members, index);
    if (totalNames.test(name)) {
      const total = countAt(bytes, value);
      if (total !== null && total > rowCount) return total;
    }
    if (aboutNames.test(name) && kindAt(bytes, value) === 'object') about.push(value);
    // `"total": {"value": 10000, "relation": "eq"}` of Elasticsearch.
    if (/^value$/i.test(name) && depth < deepest) {
      const total = countAt(bytes, value);
      if (total !== null && total > rowCount) return total;
    }
  }
  if (depth === 0) return null;
  for (const value of about) {
    const total = totalIn(document, value, rowCount, depth - 1);
    if (total !== null) return total;
  }
  return null;
}

/** A whole number, possibly written as a string. */
function countAt(bytes: Buffer, at: number): number | null {
  const isText = kindAt(bytes, at) === 'string';
  if (isText && isLongString(bytes, at, longestName)) return null;
  const text = isText
    ? readString(bytes, at, skipString(bytes, at))
    : bytes.toString('latin1', at, Math.min(skipValue(bytes, at), at + longestName));
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
