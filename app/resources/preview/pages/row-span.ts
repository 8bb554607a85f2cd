import { childPointer, parentPointer } from '../../../shared/json-pointer.ts';
import { readRowPath } from '../../../shared/preview/row-path.ts';
import { type Children, valueStart } from '../json/children.ts';
import type { JsonDocument } from '../json/document.ts';
import { kindAt, skipValue } from '../json/walk.ts';

/** Where the rows of a page are in its bytes, so that they can be copied as a whole. */
export interface RowSpan {
  /**
   * `lines`: NDJSON. `single`: the only element of an XML list. `object`: its members are the rows. `null`: a list
   * without rows that is not written as one.
   */
  kind: 'array' | 'object' | 'lines' | 'single' | 'null';
  count: number;
  /** From the first row (in an object: from its key) to the end of the last. Equal if there is no row. */
  from: number;
  to: number;
}

/**
 * The pointer of the list that further pages continue. For a JSONPath it is the list that the path's names lead to.
 * `undefined`: the path has no such list, because it is one row or collects rows from several lists.
 */
export function pagedPointer(dataPath: string): string | undefined {
  if (!dataPath.startsWith('$')) {
    const { pointer, isOneRow } = readRowPath(dataPath);
    return isOneRow ? undefined : pointer;
  }
  let pointer = '';
  let at = 1;
  for (;;) {
    segment.lastIndex = at;
    const found = segment.exec(dataPath);
    if (found === null) break;
    pointer = childPointer(pointer, found[1] ?? found[2] ?? found[3] ?? found[4] ?? '');
    at = segment.lastIndex;
  }
  return /^(?:$|\.\*|\[(?:\*|\?|:))/.test(dataPath.slice(at)) ? pointer : undefined;
}

/** RFC 9535 §2.3: a name or index. Names with escapes are left to the user's own path. */
const segment = /\.([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)|\['([^'\\]*)'\]|\["([^"\\]*)"\]|\[(\d+)\]/y;

/** The rows at a pointer. `undefined`: there is no list. `null` in place of a list counts as a list without rows. */
export function findSpan(document: JsonDocument, pointer: string, isLines: boolean): RowSpan | undefined {
  const { bytes } = document;
  if (isLines)
    return document.isList || document.rootKind === 'object'
      ? spanOf('lines', bytes, document.topLevelChildren())
      : undefined;
  const at = document.resolve(pointer);
  if (at === -1) return document.isXml ? missingElement(document, pointer) : undefined;
  const children = document.children(at);
  if (children !== undefined && (at === 'list' || children.kind === 'array'))
    return spanOf(at === 'list' ? 'lines' : 'array', bytes, children, at);
  if (at === 'list') return undefined;
  if (document.isXml && pointer !== '') return { kind: 'single', count: 1, from: at, to: skipValue(bytes, at) };
  if (children !== undefined) return spanOf('object', bytes, children, at);
  return kindAt(bytes, at) === 'null' ? { kind: 'null', count: 0, from: at, to: at } : undefined;
}

/** XML writes an empty list as no element. */
function missingElement(document: JsonDocument, pointer: string): RowSpan | undefined {
  const above = parentPointer(pointer);
  return above !== '' && document.resolve(above) !== -1 ? { kind: 'null', count: 0, from: 0, to: 0 } : undefined;
}

function spanOf(kind: RowSpan['kind'], bytes: Buffer, children: Children, at: number | 'list' = 'list'): RowSpan {
  const count = children.offsets.length;
  const [first] = children.offsets;
  if (first === undefined) {
    const inside = at === 'list' ? bytes.length : at + 1;
    return { kind, count, from: inside, to: inside };
  }
  return { kind, count, from: first, to: skipValue(bytes, valueStart(bytes, children, count - 1)) };
}

/** Whether rows of one kind can stand among those of the other. An empty list fits all. */
export const fits = (first: RowSpan['kind'], { kind, count }: RowSpan): boolean =>
  count === 0 || kind === first || (first === 'single' && kind === 'array') || (first === 'array' && kind === 'single');
