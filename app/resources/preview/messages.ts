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

/** What the preview process is asked, by name. As the contract's `preview.*`. */
export interface Questions {
  open: { request: { previewId: string; options: BodyOptions }; answer: null };
  /** Bytes that arrived. The answer: they were taken in, the next may come. */
  chunk: { request: { previewId: string; bytes: Uint8Array }; answer: null };
  /** `null`: no table that one can be sure of yet. */
  arriving: { request: { previewId: string }; answer: ArrivingTable | null };
  /** `byteLength`: memory that the body takes from now on. */
  end: { request: { previewId: string }; answer: { summary: BodySummary; byteLength: number } };
  forget: { request: { previewId: string }; answer: null };
  table: { request: { previewId: string; dataPath: string }; answer: Table };
  /** Goes on looking for columns: ask until `hasAllColumns`. */
  columns: { request: { previewId: string; dataPath: string }; answer: Table };
  rows: {
    request: { previewId: string; dataPath: string; columns: string[]; start: number; count: number };
    answer: { rows: Cell[][] };
  };
  tree: {
    request: { previewId: string; pointer: string; start: number; count: number };
    answer: { nodes: TreeNode[]; total: number };
  };
  text: {
    request: { previewId: string; startLine: number; count: number };
    answer: { lines: string[]; total: number };
  };
  value: { request: { previewId: string; pointer: string }; answer: { text: string; truncated: boolean } };
  saveBody: { request: { previewId: string; path: string }; answer: null };
}
export type QuestionName = keyof Questions;
export type Request<Name extends QuestionName> = Questions[Name]['request'];
export type Answer<Name extends QuestionName> = Questions[Name]['answer'];

export type ToEngine = {
  [Name in QuestionName]: { id: number; name: Name; request: Request<Name> };
}[QuestionName];

export type FromEngine =
  | { type: 'answer'; id: number; value: unknown }
  | { type: 'error'; id: number; error: ErrorReport };
