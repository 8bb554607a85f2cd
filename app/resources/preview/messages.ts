import type { CallRequest, CallResponse } from '../../shared/contract/contract.ts';
import type { LineMatch, LineSearch, NodeMatch, Search } from '../../shared/contract/search.ts';
import type { ErrorReport } from '../../shared/errors.ts';
import type { Message } from '../../shared/messages/message.ts';
import type { ArrivingTable, Cell, ParsedSummary, Table, TableView, TreeNode } from '../../shared/preview/preview.ts';
import type { DataFormat, Encoding, FirstRow } from '../../shared/resource/resource.ts';
import type { Shape } from '../../shared/shape/shape.ts';
import type { ExportJobOptions, ExportProgress } from './export/export-job.ts';
import type { WriteSelection } from './export/write-choices.ts';
import type { Slice } from './find/search-slice.ts';

/** What is known about a body when it starts to arrive. */
export interface BodyOptions {
  format: DataFormat;
  /** The user's choice. `null`: the best guess. */
  dataPath: string | null;
  /** Absent: no. */
  withParents?: boolean;
  /** Absent: as found. */
  shape?: Shape;
  /** Of relative dates in filters. IANA. Absent: this computer's. */
  timeZone?: string | null;
  contentType: string;
  /** For CSV. Absent: `auto`. */
  firstRow?: FirstRow;
  /** Absent: `auto`. */
  encoding?: Encoding;
  /** For a later page of CSV, as a byte. Absent: found in the text. */
  delimiter?: number;
  /** Longer bodies go to a file and are not shown (row 43). */
  limitBytes: number;
  /** Content-Length, if the service sent one: saves copying. */
  expectedBytes?: number | undefined;
}

export type BodySummary = ParsedSummary | { status: 'too_large'; limitBytes: number };

/** A value of a body near its list that may tell of further pages. */
export interface PageField {
  /** JSON Pointer. `-` names the last element of a list. */
  pointer: string;
  /** JSON source of a text, number, boolean or `null`, at most 8,000 characters. */
  source: string;
}

/** What a page says about itself and the next one. */
export interface PageFacts {
  /** `null`: the page has no such list. */
  rowCount: number | null;
  /** Why the page is not part of the rows. */
  problem?: Message;
  /** Its rows are those of the page before, and it was left out. */
  isRepeat?: true;
  /** JSON source of the values that were asked for, as in `PageField`. `null`: there is none. */
  values: (string | null)[];
  /** The number of rows at the service, if the page names more than it has. */
  totalRows: number | null;
  totalPages: number | null;
}

/** The calls of the preview process by name, like the contract's `preview.*`. */
export interface PreviewCalls {
  open: { request: { previewId: string; options: BodyOptions }; response: null };
  /** Received bytes. The response says that the process has read them: the next chunk may follow. */
  chunk: { request: { previewId: string; bytes: Uint8Array }; response: null };
  /** `null`: there is no certain table yet. */
  arriving: { request: { previewId: string }; response: ArrivingTable | null };
  /**
   * A page has arrived: its rows become part of the body, and the next chunk starts another page. `wants`: pointers of
   * values that name the next page. `dropRepeat`: leaves out a page with the rows of the page before.
   */
  endPage: { request: { previewId: string; wants: string[]; dropRepeat: boolean }; response: PageFacts };
  /**
   * All has arrived. A page that did not end is dropped. `byteLength`: the memory that the body takes from now on.
   * `fields`: what may tell of further pages, if none were followed.
   */
  end: {
    request: { previewId: string };
    response: { summary: BodySummary; byteLength: number; fields: PageField[] };
  };
  forget: { request: { previewId: string }; response: null };
  table: { request: TableView; response: Table };
  /** Continues the search for columns. Call it until `hasAllColumns`. */
  columns: { request: TableView; response: Table };
  rows: {
    request: TableView & { columns: string[]; start: number; count: number };
    response: { rows: Cell[][]; pointers: string[] };
  };
  statistics: { request: CallRequest<'preview.statistics'>; response: CallResponse<'preview.statistics'> };
  /** Continues the search. Call it until `isDone`. */
  find: { request: CallRequest<'preview.findInTable'>; response: CallResponse<'preview.findInTable'> };
  copy: { request: CallRequest<'preview.copy'>; response: CallResponse<'preview.copy'> };
  path: { request: CallRequest<'preview.path'>; response: CallResponse<'preview.path'> };
  paths: { request: CallRequest<'preview.paths'>; response: CallResponse<'preview.paths'> };
  tree: {
    request: { previewId: string; pointer: string; start: number; count: number };
    response: { nodes: TreeNode[]; total: number };
  };
  text: {
    request: { previewId: string; startLine: number; count: number; isIndented?: boolean | undefined };
    response: { lines: string[]; total: number; isIndented: boolean };
  };
  value: { request: { previewId: string; pointer: string }; response: { text: string; truncated: boolean } };
  chart: { request: CallRequest<'preview.chart'>; response: CallResponse<'preview.chart'> };
  /** Searches a part of the body. Call again with `next`. */
  findLines: { request: LineSearch; response: Slice<LineMatch> };
  findNodes: { request: Search; response: Slice<NodeMatch> };
  saveBody: { request: { previewId: string; path: string }; response: null };
  /** Prepares the export of a table. */
  exportStart: {
    request: TableView & ExportJobOptions & { exportId: string; selection?: WriteSelection };
    response: null;
  };
  /** Writes on for about 20 ms. Call it until `isDone`. */
  exportStep: { request: { previewId: string; exportId: string }; response: ExportProgress };
  /** Ends an export, and removes its file. */
  exportStop: { request: { previewId: string; exportId: string }; response: null };
}
export type PreviewCallName = keyof PreviewCalls;
export type PreviewRequest<Name extends PreviewCallName> = PreviewCalls[Name]['request'];
export type PreviewResponse<Name extends PreviewCallName> = PreviewCalls[Name]['response'];

export type ToEngine = {
  [Name in PreviewCallName]: { id: number; name: Name; request: PreviewRequest<Name> };
}[PreviewCallName];

export type FromEngine =
  | { type: 'response'; id: number; value: unknown }
  /** The work is not finished. The same call, sent again, continues it. */
  | { type: 'again'; id: number }
  | { type: 'error'; id: number; error: ErrorReport };
