import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { json } from '../../servers/token-server.ts';
import { allIds, byBody, byUrl, number, type Paged, pages, parameter, startPaged, tenFrom } from './paged.ts';

let tokenboard: Paged['tokenboard'];
let service: Paged['service'];
let save: Paged['save'];
let run: Paged['run'];
let shown: Paged['shown'];
let forget: Paged['forget'];
beforeAll(async () => {
  const started = await startPaged();
  ({ tokenboard, service, save, run, shown, forget } = started);
  return started.stop;
});
beforeEach(() => forget());

describe('a run of pages', () => {
  it('ends where the service has no more pages, repeats one, or leads back, and says so', async () => {
    service.routes['/gone'] = (seen) => {
      const page = Number(parameter(seen, 'page'));
      return page > 2 ? json({ detail: 'Invalid page.' }, 404) : json(tenFrom((page - 1) * 10).part);
    };
    service.routes['/again'] = (seen) => json(tenFrom(Math.min(Number(parameter(seen, 'page')) - 1, 1) * 10).part);
    service.routes['/loop'] = (seen) => json({ items: tenFrom(number(seen, 'at')).part, next: '?at=10' });
    const page = pages({ type: 'page', parameter: 'page' });
    expect(await shown(await run('/gone', { pages: page }))).toEqual({
      ids: allIds.slice(0, 20),
      pages: { count: 2, end: 'all' },
      notes: ['The service has no page 3 (status 404). Tokenboard takes this as the end.'],
    });
    expect((await shown(await run('/again', { pages: page }))).notes).toEqual([
      'Page 3 has the rows of the page before. Tokenboard takes this as the end.',
    ]);
    const loop = await shown(await run('/loop', { pages: pages({ type: 'url', path: '/next' }) }));
    expect(loop).toMatchObject({
      ids: allIds.slice(0, 20),
      notes: ['Page 3 leads back to a page that was already read. Tokenboard stopped there.'],
    });
  });

  it('stops at the limits of pages and rows', async () => {
    service.routes['/url'] = byUrl.route;
    const limited = async (limit: object) => shown(await run('/url', { pages: pages({ ...byUrl.setting, ...limit }) }));
    expect(await limited({ mostPages: 2 })).toEqual({
      ids: allIds.slice(0, 20),
      pages: { count: 2, end: 'limit' },
      notes: ['Stopped at the limit of 2 pages. There are more rows.'],
    });
    expect((await limited({ mostRows: 15 })).notes).toEqual(['Stopped at the limit of 15 rows. There are more rows.']);
  });

  it('keeps the rows before a page that fails, and says which page failed and why', async () => {
    service.routes['/breaks'] = (seen) => {
      const page = Number(parameter(seen, 'page') ?? 1);
      return page === 3
        ? json({ error_description: 'disk full' }, 500)
        : json({ items: tenFrom((page - 1) * 10).part, total: 25 });
    };
    const id = await save('/breaks', { pages: pages({ type: 'page', parameter: 'page' }) });
    const summary = await tokenboard.get('resources.run', { id });
    expect(summary.error?.serviceMessage).toBe('disk full');
    expect(await shown(summary)).toEqual({
      ids: allIds.slice(0, 20),
      pages: { count: 2, end: 'failed' },
      notes: [],
      error: [
        'resource.server_error',
        'Page 3 of 3 failed: Server error. Your settings are fine. 20 rows of 2 pages are shown.',
      ],
    });
    const views = await tokenboard.get('resources.list', {});
    expect(views.find(({ resource }) => resource.id === id)?.lastRun?.code).toBe('resource.server_error');
  });

  it('says that a page has another shape', async () => {
    service.routes['/shape'] = (seen) =>
      number(seen, 'at') === 0 ? json({ items: tenFrom(0).part, next: '?at=10' }) : json({ ok: false });
    expect(await shown(await run('/shape', { pages: pages({ type: 'url', path: '/next' }) }))).toMatchObject({
      ids: allIds.slice(0, 10),
      error: ['resource.page_shape', 'Page 2 failed: The page has no list at /items. 10 rows of 1 page are shown.'],
    });
  });

  it('waits when the service asks for it, and repeats that page only', async () => {
    const refusals = [429, 503, 429];
    service.routes['/busy'] = (seen) => {
      const from = number(seen, 'from');
      const status = from === 10 ? refusals.shift() : undefined;
      if (status !== undefined) return json({}, status, { 'retry-after': '0' });
      const { part, next } = tenFrom(from);
      return json({ items: part, next: next === undefined ? null : `?from=${next}` });
    };
    expect(await shown(await run('/busy', { pages: pages({ type: 'url', path: '/next' }) }))).toMatchObject({
      ids: allIds,
      pages: { count: 3, end: 'all' },
    });
    expect(service.asked('/busy').map((seen) => number(seen, 'from'))).toEqual([0, 10, 10, 10, 10, 20]);
  });

  it('repeats a POST that was refused as one too many, and no other', async () => {
    const statuses = [429, 503];
    service.routes['/posted'] = ({ body }) => {
      const { offset = 0 } = JSON.parse(body);
      const status = offset === 10 ? statuses.shift() : undefined;
      return status === undefined ? json({ rows: tenFrom(offset).part }) : json({}, status, { 'retry-after': '0' });
    };
    const summary = await run('/posted', {
      ...byBody.changes,
      pages: pages({ type: 'offset', parameter: '/offset' }),
    });
    expect(summary).toMatchObject({ pages: { count: 1, end: 'failed' }, error: { code: 'resource.server_error' } });
    expect(service.asked('/posted')).toHaveLength(3);
  });
});

// Last: the service asked to be left alone for a minute, and every run respects that.
describe('a run of pages that waits', () => {
  it('tells its progress and, when cancelled while it waits, keeps the rows so far', async () => {
    service.routes['/slow'] = (seen) => {
      const page = Number(parameter(seen, 'page') ?? 1);
      return page === 3
        ? json({}, 429, { 'retry-after': '60' })
        : json({ items: tenFrom((page - 1) * 10).part, total: 25 });
    };
    const id = await save('/slow', { pages: pages({ type: 'page', parameter: 'page' }) });
    const told = () =>
      tokenboard.platform.sent.flatMap(({ event, payload }) => {
        const { id: of, progress } = payload as { id?: string; progress?: { waitsUntil: number | null } | null };
        return event === 'resources.pages' && of === id ? [progress] : [];
      });
    const running = tokenboard.get('resources.run', { id });
    await expect.poll(() => told().some((progress) => typeof progress?.waitsUntil === 'number')).toBe(true);
    await tokenboard.get('resources.cancelRun', { id });
    const summary = await running;
    expect(told()).toEqual([
      { page: 2, rowCount: 10, totalRows: 25, waitsUntil: null },
      { page: 3, rowCount: 20, totalRows: 25, waitsUntil: null },
      { page: 3, rowCount: 20, totalRows: 25, waitsUntil: expect.any(Number) },
      null,
    ]);
    expect(await shown(summary)).toEqual({
      ids: allIds.slice(0, 20),
      pages: { count: 2, end: 'stopped' },
      notes: ['You cancelled: 20 rows of 2 pages are shown.'],
    });
  });
});
