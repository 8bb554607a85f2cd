import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createGetRows, type GetRowsRequest } from '../../../app/resources/get-rows.ts';
import { reportError } from '../../../app/shared/errors.ts';
import { newFeed } from '../../../app/shared/feed/feed.ts';
import { pagesSchema } from '../../../app/shared/resource/pages.ts';
import { startCore } from '../../bench/start-core.ts';
import { resource } from '../../servers/items.ts';

/** A service that holds its responses until the test sends them. */
async function startHolding() {
  const held: { path: string; response: ServerResponse }[] = [];
  let closed = 0;
  const server = createServer(({ url = '' }, response) => {
    held.push({ path: url, response });
    response.once('close', () => {
      if (!response.writableFinished) closed += 1;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    origin: `http://127.0.0.1:${port}`,
    held,
    /** Requests whose client did not wait. */
    closed: () => closed,
    send: (index: number, value: unknown) => {
      held[index]?.response.setHeader('content-type', 'application/json');
      held[index]?.response.end(JSON.stringify(value));
    },
  };
}

type Service = Awaited<ReturnType<typeof startHolding>>;
let service: Service;
let core: Awaited<ReturnType<typeof startCore>>['core'];
beforeEach(async () => {
  service = await startHolding();
  const url = `${service.origin}/rows`;
  const started = await startCore({
    resources: [
      resource({ id: 'sales', url, authorization: { type: 'none' } }),
      resource({
        id: 'paged',
        url: `${service.origin}/paged`,
        authorization: { type: 'none' },
        pages: pagesSchema.parse({ type: 'page', parameter: 'page' }),
      }),
    ],
  });
  core = started.core;
  return started.stop;
});

/** What `tokenboard get` does, with its text in the end. */
function get(changes: Partial<GetRowsRequest> = {}) {
  const leaving = new AbortController();
  const parts: Uint8Array[] = [];
  const ended = createGetRows(core)
    .get({
      resource: core.resources.get('sales'),
      format: 'csv',
      signal: leaving.signal,
      onProgress: () => undefined,
      onBytes: async (bytes) => void parts.push(bytes),
      ...changes,
    })
    .then(
      () => Buffer.concat(parts).toString(),
      (error: unknown) => {
        const { code, message } = reportError(error);
        return `${code} ${message.id}`;
      },
    );
  return { leave: () => leaving.abort(), ended };
}
const asked = (count: number) => expect.poll(() => service.held.length).toBe(count);

describe('a run that many read', () => {
  it('is joined by the command line, whoever started it, and is not ended by it', async () => {
    const own = core.runs.run('sales');
    await asked(1);
    const [first, second] = [get(), get()];
    const feed = newFeed('feed', 'sales', 'Sales');
    core.feeds.save(feed);
    const read = core.feedRows.read(feed, 'csv');
    first.leave();
    expect(await first.ended).toBe('http.cancelled http.cancelled');
    second.leave();
    service.send(0, [{ id: 1 }]);
    expect((await own).status).toBe(200);
    expect(await read).toMatchObject({ status: 'rows' });
    expect(service.held).toHaveLength(1);
    const late = get();
    await asked(2);
    service.send(1, [{ id: 2 }]);
    expect(await late.ended).toBe('id\n2\n');
  });

  it('goes on for the others when the one that started it leaves, and ends with the last', async () => {
    const [first, second, third] = [get(), get(), get()];
    await asked(1);
    first.leave();
    expect(await first.ended).toBe('http.cancelled http.cancelled');
    const fourth = get();
    service.send(0, [{ id: 1 }]);
    expect(await Promise.all([second.ended, third.ended, fourth.ended])).toEqual(['id\n1\n', 'id\n1\n', 'id\n1\n']);
    expect(service.held).toHaveLength(1);
    const [last, other] = [get(), get()];
    await asked(2);
    last.leave();
    other.leave();
    await expect.poll(service.closed).toBe(1);
    expect(core.lastRuns.of('sales')?.code).toBe(null);
  });

  it('tells all who joined it that the user has cancelled it', async () => {
    const own = core.runs.run('sales').catch(reportError);
    await asked(1);
    const joined = get();
    core.runs.cancel('sales');
    expect(await joined.ended).toBe('http.cancelled http.cancelledForAll');
    expect(await own).toMatchObject({ code: 'http.cancelled', message: { id: 'http.cancelled' } });
  });

  it('has no rows for them when the user stops it between its pages', async () => {
    const own = core.runs.run('paged');
    await asked(1);
    const joined = get({ resource: core.resources.get('paged') });
    service.send(0, [{ id: 1 }]);
    await asked(2);
    core.runs.cancel('paged');
    expect((await own).pages).toEqual({ count: 1, end: 'stopped' });
    expect(await joined.ended).toBe('http.cancelled http.cancelledForAll');
  });

  it('gives them the rows of the run that the user starts in its place', async () => {
    const joined = get();
    await asked(1);
    const own = core.runs.run('sales');
    await asked(2);
    service.send(1, [{ id: 2 }]);
    expect(await joined.ended).toBe('id\n2\n');
    expect((await own).status).toBe(200);
  });

  it('is not joined when the resource was changed meanwhile', async () => {
    const own = core.runs.run('sales').catch(reportError);
    await asked(1);
    const before = get();
    core.resources.save(resource({ ...core.resources.get('sales'), url: `${service.origin}/other` }), {});
    const after = get();
    await asked(2);
    expect(service.held[1]?.path).toBe('/other');
    service.send(1, [{ id: 'other' }]);
    expect(await Promise.all([before.ended, after.ended])).toEqual(['id\nother\n', 'id\nother\n']);
    expect(await own).toMatchObject({ code: 'http.cancelled' });
  });
});

describe('the rows for another program', () => {
  const rows = Array.from({ length: 60_000 }, (_, id) => ({ id, text: 'x'.repeat(200) }));

  it('reach no disk, and come no faster than they are taken', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tokenboard-readers-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    vi.stubEnv('TMPDIR', folder);
    onTestFinished(() => void vi.unstubAllEnvs());
    const left: string[] = [];
    let bytes = 0;
    let taking = 0;
    let parts = 0;
    const all = get({
      onBytes: async (part) => {
        taking += 1;
        expect(taking).toBe(1);
        left.push(...readdirSync(folder));
        await new Promise(setImmediate);
        bytes += part.length;
        parts += 1;
        taking -= 1;
      },
    });
    await asked(1);
    service.send(0, rows);
    expect(await all.ended).toBe('');
    expect(bytes).toBeGreaterThan(12_000_000);
    expect(parts).toBeGreaterThan(2);
    expect(left).toEqual([]);
  });

  it('are no longer written when the program has gone', async () => {
    let parts = 0;
    const gone = get({
      onBytes: async () => {
        parts += 1;
        throw new Error('gone');
      },
    });
    await asked(1);
    service.send(0, rows);
    expect(await gone.ended).toBe('app.unexpected core.unexpected');
    expect(parts).toBe(1);
  });
});
