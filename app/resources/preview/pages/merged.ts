import { type Message, message } from '../../../shared/messages/message.ts';
import type { JsonDocument } from '../json/document.ts';
import type { Received } from '../received.ts';

/** One page that has arrived. */
export interface ArrivedPage {
  received: Received;
  document: JsonDocument;
}

/** What a page adds to the body. */
export type Added = { rowCount: number } | { problem: Message };

/**
 * The body that pages become: the first one, with the rows of later ones after its own. Rows are copied once, so the
 * work and the memory grow with the bytes of all pages.
 */
export interface MergedBody {
  /** Copies the rows of a later page. `dropRepeat`: not if they are those of the page before. */
  add(page: ArrivedPage, dropRepeat: boolean): Added | 'repeat';
  /** The rows so far: valid JSON up to the end of the last row. */
  soFar(): { received: Received; document: JsonDocument };
  /** Adds what follows the rows in the first page. */
  finish(): { received: Received; document: JsonDocument; notes?: readonly Message[] };
  readonly byteLength: number;
}

/** `path`: of the list, as the user wrote or chose it. */
export const noList = (path: string): Message =>
  path === '' ? message('preview.pages.noRootList') : message('preview.pages.noList', { path });
