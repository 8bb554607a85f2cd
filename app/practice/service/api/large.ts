import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formats } from './formats.ts';

export const largestRows = 1_000_000;
const rowsAtOnce = 2_000;
const cities = ['Lyon', 'Oslo', 'Graz', 'Turin', 'Ghent', 'Porto', 'Malmo', 'Brno'] as const;

/** `[{"id":1,"city":"Oslo","amount":123.45}, …]`: about 44 bytes per row, sent as fast as the reader accepts it. */
export async function sendLarge(response: ServerResponse, rows: number): Promise<void> {
  response.writeHead(200, { 'Content-Type': formats.json.contentType, 'Cache-Control': 'no-store' });
  // A reader may stop at any time.
  await pipeline(Readable.from(largeJson(rows), { objectMode: false }), response).catch(() => response.destroy());
}

function* largeJson(rows: number): Generator<string> {
  yield '[';
  let state = 42;
  for (let first = 1; first <= rows; first += rowsAtOnce) {
    let text = '';
    const last = Math.min(rows, first + rowsAtOnce - 1);
    for (let id = first; id <= last; id++) {
      // The generator from Numerical Recipes, which always produces the same rows.
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const amount = (state % 1_000_000) / 100;
      text += `{"id":${id},"city":"${cities[state >>> 29]}","amount":${amount}}${id < rows ? ',' : ''}`;
    }
    yield text;
  }
  yield ']';
}
