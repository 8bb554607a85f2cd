import { randomBytes } from 'node:crypto';
import type { Message } from '../../shared/messages/message.ts';

export type Headers = Record<string, string | string[]>;

/** Why a request gets no rows. Thrown by whoever decides it, sent by the server. */
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

/** `{"error": {"id", "status", "message"}}`. `show`: the sentence, without secrets. */
export function answerRefusal({ status, text, headers }: Refusal, show: (text: Message) => string): RefusalAnswer {
  const id = randomBytes(5).toString('hex');
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
      'content-length': String(body.length),
    },
  };
}
