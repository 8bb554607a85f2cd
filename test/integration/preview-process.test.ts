import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChildProcess } from '../../app/platform/platform.ts';
import { createPreviews, type Previews } from '../../app/resources/preview/previews.ts';
import type { AppError } from '../../app/shared/errors.ts';
import { createFakePlatform } from '../servers/fake-platform.ts';

const json = { format: 'json', dataPath: null, contentType: 'application/json', limitBytes: 50_000_000 } as const;
const columns = ['/id', '/name'];
const top = { startLine: 0, count: 1 };

let previews: Previews;
let started: ChildProcess[];
let ids: string[];
let folder: string;
const create = (options: { budgetBytes?: number; heapMebibytes?: number } = {}) =>
  createPreviews({
    formerMs: 50,
    ...options,
    start: (id) => {
      const child = createFakePlatform().startProcess('preview', [id], options.heapMebibytes);
      started.push(child);
      ids.push(id);
      return child;
    },
  });
const open = (options = {}) => previews.open({ ...json, ...options });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no error',
    (error: AppError) => error.code,
  );

async function receive(resourceId: string, bytes: Uint8Array, options = {}, chunkBytes = 10_007) {
  const sink = open(options);
  for (let at = 0; at < bytes.length; at += chunkBytes) await sink.write(bytes.subarray(at, at + chunkBytes));
  const { summary: body } = await sink.end();
  previews.keep(resourceId, sink.previewId);
  return { previewId: sink.previewId, body };
}
const rowsOf = (count: number) =>
  Buffer.from(JSON.stringify({ data: Array.from({ length: count }, (_, id) => ({ id, name: `né${id}` })) }));
