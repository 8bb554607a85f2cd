import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { json } from '../../servers/token-server.ts';
import {
  allIds,
  byBody,
  byUrl,
  number,
  type Paged,
  pages,
  parameter,
  rows,
  startPaged,
  tenFrom,
  type Way,
} from './paged.ts';

let service: Paged['service'];
let run: Paged['run'];
let shown: Paged['shown'];
let forget: Paged['forget'];
beforeAll(async () => {
  const started = await startPaged();
  ({ service, run, shown, forget } = started);
  return started.stop;
});
beforeEach(() => forget());

/** By the name of each. */
const ways: Record<string, Way> = {
  link: {
    route: (seen) => {
      const { part, next } = tenFrom(number(seen, 'from'));
      const link =
        next === undefined ? '</link>; rel="first"' : `</link?from=0>; rel="first", <?from=${next}>; rel="next"`;
      return json(part, 200, { link });
    },
    setting: pages({ type: 'link' }),
  },
  url: byUrl,
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
  body: byBody,
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
