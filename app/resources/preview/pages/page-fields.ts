import { childPointer } from '../../../shared/json-pointer.ts';
import { valueStart } from '../json/children.ts';
import type { JsonDocument } from '../json/document.ts';
import { isLongString, kindAt, readKey, skipValue } from '../json/walk.ts';
import type { PageField } from '../messages.ts';
import { pagedPointer } from './row-span.ts';

/** Names that services give to what leads to the next page, or counts rows and pages. */
const telling =
  /next|more|cursor|page|offset|skip|start|limit|size|count|total|token|after|contin|bookmark|marker|number|from|last|index|results/i;
const longestName = 80;
const longestValue = 8000;
const deepest = 5;
const lookedInto = 100;
const mostFields = 60;

/** Values beside and above the list that may tell of further pages, in the order of the body. */
export function findPageFields(document: JsonDocument, dataPath: string | null): PageField[] {
  const list = dataPath === null ? undefined : pagedPointer(dataPath);
  const fields: PageField[] = [];
  const root = document.resolve('');
  if (list === undefined || typeof root !== 'number' || root === -1) return fields;
  collect(document, root, { pointer: '', list, depth: 0, fields });
  const last = lastRowId(document, list);
  return last === undefined ? fields : [...fields, last];
}

/** Does not look into lists or rows. */
function collect(
  document: JsonDocument,
  at: number,
  { pointer, list, depth, fields }: { pointer: string; list: string; depth: number; fields: PageField[] },
): void {
  const { bytes } = document;
  const members = document.children(at);
  if (members?.kind !== 'object' || pointer === list || depth > deepest) return;
  for (let index = 0; index < Math.min(members.offsets.length, lookedInto) && fields.length < mostFields; index++) {
    const key = members.offsets[index] ?? 0;
    if (isLongString(bytes, key, longestName)) continue;
    const name = readKey(bytes, key);
    const value = valueStart(bytes, members, index);
    const below = childPointer(pointer, name);
    const kind = kindAt(bytes, value);
    if (kind === 'object') collect(document, value, { pointer: below, list, depth: depth + 1, fields });
    else if (kind !== 'array' && (telling.test(name) || telling.test(pointer))) {
      const source = sourceAt(document, value);
      if (source !== null) fields.push({ pointer: below, source });
    }
  }
}

/** Services such as Stripe continue after the ID of the last row. */
function lastRowId(document: JsonDocument, list: string): PageField | undefined {
  const pointer = `${list}/-/id`;
  const source = readWanted(document, pointer);
  return source === null || source === 'null' ? undefined : { pointer, source };
}

/** JSON source of the scalar at the pointer. `null`: there is none, or it is too long. */
export function readWanted(document: JsonDocument, pointer: string): string | null {
  const at = document.resolve(withLastElements(document, pointer));
  return typeof at === 'number' && at !== -1 ? sourceAt(document, at) : null;
}

/** Replaces each `-` by the index of the list's last element. */
function withLastElements(document: JsonDocument, pointer: string): string {
  if (!/\/-(\/|$)/.test(pointer)) return pointer;
  let resolved = '';
  for (const token of pointer.split('/').slice(1)) {
    const at = token === '-' ? document.resolve(resolved) : -1;
    const children = at === -1 ? undefined : document.children(at);
    resolved += children?.kind === 'array' ? `/${children.offsets.length - 1}` : `/${token}`;
  }
  return resolved;
}

function sourceAt({ bytes }: JsonDocument, at: number): string | null {
  const kind = kindAt(bytes, at);
  if (kind === 'object' || kind === 'array') return null;
  if (kind === 'string' && isLongString(bytes, at, longestValue)) return null;
  const end = skipValue(bytes, at);
  return end - at > longestValue + 2 ? null : bytes.toString('utf8', at, end);
}

/** Names of the number of pages. */
const pagesNames = /^(total_?pages?|pages?_?(total|count)|page_?total|last_?page|pages|num_?pages|number_?of_?pages)$/i;

/** The number of pages at the service, if the fields name it. */
export function findTotalPages(fields: readonly PageField[]): number | null {
  for (const { pointer, source } of fields) {
    const name = pointer.slice(pointer.lastIndexOf('/') + 1);
    const digits = /^"?(\d{1,9})"?$/.exec(source)?.[1];
    if (digits !== undefined && pagesNames.test(name)) return Number(digits);
  }
  return null;
}
