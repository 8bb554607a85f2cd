import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '../../app/errors.ts';
import { createPreviews, type Previews } from '../../app/resources/preview/previews.ts';

const worker = new URL('../../app/resources/preview/worker.ts', import.meta.url);
const json = { format: 'json', dataPath: null, contentType: 'application/json', limitBytes: 50_000_000 } as const;
const columns = ['/id', '/name'];
const top = { startLine: 0, count: 1 };

let previews: Previews;
let folder: string;
const open = (options = {}) => previews.open({ ...json, ...options });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no error',
    (error: AppError) => error.code,
  );

async function receive(resourceId: string, bytes: Uint8Array, options = {}, chunkBytes = 10_007) {
  const sink = open(options);
  for (let at = 0; at < bytes.length; at += chunkBytes) await sink.write(bytes.subarray(at, at + chunkBytes));
  const body = await sink.end();
  previews.keep(resourceId, sink.previewId);
  return { previewId: sink.previewId, body };
}
const rowsOf = (count: number) =>
  Buffer.from(JSON.stringify({ data: Array.from({ length: count }, (_, id) => ({ id, name: `né${id}` })) }));
const bodyFolders = () => readdirSync(folder).filter((name) => name.startsWith('tokenboard-body-'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preview-test-'));
  // Workers copy the environment when they start: temporary files of this test stay in its own folder.
  process.env.TMPDIR = folder;
  previews = createPreviews({ worker });
});
afterEach(async () => {
  await previews.close();
  delete process.env.TMPDIR;
  rmSync(folder, { recursive: true, force: true });
});

describe('the preview worker', () => {
  it('keeps a body and answers for the rows, nodes and lines asked for', async () => {
    const { previewId, body } = await receive('r1', rowsOf(100_000));
    expect(body).toMatchObject({
      status: 'parsed',
      dataPath: '/data',
      rowCount: 100_000,
      lineCount: expect.any(Number),
    });
    const { rows } = await previews.rows({ previewId, dataPath: '/data', columns, start: 77_000, count: 3 });
    expect(rows[1]).toEqual([
      { kind: 'number', text: '77001' },
      { kind: 'string', text: 'né77001' },
    ]);
    expect((await previews.table({ previewId, dataPath: '/data' })).columns.map(({ label }) => label)).toEqual([
      'id',
      'name',
    ]);
    expect((await previews.tree({ previewId, pointer: '/data', start: 99_999, count: 9 })).nodes).toHaveLength(1);
    expect((await previews.text({ previewId, startLine: 0, count: 1 })).lines[0]).toContain('{"data":[{"id":0');
    expect((await previews.value({ previewId, pointer: '/data/5/name' })).text).toBe('né5');
  });

  it('leaves the chunks to their owner', async () => {
    const chunk = Buffer.from('[1,2]');
    const sink = open();
    await sink.write(chunk);
    chunk.fill(0x20);
    expect(await sink.end()).toMatchObject({ status: 'parsed', rowCount: 2 });
  });

  it('asks the sender to wait when it is behind', async () => {
    const sink = open();
    const waits = Array.from({ length: 40 }, () => sink.write(Buffer.alloc(256 * 1024, 0x20)));
    expect(waits.some((wait) => wait instanceof Promise)).toBe(true);
    await Promise.all(waits);
    sink.abort();
  });

  it('offers a body above the limit as a file that only the user can read, and removes it [43]', async () => {
    const bytes = rowsOf(50_000);
    const { previewId, body } = await receive('r1', bytes, { limitBytes: 100_000 });
    expect(body).toEqual({ status: 'too_large', limitBytes: 100_000 });
    const [kept = ''] = bodyFolders();
    expect(statSync(join(folder, kept, 'body')).mode & 0o777).toBe(0o600);
    const path = join(folder, 'saved.json');
    await previews.saveBody(previewId, path);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    await receive('r1', rowsOf(1));
    await previews.text({ previewId, ...top }).catch(() => undefined);
    expect(bodyFolders()).toEqual([]);
  });

  it('removes its files when it is closed [43]', async () => {
    await receive('r1', rowsOf(50_000), { limitBytes: 100_000 });
    expect(bodyFolders()).toHaveLength(1);
    await previews.close();
    expect(bodyFolders()).toEqual([]);
  });

  it('saves a body byte for byte as it was sent, whatever its charset', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('[{"a":"é"}]', 'utf16le')]);
    const { previewId, body } = await receive('r1', bytes);
    expect(body).toMatchObject({ status: 'parsed', rowCount: 1 });
    const path = join(folder, 'saved.json');
    await previews.saveBody(previewId, path);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(await codeOf(previews.saveBody(previewId, join(folder, 'no', 'such', 'folder')))).toBe(
      'preview.save_failed',
    );
  });

  it('keeps one body for each resource', async () => {
    const first = await receive('r1', rowsOf(10));
    const other = await receive('r2', rowsOf(20));
    const second = await receive('r1', rowsOf(30));
    expect(await codeOf(previews.text({ previewId: first.previewId, ...top }))).toBe('preview.gone');
    expect((await previews.table({ previewId: other.previewId, dataPath: '/data' })).rowCount).toBe(20);
    previews.forget('r1');
    expect(await codeOf(previews.text({ previewId: second.previewId, ...top }))).toBe('preview.gone');
  });

  it('keeps the earlier body of a resource until the next has come, and where it does not come', async () => {
    const { previewId } = await receive('r1', rowsOf(10));
    const sink = open();
    await sink.write(rowsOf(5).subarray(0, 40));
    expect((await previews.table({ previewId, dataPath: '/data' })).rowCount).toBe(10);
    sink.abort();
    expect(await codeOf(sink.end())).toBe('preview.gone');
    expect((await previews.text({ previewId, ...top })).lines).toHaveLength(1);
  });

  it('lets go of the body used longest ago when all together pass the budget', async () => {
    await previews.close();
    previews = createPreviews({ worker, budgetBytes: 3_000_000 });
    const first = await receive('r1', rowsOf(40_000));
    const second = await receive('r2', rowsOf(40_000));
    await previews.text({ previewId: first.previewId, ...top });
    const third = await receive('r3', rowsOf(40_000));
    expect(await codeOf(previews.text({ previewId: second.previewId, ...top }))).toBe('preview.gone');
    for (const { previewId } of [first, third])
      expect((await previews.text({ previewId, ...top })).lines).toHaveLength(1);
  });

  it('answers that a body is gone before any was opened', async () => {
    expect(await codeOf(previews.text({ previewId: 'none', ...top }))).toBe('preview.gone');
  });

  it('fails what waits when the worker ends, and starts another for the next body', async () => {
    // A worker that dies on its second message: the real one, killed from inside.
    const entry = join(folder, 'dying.mjs');
    const marker = join(folder, 'died');
    writeFileSync(
      entry,
      `import { existsSync, writeFileSync } from 'node:fs';
       import { parentPort } from 'node:worker_threads';
       const died = existsSync(${JSON.stringify(marker)});
       writeFileSync(${JSON.stringify(marker)}, '');
       if (!died) { let n = 0; parentPort.on('message', () => { if (++n === 2) process.exit(1); }); }
       await import(${JSON.stringify(worker.href)});`,
    );
    await previews.close();
    previews = createPreviews({ worker: pathToFileURL(entry) });
    expect(await codeOf(receive('r1', rowsOf(100)))).toBe('preview.stopped');
    const { body } = await receive('r1', rowsOf(100));
    expect(body).toMatchObject({ status: 'parsed', rowCount: 100 });
  });
});
