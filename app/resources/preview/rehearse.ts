import { Body } from './body.ts';

const rows = 12_000;
const chunkBytes = 64 * 1024;
const columns = ['/id', '/name', '/at/x', '/tags'];

/**
 * Reads a made-up response once, so that the engine has compiled the hot loops before the first real one comes. In steps of
 * a few milliseconds: a body that comes meanwhile does not wait for the rest, and is the better rehearsal.
 */
export function* rehearse(): Generator<void> {
  const sample = Array.from(
    { length: rows },
    (_, id) => `{"id": ${id}, "name": "n\\u00e9${id}", "at":{"x":${id}.5,"y":null},"tags":["a",true]}`,
  );
  const bytes = Buffer.from(`{"data":[${sample.join(',\n')}]}`);
  const body = new Body({ format: 'json', dataPath: null, contentType: '', limitBytes: bytes.length });
  const read = (start: number) => body.rows({ previewId: '', dataPath: '/data', columns, start, count: 100 });
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    yield;
    body.write(bytes.subarray(at, at + chunkBytes));
    // As for rows that are shown while the rest arrives.
    body.arriving();
  }
  yield;
  body.end();
  for (let start = 0; start < 500; start += 100) {
    yield;
    read(start);
  }
  body.close();
}
