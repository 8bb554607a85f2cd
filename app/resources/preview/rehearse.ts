import { Body } from './body.ts';

const rows = 12_000;
const chunkBytes = 64 * 1024;

/** Reads a made-up answer once, so that the engine has compiled the hot loops before the first real one comes. */
export function rehearse(): void {
  const sample = Array.from(
    { length: rows },
    (_, id) => `{"id": ${id}, "name": "n\\u00e9${id}", "at":{"x":${id}.5,"y":null},"tags":["a",true]}`,
  );
  const bytes = Buffer.from(`{"data":[${sample.join(',\n')}]}`);
  const body = new Body({ format: 'json', dataPath: null, contentType: '', limitBytes: bytes.length });
  for (let at = 0; at < bytes.length; at += chunkBytes) body.write(bytes.subarray(at, at + chunkBytes));
  body.end();
  body.rows({ previewId: '', dataPath: '/data', columns: ['/id', '/name', '/at/x', '/tags'], start: 0, count: 500 });
  body.close();
}
