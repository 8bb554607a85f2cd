// Measures the preview on 44 MB of JSON: `node --expose-gc test/bench/preview-probe.ts`.
import { Body } from '../../app/resources/preview/body.ts';
import { createPreviews } from '../../app/resources/preview/previews.ts';
import { createFakePlatform } from '../servers/fake-platform.ts';

const rowCount = 1_000_000;
const options = {
  format: 'json',
  dataPath: null,
  contentType: 'application/json',
  limitBytes: 256 * 1024 * 1024,
} as const;

function makeText(): string {
  const rows: string[] = [];
  for (let id = 0; id < rowCount; id++) rows.push(`{"id":${id},"name":"n${id % 977}","amount":${(id * 7) % 1000}.5}`);
  return `{"data":[${rows.join(',')}]}`;
}

const mebibytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
const timed = (run: () => unknown): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const print = (name: string, value: string) => console.log(`${name.padEnd(46)} ${value}`);

const text = makeText();
const bytes = Buffer.from(text);
print('body', mebibytes(bytes.length));

const parse = median([1, 2, 3, 4, 5].map(() => timed(() => JSON.parse(text))));
print('JSON.parse of the text', `${parse.toFixed(0)} ms`);

function indexOnce(chunkBytes: number): { ms: number; body: Body } {
  const body = new Body(options);
  const ms = timed(() => {
    for (let at = 0; at < bytes.length; at += chunkBytes) body.write(bytes.subarray(at, at + chunkBytes));
    body.end();
  });
  return { ms, body };
}
const cold = indexOnce(256 * 1024).ms;
const warm = median([1, 2, 3, 4, 5].map(() => indexOnce(256 * 1024).ms));
print('index in this thread, first', `${cold.toFixed(0)} ms (${(cold / parse).toFixed(2)} × JSON.parse)`);
print('index in this thread, median', `${warm.toFixed(0)} ms (${(warm / parse).toFixed(2)} × JSON.parse)`);

const { body } = indexOnce(256 * 1024);
const columns = ['/id', '/name', '/amount'];
const rowTimes = Array.from({ length: 300 }, (_, index) =>
  timed(() => body.rows({ previewId: '', dataPath: '/data', columns, start: (index * 3331) % rowCount, count: 100 })),
);
print(
  '100 rows anywhere, median and worst',
  `${median(rowTimes).toFixed(2)} ms, ${Math.max(...rowTimes).toFixed(2)} ms`,
);

async function inWorker(): Promise<void> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const previews = createPreviews({ start: (id) => createFakePlatform().startProcess('preview', [id]) });
  previews.warm();
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    const sink = previews.open(options);
    for (let at = 0; at < bytes.length; at += 65_536) await sink.write(bytes.subarray(at, at + 65_536));
    const { previewId } = sink;
    await sink.end();
    previews.keep('probe', previewId);
    const { rows } = await previews.rows({ previewId, dataPath: '/data', columns, start: 0, count: 100 });
    const ms = performance.now() - start;
    print(
      `process, run ${run + 1}: first ${rows.length} rows`,
      `${ms.toFixed(0)} ms (${(ms / parse).toFixed(2)} × JSON.parse)`,
    );
    const trip = performance.now();
    await previews.rows({ previewId, dataPath: '/data', columns, start: 777_000, count: 100 });
    print('  100 rows there and back', `${(performance.now() - trip).toFixed(1)} ms`);
    print('  memory of this process beyond before', mebibytes(process.memoryUsage().rss - before));
  }
  await previews.close();
}
await inWorker();
