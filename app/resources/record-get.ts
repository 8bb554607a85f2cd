import {
  type ExchangeRecorder,
  errorCode,
  keptBodyBytes,
  type RawExchange,
  type RawHeaders,
} from '../http/exchanges.ts';
import { urlAsSent } from '../http/request-target.ts';
import type { HttpResponse } from '../http/send.ts';
import type { Connection } from '../shared/connection/connection.ts';
import type { Resource } from '../shared/resource/resource.ts';
import { secretParameters } from '../shared/resource/secret-values.ts';

export interface GetFacts {
  resource: Resource;
  connection: Connection | undefined;
  /** As sent, including the token. */
  url: URL;
  headers: RawHeaders;
  method: Resource['method'];
  body?: string | undefined;
}

type Outcome = Pick<RawExchange, 'status' | 'responseHeaders' | 'responseBody' | 'bytes' | 'bodyTruncated' | 'error'>;

export interface RecordedGet {
  /** The head has arrived. The start of the body is recorded while the caller reads it. */
  responded(response: HttpResponse): void;
  failed(error: unknown): void;
}

/**
 * Records a running GET, or a POST that reads, for the console. Copies and masks nothing here, because that would slow
 * down a thousand GETs at once.
 */
export function recordGet(recorder: ExchangeRecorder, facts: GetFacts): RecordedGet {
  const at = Date.now();
  const startedAt = performance.now();
  const number = recorder.begin();
  /** Built in one piece: on the hot path, copying objects costs more than the rest of the record. */
  const record = (outcome: Outcome): void => {
    const { status, responseHeaders, responseBody, bytes, bodyTruncated, error } = outcome;
    recorder.record(
      {
        kind: 'get',
        connectionId: facts.connection?.id,
        resourceId: facts.resource.id,
        at,
        method: facts.method,
        url: urlAsSent(facts.url),
        requestHeaders: facts.headers,
        requestBody: facts.body,
        hiddenNames: hiddenNames(facts),
        durationMs: performance.now() - startedAt,
        status,
        responseHeaders,
        responseBody,
        bytes,
        bodyTruncated,
        error,
      },
      number,
    );
  };
  return {
    failed: (error) => record({ error: errorCode(error) }),
    responded({ statusCode: status, headers: responseHeaders, body }) {
      const start: Buffer[] = [];
      let bytes = 0;
      let ended = false;
      const end = (whole: boolean) => {
        if (ended) return;
        ended = true;
        const responseBody = Buffer.concat(start);
        const bodyTruncated = bytes > responseBody.length || !whole;
        record({ status, responseHeaders, responseBody, bytes, bodyTruncated });
      };
      const emit = body.emit.bind(body);
      // Every chunk passes here once, however it is read. A listener would start the flow at once.
      body.emit = (event: string | symbol, ...facts: unknown[]) => {
        const [chunk] = facts;
        if (event === 'data' && Buffer.isBuffer(chunk)) {
          if (bytes < keptBodyBytes) start.push(chunk.subarray(0, keptBodyBytes - bytes));
          bytes += chunk.length;
        } else if (event === 'end') end(true);
        // The body broke off, or was not read to its end.
        else if (event === 'close') end(false);
        return emit(event, ...facts);
      };
    },
  };
}

/** Names of headers and parameters that carry a secret. */
function hiddenNames({ resource, connection }: GetFacts): string[] {
  const names = resource.secretValues.length === 0 ? [] : secretParameters(resource);
  for (const { name, secret } of resource.headers) if (secret) names.push(name);
  if (connection !== undefined) names.push(connection.tokenPlacement.name);
  return names;
}
