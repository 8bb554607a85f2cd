import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { formats } from './formats.ts';
import { upTo } from './parameters.ts';
import { seeded } from './random.ts';

const longestPauseMs = 60_000;
const mostRows = 100_000;

/**
 * Slow on purpose: `wait` ms until the header, then one row every `pause` ms (`?rows=30&pause=200&wait=0`). Ends when
 * the reader leaves.
 */
export async function sendReadings(response: ServerResponse, { searchParams }: URL): Promise<void> {
  const rows = upTo(searchParams.get('rows'), 30, mostRows);
  const pauseMs = upTo(searchParams.get('pause'), 200, longestPauseMs);
  const waitMs = upTo(searchParams.get('wait'), 0, longestPauseMs);
  const left = new AbortController();
  response.once('close', () => left.abort());
  try {
    if (waitMs > 0) await pause(waitMs, undefined, { signal: left.signal });
    response.writeHead(200, { 'Content-Type': formats.json.contentType, 'Cache-Control': 'no-store' });
    await pipeline(Readable.from(slowly(rows, pauseMs, left.signal), { objectMode: false }), response);
  } catch {
    response.destroy();
  }
}

async function* slowly(rows: number, pauseMs: number, signal: AbortSignal): AsyncGenerator<string> {
  yield '[';
  for (let id = 1; id <= rows; id++) {
    if (pauseMs > 0) await pause(pauseMs, undefined, { signal });
    const celsius = Math.round((18 + 6 * seeded(`reading ${id}`)) * 10) / 10;
    yield `${id > 1 ? ',' : ''}\n${JSON.stringify({ id, sensor: `S-${1 + (id % 8)}`, celsius })}`;
  }
  yield '\n]';
}
