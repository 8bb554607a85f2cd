import { childPointer } from '../../../shared/json-pointer.ts';
import { attributeMark, textKey } from '../formats/xml/keys.ts';
import type { JsonDocument } from './document.ts';
import { type Kind, kindAt, readKey, valueOfKey } from './walk.ts';

/** Common names of a repeated element. */
const rowNames = /^(.*:)?(item|entry|row|record)$/i;
const mostElements = 300;
const deepest = 6;

interface Element {
  pointer: string;
  name: string;
  at: number;
  kind: Kind;
  depth: number;
}

export interface SingleRow {
  pointer: string;
  /** `name`: certain. `place`: a single child at each level. `root`: the document is one record. */
  by: 'name' | 'place' | 'root';
}

/**
 * The only row of an XML document without a list: a second one would make it a list. Found by its name (`rooms` above
 * `room`, `IdList` above `Id`, `item`), otherwise as the single child at each level, otherwise the whole document.
 */
export function findSingleRow(document: JsonDocument): SingleRow | undefined {
  const [root] = elementsIn(document, { pointer: '', name: '', at: rootOf(document), kind: 'object', depth: 0 });
  if (root?.kind !== 'object') return undefined;
  const named = findNamed(document, root);
  if (named !== undefined) return { pointer: named.pointer, by: 'name' };
  let row = root;
  for (let depth = 0; depth < deepest; depth++) {
    const [only, ...others] = elementsIn(document, row);
    if (only?.kind !== 'object' || others.length > 0) break;
    row = only;
  }
  return { pointer: row.pointer, by: row === root ? 'root' : 'place' };
}

/** Breadth first: the element nearer to the root is the row, and elements inside it are parts. */
function findNamed(document: JsonDocument, root: Element): Element | undefined {
  const waiting = [root];
  for (let seen = 0; seen < waiting.length && seen < mostElements; seen++) {
    const above = waiting[seen];
    if (above === undefined || above.depth >= deepest) continue;
    const below = elementsIn(document, above);
    const named = below.find(
      ({ name, kind }) => kind !== 'array' && (isManyOf(above.name, name) || rowNames.test(name)),
    );
    if (named !== undefined) return named;
    waiting.push(...below.filter(({ kind }) => kind === 'object'));
  }
  return undefined;
}

/** `rooms` of `room`, `categories` of `category`, `IdList` and `ArrayOfId` of `Id`. */
function isManyOf(above: string, name: string): boolean {
  const [many, one] = [local(above), local(name)];
  const plurals = [
    `${one}s`,
    `${one}es`,
    one.replace(/y$/, 'ies'),
    `${one}list`,
    `${one}_list`,
    `${one}-list`,
    `${one}set`,
  ];
  return many !== one && (plurals.includes(many) || many === `arrayof${one}`);
}

const local = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase();

const rootOf = (document: JsonDocument): number => {
  const at = document.resolve('');
  return typeof at === 'number' ? at : -1;
};

function elementsIn(document: JsonDocument, { at, pointer, depth }: Element): Element[] {
  const { bytes } = document;
  const members = document.children(at);
  if (members?.kind !== 'object') return [];
  const elements: Element[] = [];
  for (const key of members.offsets.subarray(0, mostElements)) {
    const name = readKey(bytes, key);
    if (name === textKey || name.startsWith(attributeMark)) continue;
    const value = valueOfKey(bytes, key);
    elements.push({
      pointer: childPointer(pointer, name),
      name,
      at: value,
      kind: kindAt(bytes, value),
      depth: depth + 1,
    });
  }
  return elements;
}
