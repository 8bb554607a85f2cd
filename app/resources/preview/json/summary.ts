import { LineIndex } from '../lines.ts';
import type { Column, ParsedSummary } from '../preview.ts';
import type { Children } from './children.ts';
import { findColumns } from './columns.ts';
import { findDataPaths } from './data-paths.ts';
import { JsonDocument } from './document.ts';
import { maximumOffsets } from './offset-list.ts';
import { JsonScanner } from './scanner.ts';

export type Parsed = Omit<Extract<ParsedSummary, { status: 'parsed' }>, 'lineCount'>;

/** JSON that was made from XML. */
export function xmlDocument(json: Buffer): JsonDocument {
  const scanner = new JsonScanner(new LineIndex(), 0);
  scanner.end(json, json.length);
  return new JsonDocument(json, scanner.structure, true);
}

/** Of a body of which nothing has arrived. */
export const emptyDocument = (): JsonDocument =>
  new JsonDocument(Buffer.alloc(0), new JsonScanner(new LineIndex(), 0).structure);

/** What the preview shows first: the resource's own choice where the body has it, else the best guess. */
export function summarise(document: JsonDocument, chosen: string | null): Parsed {
  const { dataPaths, best } = findDataPaths(document);
  const dataPath = chosen !== null && rowsAt(document, chosen) !== undefined ? chosen : best;
  const rows = dataPath === null ? undefined : rowsAt(document, dataPath);
  return {
    status: 'parsed',
    rootKind: document.rootKind,
    dataPaths,
    dataPath,
    ...(rows === undefined ? { rowCount: 0, columns: [], notes: [] } : tableOf(document, rows)),
  };
}

/** The table of these rows. */
export function tableOf(
  document: JsonDocument,
  rows: Children,
): { columns: Column[]; rowCount: number; notes: string[] } {
  const { columns, notes } = findColumns(document, rows);
  const rowCount = rows.offsets.length;
  if (rowCount < maximumOffsets) return { columns, rowCount, notes };
  const note = `The table has the first ${rowCount.toLocaleString('en')} rows. Raw shows all.`;
  return { columns, rowCount, notes: [...notes, note] };
}

/** Fewer would be gone from view by the next look; what looks like the table may not be it yet. */
const leastRows = 100;

/** The table while the body arrives: without the last row, which may have come in part. `undefined`: there is none yet. */
export function arrivingTable(
  document: JsonDocument,
  chosen: string | null,
): { dataPath: string; rows: Children } | undefined {
  const dataPath = chosen ?? findDataPaths(document).best;
  const all = dataPath === null ? undefined : rowsAt(document, dataPath);
  if (dataPath === null || all === undefined || all.offsets.length <= leastRows) return undefined;
  return { dataPath, rows: { kind: all.kind, offsets: all.offsets.subarray(0, -1) } };
}

/** The children of the array or object at `pointer`: the rows of a table. */
export function rowsAt(document: JsonDocument, pointer: string): Children | undefined {
  return document.children(document.resolve(pointer));
}
