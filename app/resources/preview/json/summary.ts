import { message } from '../../../shared/messages/message.ts';
import type { ParsedSummary, Table } from '../../../shared/preview/preview.ts';
import { LineIndex } from '../lines.ts';
import type { ColumnSearch } from './columns.ts';
import { findDataPaths } from './data-paths.ts';
import { JsonDocument } from './document.ts';
import { findRows, isQuickPath, listPointer, rowsAt } from './find-rows.ts';
import { maximumOffsets } from './offset-list.ts';
import { PathFault } from './path/path-fault.ts';
import type { Rows } from './row-places.ts';
import { JsonScanner } from './scanner.ts';
import { findTotal } from './total.ts';

export type Parsed = Omit<Extract<ParsedSummary, { status: 'parsed' }>, 'lineCount'>;

/** A document of JSON made from XML. */
export function xmlDocument(json: Buffer): JsonDocument {
  const scanner = new JsonScanner(new LineIndex(), 0);
  scanner.end(json, json.length);
  return new JsonDocument(json, scanner.structure, { isXml: true });
}

/** The document of a body of which nothing has arrived. */
export const emptyDocument = (): JsonDocument =>
  new JsonDocument(Buffer.alloc(0), new JsonScanner(new LineIndex(), 0).structure);

/**
 * The initial preview: the resource's own choice if the body has it, otherwise the best guess. Its table is not read, so
 * that a page among others costs no search for columns.
 */
export function summarise(document: JsonDocument, chosen: string | null): Parsed {
  const { dataPaths, best } = findDataPaths(document);
  const wanted = chosen === null ? undefined : findRows(document, chosen);
  const fault = wanted instanceof PathFault ? wanted : undefined;
  return {
    ...noTable,
    status: 'parsed',
    rootKind: document.rootKind,
    dataPaths,
    dataPath: wanted === undefined || fault !== undefined ? best : chosen,
    notes: fault === undefined ? [] : [message('paths.note', { reason: fault.text })],
  };
}

const noTable: Table = {
  columns: [],
  hasAllColumns: true,
  rowCount: 0,
  sourceRowCount: 0,
  stepRowCounts: [],
  stepProblems: [],
  totalRows: null,
  notes: [],
};

/** The table of these rows, with the columns found so far. */
export function tableOf(document: JsonDocument, dataPath: string, rows: Rows, search: ColumnSearch): Table {
  const { columns, notes } = search.found();
  const rowCount = rows.offsets.length;
  const list = listPointer(document, dataPath);
  const totalRows = list === undefined ? null : findTotal(document, list, rowCount);
  if (rowCount >= maximumOffsets) notes.push(message('preview.rows', { count: rowCount }));
  return {
    columns,
    hasAllColumns: search.isDone,
    rowCount,
    sourceRowCount: rowCount,
    stepRowCounts: [],
    stepProblems: [],
    totalRows,
    notes,
  };
}

/** Fewer rows would be replaced at once, and the first list may not be the table. */
const leastRows = 100;

/** The table while the body arrives, without the last row, which may be incomplete. `undefined`: there is none yet. */
export function arrivingTable(
  document: JsonDocument,
  chosen: string | null,
): { dataPath: string; rows: Rows } | undefined {
  const dataPath = chosen ?? findDataPaths(document).best;
  if (dataPath !== null && !isQuickPath(dataPath)) return undefined;
  const all = dataPath === null ? undefined : rowsAt(document, dataPath);
  if (dataPath === null || all === undefined || all.offsets.length <= leastRows) return undefined;
  return { dataPath, rows: { ...all, offsets: all.offsets.subarray(0, -1) } };
}

/** The table of the pages so far, all of whose rows are whole. `undefined`: there is none. */
export function pagedTable(
  document: JsonDocument,
  dataPath: string | null,
): { dataPath: string; rows: Rows } | undefined {
  const rows = dataPath === null || !isQuickPath(dataPath) ? undefined : rowsAt(document, dataPath);
  return dataPath === null || rows === undefined ? undefined : { dataPath, rows };
}
