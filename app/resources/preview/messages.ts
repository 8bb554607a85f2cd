import type { CallRequest, CallResponse } from '../../shared/contract/contract.ts';
import type { LineMatch, NodeMatch, Search } from '../../shared/contract/search.ts';
import type { ErrorReport } from '../../shared/errors.ts';
import type { ArrivingTable, Cell, ParsedSummary, Table, TableView, TreeNode } from '../../shared/preview/preview.ts';
import type { DataFormat, Encoding, FirstRow } from '../../shared/resource/resource.ts';
import type { Shape } from '../../shared/shape/shape.ts';
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
  contentType: string;
  /** For CSV. Absent: `auto`. */
  firstRow?: FirstRow;
  /** Absent: `auto`. */
  encoding?: Encoding;
  /** Longer bodies go to a file and are not shown (row 43). */
  limitBytes: number;
  /** Content-Length, if the service sent one: saves copying. */
  expectedBytes?: number | undefined;
}

export type BodySummary = ParsedSummary | { status: 'too_large'; limitBytes: number };

/** The calls of the preview process by name, like the contract's `preview.*`. */
export interface PreviewCalls {
  open: { request: { previewId: string; options: BodyOptions }; response: null };
  /** Received bytes. The response says that the process has read them: the next chunk may follow. */
  chunk: { request: { previewId: string; bytes: Uint8Array }; response: null };
  /** `null`: there is no certain table yet. */
  arriving: { request: { previewId: string }; response: ArrivingTable | null };
  /** `byteLength`: the memory that the body takes from now on. */
  end: { request: { previewId: string }; response: { summary: BodySummary; byteLength: number } };
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
  tree: {
    request: { previewId: string; pointer: string; start: number; count: number };
    response: { nodes: TreeNode[]; total: number };
  };
  text: {
    request: { previewId: string; startLine: number; count: number };
    response: { lines: string[]; total: number };
  };
  value: { request: { previewId: string; pointer: string }; response: { text: string; truncated: boolean } };
  /** Searches a part of the body. Call again with `next`. */
  findLines: { request: Search; response: Slice<LineMatch> };
  findNodes: { request: Search; response: Slice<NodeMatch> };
  saveBody: { request: { previewId: string; path: string }; response: null };
}
export type PreviewCallName = keyof PreviewCalls;
export type PreviewRequest<Name extends PreviewCallName> = PreviewCalls[Name]['request'];
export type PreviewResponse<Name extends PreviewCallName> = PreviewCalls[Name]['response'];

export type ToEngine = {
  [Name in PreviewCallName]: { id: number; name: Name; request: PreviewRequest<Name> };
}[PreviewCallName];

export type FromEngine =
  | { type: 'response'; id: number; value: unknown }
  | { type: 'error'; id: number; error: ErrorReport };
