import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { json } from '../../servers/token-server.ts';
import { allIds, number, type Paged, pages, parameter, startPaged, tenFrom } from './paged.ts';
import { connectionTo } from './service.ts';

let tokenboard: Paged['tokenboard'];
let service: Paged['service'];
let other: Paged['other'];
let save: Paged['save'];
let run: Paged['run'];
let shown: Paged['shown'];
let forget: Paged['forget'];
beforeAll(async () => {
  const started = await startPaged();
  ({ tokenboard, service, other, save, run, shown, forget } = started);
  return started.stop;
});
beforeEach(() => forget());

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
