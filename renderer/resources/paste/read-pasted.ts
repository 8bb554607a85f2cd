import { readCurl } from './curl.ts';
import { readFetch } from './fetch-call.ts';
import { readHttpMessage } from './http-message.ts';
import type { PastedRequest } from './pasted-request.ts';

/** Reads what can be pasted instead of a URL. `undefined`: none of these. */
export const readPasted = (text: string): PastedRequest | undefined =>
  readCurl(text) ?? readFetch(text) ?? readHttpMessage(text);
