import type { HttpClient } from '../../http/client.ts';
import type { PushRows } from './push-rows.ts';

export interface PushContext {
  http: HttpClient;
  /** A field's value; a secret's from the vault. An empty text if there is none. */
  value(name: string): string;
  signal: AbortSignal;
}

/**
 * Makes the target hold these rows, and no others. Rejects with a RequestError `push.*`, HttpError `http.*`; the
 * target then has its former rows, unless its interface cannot promise that.
 */
export type SendRows = (rows: PushRows, context: PushContext) => Promise<void>;