/** Memory of the first process that is in no file. */
function anonymousMebibytes(): number {
  const own = readdirSync('/proc/self/task').flatMap((thread) =>
    readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' '),
  );
  const first = own.find((pid) => pid !== '' && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(ids[0] ?? ''));
  const [, kibibytes] = /RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${first}/status`, 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
}
const bodyFolders = () => readdirSync(folder).filter((name) => name.startsWith('tokenboard-body-'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preview-test-'));
  // Processes copy the environment when they start: temporary files of this test stay in its own folder.
  process.env.TMPDIR = folder;
  started = [];
  ids = [];
  previews = create();
});
afterEach(async () => {
  await previews.close();
  delete process.env.TMPDIR;
  rmSync(folder, { recursive: true, force: true });
});

describe('the preview process', () => {
  it('keeps a body and returns the rows, nodes and lines asked for', async () => {
    const { previewId, body } = await receive('r1', rowsOf(100_000));
    expect(body).toMatchObject({
      status: 'parsed',
      dataPath: '/data',
      rowCount: 100_000,
      lineCount: expect.any(Number),
    });
    const { rows } = await previews.rows({ previewId, dataPath: '/data', columns, start: 77_000, count: 3 });
    expect(rows[1]).toEqual([
      { kind: 'number', text: '77001', value: '77001' },
      { kind: 'string', text: 'né77001' },
    ]);
    expect((await previews.table({ previewId, dataPath: '/data' })).columns.map(({ label }) => label)).toEqual([
      'id',
      'name',
    ]);
    expect((await previews.tree({ previewId, pointer: '/data', start: 99_999, count: 9 })).nodes).toHaveLength(1);
    expect((await previews.text({ previewId, startLine: 0, count: 1 })).lines[0]).toContain('{"data":[{"id":0');
    expect(await previews.text({ previewId, startLine: 2, count: 2, isIndented: true })).toEqual({
      lines: ['    {', '      "id": 0,'],
      total: 400_004,
      isIndented: true,
    });
    expect((await previews.value({ previewId, pointer: '/data/5/name' })).text).toBe('né5');
  });

  it('answers with rows while it works on steps, and with the steps in the end', async () => {
    const { previewId } = await receive('r1', rowsOf(100_000));
    const done: string[] = [];
    const sort = { kind: 'sort' as const, id: 's', keys: [{ column: '/name', descending: true }] };
    const view = { previewId, dataPath: '/data', shape: { order: [], columns: {}, steps: [sort] } };
    const sorted = previews.table(view).then(() => done.push('steps'));
    const { rows } = await previews.rows({ previewId, dataPath: '/data', columns, start: 0, count: 1 });
    done.push('rows');
    await sorted;
    expect(rows[0]?.map(({ text }) => text)).toEqual(['0', 'né0']);
    expect(done).toEqual(['rows', 'steps']);
    const last = await previews.rows({ ...view, columns, start: 0, count: 1 });
    expect(last.pointers).toEqual(['/data/99999']);
    const request = { ...view, text: 'né1234', matchCase: true, from: null, backwards: false };
    let found = await previews.find(request);
    while (!found.isDone) found = await previews.find(request);
    expect(found).toMatchObject({ matchCount: 11, number: 1, place: { row: 87_650, column: '/name' } });
  });

  it('leaves the chunks to their owner', async () => {
    const chunk = Buffer.from('[1,2]');
    const sink = open();
    await sink.write(chunk);
    chunk.fill(0x20);
    expect(await sink.end()).toMatchObject({ summary: { status: 'parsed', rowCount: 2 } });
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
    // Encrypted: a killed process leaves nothing readable.
    const onDisk = readFileSync(join(folder, kept, 'body'));
    expect(onDisk).toHaveLength(bytes.length);
    expect(onDisk.includes('"id":')).toBe(false);
    expect(bytes.includes('"id":')).toBe(true);
    const path = join(folder, 'saved.json');
    await previews.saveBody(previewId, path);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    await receive('r1', rowsOf(1));
    await expect.poll(bodyFolders).toEqual([]);
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
    // A window that scrolls may just be reading it.
    expect(await codeOf(previews.text({ previewId: first.previewId, ...top }))).toBe('no error');
    await expect.poll(() => codeOf(previews.text({ previewId: first.previewId, ...top }))).toBe('preview.gone');
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
    previews = create({ budgetBytes: 3_000_000 });
    const first = await receive('r1', rowsOf(40_000));
    const second = await receive('r2', rowsOf(40_000));
    await previews.text({ previewId: first.previewId, ...top });
    const third = await receive('r3', rowsOf(40_000));
    expect(await codeOf(previews.text({ previewId: second.previewId, ...top }))).toBe('preview.gone');
    for (const { previewId } of [first, third])
      expect((await previews.text({ previewId, ...top })).lines).toHaveLength(1);
  });

  it('reports that a body is gone before any was opened', async () => {
    expect(await codeOf(previews.text({ previewId: 'none', ...top }))).toBe('preview.gone');
  });

  it('reads a small body that arrives again when its process ends, and fails a large one', async () => {
    const small = open();
    const bytes = rowsOf(20_000);
    await small.write(bytes.subarray(0, 300_000));
    started[0]?.kill();
    await started[0]?.exited;
    await small.write(bytes.subarray(300_000));
    expect(await small.end()).toMatchObject({ summary: { status: 'parsed', rowCount: 20_000 } });
    const large = open();
    for (let sent = 0; sent < 20; sent++) await large.write(Buffer.alloc(1_000_000, 0x20));
    started[1]?.kill();
    await started[1]?.exited;
    expect(await codeOf(large.end())).toBe('preview.gone');
    expect((await receive('r1', rowsOf(100))).body).toMatchObject({ status: 'parsed', rowCount: 100 });
  });

  it('ends the preview alone whose body exhausts its memory; the others stay [46]', async () => {
    await previews.close();
    previews = create({ heapMebibytes: 64 });
    const small = await receive('r1', rowsOf(20));
    const sink = open({ format: 'xml', contentType: 'text/xml' });
    const xml = Buffer.from(`<r>${Array.from({ length: 400_000 }, (_, id) => `<a${id}/>`).join('')}</r>`);
    expect(await codeOf(Promise.resolve(sink.write(xml)).then(() => sink.end()))).toBe('preview.stopped');
    expect(await codeOf(previews.text({ previewId: sink.previewId, ...top }))).toBe('preview.gone');
    const { rows } = await previews.rows({
      previewId: small.previewId,
      dataPath: '/data',
      columns,
      start: 7,
      count: 1,
    });
    expect(rows[0]?.map(({ text }) => text)).toEqual(['7', 'né7']);
    expect((await receive('r2', rowsOf(30))).body).toMatchObject({ status: 'parsed', rowCount: 30 });
  });

  it('ends what works on a body that nobody waits for any more [46]', async () => {
    const small = await receive('r1', rowsOf(20));
    const sink = open({ format: 'xml', contentType: 'text/xml' });
    await sink.write(Buffer.from(`<r>${'<a><b/></a>'.repeat(500_000)}</r>`));
    const end = codeOf(sink.end());
    sink.abort();
    expect(await end).toBe('preview.stopped');
    await started[0]?.exited;
    expect((await previews.table({ previewId: small.previewId, dataPath: '/data' })).rowCount).toBe(20);
  });

  it('lets no two bodies arrive in one process, and shares one when they have come [46]', async () => {
    const first = open();
    const second = open();
    for (const sink of [first, second]) await sink.write(rowsOf(10));
    expect(started).toHaveLength(2);
    for (const sink of [first, second]) expect(await sink.end()).toMatchObject({ summary: { status: 'parsed' } });
    await Promise.race(started.map(({ exited }) => exited));
    for (const { previewId } of [first, second])
      expect((await previews.table({ previewId, dataPath: '/data' })).rowCount).toBe(10);
    expect(started).toHaveLength(2);
  });

  it('reads a hundred bodies that arrive at once in four processes, and each again when one ends [46]', async () => {
    const sinks = Array.from({ length: 100 }, () => open());
    for (const sink of sinks) await sink.write(rowsOf(10));
    expect(started).toHaveLength(4);
    const ends = sinks.map((sink) => sink.end());
    started[0]?.kill();
    for (const { summary } of await Promise.all(ends))
      expect(summary).toMatchObject({ status: 'parsed', rowCount: 10 });
  });

  it('gives a large body a process that no other shares [46]', async () => {
    const large = await receive('r1', Buffer.from(`[${'"0123456789",'.repeat(1_500_000)}1]`), {}, 1_000_000);
    const small = await receive('r2', rowsOf(10));
    expect(started).toHaveLength(2);
    started[0]?.kill();
    await started[0]?.exited;
    expect(await codeOf(previews.text({ previewId: large.previewId, ...top }))).toBe('preview.gone');
    expect((await previews.table({ previewId: small.previewId, dataPath: '/data' })).rowCount).toBe(10);
  });

  it('has a process wait for the next body after a large one, and uses it again when that one goes', async () => {
    const large = Buffer.from(`[${'"0123456789",'.repeat(1_500_000)}1]`);
    await receive('r1', large, {}, 1_000_000);
    expect(started).toHaveLength(2);
    const other = open();
    await other.write(rowsOf(10));
    expect(started).toHaveLength(2);
    other.abort();
    for (let run = 0; run < 3; run++) await receive('r1', large, {}, 1_000_000);
    expect(started).toHaveLength(2);
  });

  it.runIf(process.platform === 'linux')('gives the memory of a large body back when it goes', async () => {
    const large = Buffer.from(`[${'"0123456789",'.repeat(3_000_000)}1]`);
    await receive('r1', large, {}, 1_000_000);
    const kept = anonymousMebibytes();
    previews.forget('r1');
    await expect.poll(anonymousMebibytes).toBeLessThan(kept - large.length / 2 ** 20);
  });

  it('leaves no file behind when its process ends without a word [43]', async () => {
    await receive('r1', rowsOf(50_000), { limitBytes: 100_000 });
    expect(bodyFolders()).toHaveLength(1);
    started[0]?.kill();
    await started[0]?.exited;
    expect(bodyFolders()).toEqual([]);
  });
});
