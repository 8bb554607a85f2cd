import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Feed } from '../../shared/feed/feed.ts';
import type { ODataResponse } from '../odata/odata.ts';
import { answerRows, retrySeconds } from './answer-rows.ts';
import type { Limits } from './limits.ts';
import { type RefusalAnswer, requestId, safeHeaders } from './refusal.ts';

/** Where readers reach the service, with the host that this one used. */
export const odataRoot = ({ protocol, headers }: FastifyRequest): string => `${protocol}://${headers.host}/odata`;

/** Sends rows as a feed is sent, with its validators and encodings. Returns what to tell of a refusal. */
export async function answerOData(
  request: FastifyRequest,
  reply: FastifyReply,
  feed: Feed,
  { status, headers, body, age, retryAt }: ODataResponse,
  { limits, now }: { limits: Limits; now: number },
): Promise<RefusalAnswer | undefined> {
  const { 'content-type': contentType = '', ...others } = headers;
  if (age !== null) {
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
    const { dataAt, isStale, error } = age;
    const found = { body: { bytes: body, contentType, etag, dataAt, rowCount: 0 }, isStale, error };
    await answerRows(request, reply, feed, found, { limits, now, headers: others });
    return undefined;
  }
  const all: Record<string, string> = {
    ...safeHeaders,
    ...headers,
    'cache-control': 'no-store',
    'content-length': String(body.length),
    ...(status === 503 ? { 'retry-after': String(retrySeconds(retryAt, now)) } : {}),
  };
  const id = status === 200 ? undefined : requestId(reply.raw);
  reply.code(status).headers(all).send(body);
  return id === undefined ? undefined : { id, status, headers: { ...all, 'x-request-id': id }, body };
}
