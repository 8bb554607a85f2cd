import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunSummary } from '../../../app/shared/contract/contract.ts';
import { formatEnglish } from '../../../app/shared/messages/format.ts';
import { type Pages, pagesSchema } from '../../../app/shared/resource/pages.ts';
import type { StartedApp } from '../../servers/start-app.ts';
import { json, type SeenRequest, type StubResponse } from '../../servers/token-server.ts';
import { connectionTo, resourceAt, type Service, startLoggedIn } from './service.ts';

let tokenboard: StartedApp;
let service: Service;
let other: Service;
beforeAll(async () => {
  const started = await startLoggedIn();
  ({ service, other, tokenboard } = started);
  return started.stop;
});
beforeEach(() => {
  for (const each of [service, other]) each.server.requests.length = 0;
});

const rows = Array.from({ length: 25 }, (_, id) => ({ id, name: `row ${id}` }));
/** Ten rows from an offset, and whether more follow. */
const tenFrom = (from: number) => ({
  part: rows.slice(from, from + 10),
  next: from + 10 < rows.length ? from + 10 : undefined,
});
const parameter = ({ path }: SeenRequest, name: string) => new URL(path, 'http://x').searchParams.get(name);
const number = (seen: SeenRequest, name: string) => Number(parameter(seen, name) ?? 0);

type Changes = Parameters<typeof resourceAt>[1];
let saved = 0;
async function save(path: string, changes: Changes = {}) {
  const id = `paged-${++saved}`;
  const resource = resourceAt(service, { id, url: service.origin + path, ...changes });
  await tokenboard.get('resources.save', { resource, secrets: {} });
  return id;
}
const run = async (path: string, changes: Changes = {}) =>
  tokenboard.get('resources.run', { id: await save(path, changes) });
const pages = (setting: { type: Pages['type']; [name: string]: unknown }): Pages => pagesSchema.parse(setting);

/** What a run says and shows. */
async function shown({ previewId, body, pages: followed, notes, error }: RunSummary) {
  if (body.status !== 'parsed' || body.dataPath === null || previewId === null) throw new Error(JSON.stringify(body));
  const { rowCount, dataPath } = body;
  const read = await tokenboard.get('preview.rows', {
    previewId,
    dataPath,
    columns: ['/id'],
    start: 0,
    count: rowCount,
  });
  return {
    ids: read.rows.map(([cell]) => Number(cell?.text)),
    pages: followed,
    notes: notes.map(formatEnglish),
    ...(error === undefined ? {} : { error: [error.code, formatEnglish(error.message)] }),
  };
}
const allIds = rows.map(({ id }) => id);

/** The ways of services: what the service sends, and the setting that follows it. */
const ways: Record<string, { route: (seen: SeenRequest) => StubResponse; setting: Pages; changes?: Changes }> = {
  link: {
    route: (seen) => {
      const { part, next } = tenFrom(number(seen, 'from'));
      const link =
        next === undefined ? '</link>; rel="first"' : `</link?from=0>; rel="first", <?from=${next}>; rel="next"`;
      return json(part, 200, { link });
    },
    setting: pages({ type: 'link' }),
  },
  url: {
    route: (seen) => {
      const { part, next } = tenFrom(number(seen, 'from'));
      return json({ items: part, links: { next: next === undefined ? null : `/url?from=${next}` } });
    },
    setting: pages({ type: 'url', path: '/links/next' }),
  },
  odata: {
    route: (seen) => {
      const { part, next } = tenFrom(number(seen, '$skip'));
      return json({
        value: part,
        ...(next === undefined ? {} : { '@odata.nextLink': `${service.origin}/odata?$skip=${next}` }),
      });
    },
    setting: pages({ type: 'odata' }),
  },
  cursor: {
    route: (seen) => {
      const { part, next } = tenFrom(Number((parameter(seen, 'cursor') ?? '{0').slice(1)));
      return json({ items: part, next_cursor: next === undefined ? '' : `{${next}` });
    },
    setting: pages({ type: 'cursor', path: '/next_cursor', parameter: 'cursor' }),
  },
  lastRow: {
    route: (seen) => {
      const after = parameter(seen, 'starting_after');
      const { part, next } = tenFrom(after === null ? 0 : Number(after) + 1);
      return json({ data: part, has_more: next !== undefined });
    },
    setting: pages({ type: 'cursor', path: '/data/-/id', parameter: 'starting_after', morePath: '/has_more' }),
  },
  page: {
    route: (seen) => {
      const page = Number(parameter(seen, 'page') ?? 1);
      return json({ items: tenFrom((page - 1) * 10).part, page, total_pages: 3, total: rows.length });
    },
    setting: pages({ type: 'page', parameter: 'page' }),
  },
  offset: {
    route: (seen) => {
      const offset = number(seen, 'offset');
      return json({ items: tenFrom(offset).part, offset, limit: 10, total: rows.length });
    },
    setting: pages({ type: 'offset', parameter: 'offset', sizeParameter: 'limit' }),
  },
  graphql: {
    route: ({ body }) => {
      const { variables } = JSON.parse(body);
      const { part, next } = tenFrom(Number(variables?.after ?? 0));
      const pageInfo = { hasNextPage: next !== undefined, endCursor: String(next ?? '') };
      return json({ data: { rows: { nodes: part, pageInfo } } });
    },
    setting: pages({ type: 'graphql', path: '/data/rows/pageInfo', variable: 'after' }),
    changes: {
      method: 'POST',
      body: {
        type: 'graphql',
        text: 'query($after:String){rows(after:$after){nodes{id} pageInfo{hasNextPage endCursor}}}',
        variables: '',
      },
    },
  },
  body: {
    route: ({ body }) => {
      const { offset = 0 } = JSON.parse(body);
      return json({ rows: tenFrom(offset).part, total: rows.length });
    },
    setting: pages({ type: 'offset', parameter: '/offset', sizeParameter: 'limit' }),
    changes: { method: 'POST', body: { type: 'json', text: '{"exact":1.10, "limit":10}', variables: '' } },
  },
};

