import { valueStart } from '../../../../../../app/resources/preview/json/children.ts';
import { JsonDocument } from '../../../../../../app/resources/preview/json/document.ts';
import { findRows } from '../../../../../../app/resources/preview/json/find-rows.ts';
import { PathFault } from '../../../../../../app/resources/preview/json/path/path-fault.ts';
import { rowsOfPath } from '../../../../../../app/resources/preview/json/path/rows-of-path.ts';
import type { Rows } from '../../../../../../app/resources/preview/json/row-places.ts';
import { JsonScanner } from '../../../../../../app/resources/preview/json/scanner.ts';
import { skipValue } from '../../../../../../app/resources/preview/json/walk.ts';
import { LineIndex } from '../../../../../../app/resources/preview/lines.ts';

export function documentOf(source: string, options: { isXml?: boolean } = {}): JsonDocument {
  const bytes = Buffer.from(source);
  const scanner = new JsonScanner(new LineIndex(), 0);
  scanner.end(bytes, bytes.length);
  return new JsonDocument(bytes, scanner.structure, options);
}

/** What a path selects: the source and pointer of each row, and the key if rows have one. */
export function selected(document: JsonDocument, path: string, find: typeof findRows = findRows) {
  const rows = find(document, path);
  if (rows === undefined || rows instanceof PathFault) throw rows ?? new Error(`nothing at ${path}`);
  return [...rows.offsets.keys()].map((row) => ({
    source: sourceOf(document, rows, row),
    pointer: rows.places.pointer(row),
  }));
}

/** Without the way for simple paths. */
export const selectedByWalk = (document: JsonDocument, path: string) => selected(document, path, rowsOfPath);

function sourceOf({ bytes }: JsonDocument, rows: Rows, row: number): string {
  const at = valueStart(bytes, rows, row);
  return bytes.toString('utf8', at, skipValue(bytes, at));
}
