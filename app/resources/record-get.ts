import type { Dispatcher } from 'undici';
import type { Connection } from '../connections/connection.ts';
import { errorCode, type HopRecorder, keptBodyBytes, type RawHeaders } from '../http/hops.ts';
import { urlAsSent } from '../http/request-target.ts';
import type { Resource } from './resource.ts';
import { secretParameters } from './secret-values.ts';

export interface GetFacts {
  resource: Resource;
  connection: Connection | undefined;
  /** As they leave, the token in them. */
  url: URL;
  headers: RawHeaders;
}

export interface RecordedGet {
  /** The head is there; the start of the body is taken as whoever reads it reads it. */
  answered(answer: Dispatcher.ResponseData): void;
  failed(error: unknown): void;
}

/** One GET on its way, for the console. Nothing is copied or masked here: a thousand of them at once would notice. */
export function recordGet(recorder: HopRecorder, facts: GetFacts): RecordedGet {
  const at = Date.now();
  const startedAt = performance.now();
  const number = recorder.begin();
  const sent = () => ({
    kind: 'get' as const,
    connectionId: facts.connection?.id,
    resourceId: facts.resource.id,
    at,
    method: 'GET',
    url: urlAsSent(facts.url),
    requestHeaders: facts.headers,
    hiddenNames: hiddenNames(facts),
    durationMs: performance.now() - startedAt,
  });
  return {
    failed: (error) => recorder.record({ ...sent(), error: errorCode(error) }, number),
    answered({ statusCode: status, headers: responseHeaders, body }) {
      const start: Buffer[] = [];
      let bytes = 0;
      let ended = false;
      const end = (whole: boolean) => {
        if (ended) return;
        ended = true;
        const responseBody = Buffer.concat(start);
        const bodyTruncated = bytes > responseBody.length || !whole;
        recorder.record({ ...sent(), status, responseHeaders, responseBody, bytes, bodyTruncated }, number);
      };
      const emit = body.emit.bind(body);
      // Every chunk that anybody reads goes by here once, however they read; a listener would make the body flow at once.
      body.emit = (event: string | symbol, ...facts: unknown[]) => {
        const [chunk] = facts;
        if (event === 'data' && Buffer.isBuffer(chunk)) {
          if (bytes < keptBodyBytes) start.push(chunk.subarray(0, keptBodyBytes - bytes));
          bytes += chunk.length;
        } else if (event === 'end') end(true);
        // It broke off, or was not read to its end.
        else if (event === 'close') end(false);
        return emit(event, ...facts);
      };
    },
  };
}

/** What carries a secret under a name of its own. */
const hiddenNames = ({ resource, connection }: GetFacts): string[] => [
  ...resource.headers.flatMap(({ name, secret }) => (secret ? name : [])),
  ...(resource.secretValues.length === 0 ? [] : secretParameters(resource)),
  ...(connection === undefined ? [] : [connection.tokenPlacement.name]),
];
