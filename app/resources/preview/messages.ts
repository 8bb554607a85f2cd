import type { ErrorReport } from '../../shared/errors.ts';
import type { ArrivingTable, Cell, ParsedSummary, Table, TreeNode } from '../../shared/preview/preview.ts';
import type { DataFormat, Encoding, FirstRow } from '../../shared/resource/resource.ts';

/** What is known of a body when it starts to arrive. */
export interface BodyOptions {
  format: DataFormat;
  /** The resource's choice; `null`: the best guess. */
  dataPath: string | null;
  contentType: string;
  /** Of a CSV. Absent: `auto`. */
  firstRow?: FirstRow;
  /** Absent: `auto`. */
  encoding?: Encoding;
  /** A longer body goes to a file and is not shown (row 43). */
  limitBytes: number;
  /** Content-Length where the service said it: saves copying. */
  expectedBytes?: number | undefined;
}

export type BodySummary = ParsedSummary | { status: 'too_large'; limitBytes: number };

/** The calls of the preview process, by name. As the contract's `preview.*`. */
export interface PreviewCalls {
  open: { request: { previewId: string; options: BodyOptions }; response: null };
  /** Bytes that arrived. The response says that they were taken in: the next may come. */
  chunk: { request: { previewId: string; bytes: Uint8Array }; response: null };
  /** `null`: no table that one can be sure of yet. */
  arriving: { request: { previewId: string }; response: ArrivingTable | null };
  /** `byteLength`: memory that the body takes from now on. */
  end: { request: { previewId: string }; response: { summary: BodySummary; byteLength: number } };
  forget: { request: { previewId: string }; response: null };
  table: { request: { previewId: string; dataPath: string }; response: Table };
  /** Goes on looking for columns: call it until `hasAllColumns`. */
  columns: { request: { previewId: string; dataPath: string }; response: Table };
  rows: {
    request: { previewId: string; dataPath: string; columns: string[]; start: number; count: number };
    response: { rows: Cell[][] };
  };
  tree: {
    request: { previewId: string; pointer: string; start: number; count: number };
    response: { nodes: TreeNode[]; total: number };
  };
  text: {
    request: { previewId: string; startLine: number; count: number };
    response: { lines: string[]; total: number };
  };
  value: { request: { previewId: string; pointer: string }; response: { text: string; truncated: boolean } };
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
