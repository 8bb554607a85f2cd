import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Message } from '../../shared/messages/message.ts';

export type Headers = Record<string, string | string[]>;

/** The reason for which a request gets no rows. The server sends it. */
export class Refusal extends Error {
  readonly status: number;
  readonly text: Message;
  readonly headers: Headers;

  constructor(status: number, text: Message, headers: Headers = {}) {
    super(String(status));
    this.status = status;
    this.text = text;
    this.headers = headers;
  }
}

/** Sent with everything. */
export const safeHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const;

export interface RefusalAnswer {
  /** By which the console's exchange is found: it has the same body. */
  id: string;
  status: number;
  headers: Headers;
  body: Buffer;
}

/** The header with the request's ID. */
const idHeader = 'x-request-id';

/** The ID of a request: one in its response, the log and the console. Its response tells it from now on. */
export function requestId(response: ServerResponse): string {
  const known = response.getHeader(idHeader);
  if (typeof known === 'string') return known;
  const id = randomUUID();
  response.setHeader(idHeader, id);
  return id;
}

/** `{"error": {"id", "status", "message"}}`. `show`: the sentence, without secrets. `id`: of the request. */
export function answerRefusal(
  { status, text, headers }: Refusal,
  show: (text: Message) => string,
  id: string = randomUUID(),
): RefusalAnswer {
  const body = Buffer.from(`${JSON.stringify({ error: { id, status, message: show(text) } })}\n`);
  return {
    id,
    status,
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...safeHeaders,
      ...headers,
      [idHeader]: id,
      'content-length': String(body.length),
    },
  };
}