describe.each(Object.entries(ways))('pages by %s', (name, { route, setting, changes = {} }) => {
  it('are recognised in the first one, and followed to the end', async () => {
    service.routes[`/${name}`] = route;
    const first = await run(`/${name}`, changes);
    expect(first.pages).toBeUndefined();
    expect(first.pagesOffer).toMatchObject({ rowCount: 10, pages: setting });
    service.server.requests.length = 0;
    expect(await shown(await run(`/${name}`, { ...changes, pages: setting }))).toEqual({
      ids: allIds,
      pages: { count: 3, end: 'all' },
      notes: [],
    });
    const asked = service.asked(`/${name}`);
    expect(asked).toHaveLength(3);
    expect(new Set(asked.map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer access-token-1']));
    if (name === 'body') expect(asked[2]?.body).toBe('{"exact":1.10, "limit":10,"offset":20}');
  });
});

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
    const limited = async (limit: object) =>
      shown(await run('/url', { pages: pages({ ...ways.url?.setting, ...limit } as never) }));
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
      ...ways.body?.changes,
      pages: pages({ type: 'offset', parameter: '/offset' }),
    });
    expect(summary).toMatchObject({ pages: { count: 1, end: 'failed' }, error: { code: 'resource.server_error' } });
    expect(service.asked('/posted')).toHaveLength(3);
  });
});

describe('a next page that the service names', () => {
  const next = (href: string, service_ = service) => {
    service_.routes['/named'] = (seen) =>
      json({ items: tenFrom(number(seen, 'from')).part, next: number(seen, 'from') === 0 ? href : null });
  };
  const byNext = { pages: pages({ type: 'url', path: '/next' }) };

  it('on a host that nobody listed gets neither token nor request, and the host is offered [42]', async () => {
    next(`${other.origin}/named?from=10`);
    other.routes['/named'] = () => json({ items: tenFrom(10).part });
    const id = await save('/named', byNext);
    const summary = await tokenboard.get('resources.run', { id });
    expect(other.server.requests).toEqual([]);
    expect(summary.error).toMatchObject({
      code: 'resource.host_not_allowed',
      details: { host: other.host, connectionId: 'connection-1' },
    });
    expect((await shown(summary)).ids).toEqual(allIds.slice(0, 10));
    await tokenboard.get('connections.allowHost', { id: 'connection-1', host: other.host });
    const allowed = await tokenboard.get('resources.run', { id });
    expect((await shown(allowed)).ids).toEqual(allIds.slice(0, 20));
    expect(other.asked('/named')[0]?.headers.authorization).toBe('Bearer access-token-1');
  });

  it('on another host gets no secret of a resource without a connection, and is not requested [42]', async () => {
    next(`${other.origin}/named?from=10`);
    const summary = await run('/named', { ...byNext, authorization: { type: 'none' } });
    expect(other.server.requests).toEqual([]);
    expect((await shown(summary)).error).toEqual([
      'resource.page_refused',
      `Page 2 failed: The next page is on another host, ${other.host}. It was not requested. Use the URL of ${other.host} if you trust it. 10 rows of 1 page are shown.`,
    ]);
  });

  it('never gets the body of a POST on another host, nor leads to anything but the web [42]', async () => {
    next(`${other.origin}/named`);
    const post = { method: 'POST', body: { type: 'json', text: '{"private":1}', variables: '' } } as const;
    expect((await run('/named', { ...byNext, ...post })).error?.code).toBe('resource.page_refused');
    next('file:///etc/passwd');
    expect((await run('/named', byNext)).error?.code).toBe('resource.page_refused');
    expect(other.server.requests).toEqual([]);
  });

  it('that copies the token into its URL is requested without that copy [42]', async () => {
    const id = 'connection-2';
    await tokenboard.get('connections.requestToken', {
      connection: connectionTo(service, { id, tokenPlacement: { in: 'query', name: 'access_token', prefix: '' } }),
      secrets: {},
      freshSession: false,
    });
    service.routes['/echo'] = (seen) => {
      const token = parameter(seen, 'access_token') ?? '';
      const { part } = tenFrom(number(seen, 'from'));
      return json({
        items: part,
        paging: {
          next: number(seen, 'from') === 0 ? `/echo?from=10&access_token=${token}&access_token=${token}` : null,
        },
      });
    };
    const summary = await run('/echo', {
      pages: pages({ type: 'url', path: '/paging/next' }),
      authorization: { type: 'oauth', connectionId: id },
    });
    expect((await shown(summary)).ids).toEqual(allIds.slice(0, 20));
    const [, second] = service.asked('/echo');
    expect(new URL(second?.path ?? '', service.origin).searchParams.getAll('access_token')).toHaveLength(1);
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
