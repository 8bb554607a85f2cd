import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPeakaClient, type PeakaAccess } from '../../../app/peaka/client.ts';
import { RequestError } from '../../../app/shared/errors.ts';
import { json, type StubResponse } from '../../servers/token-server.ts';
import { tokenService } from '../oauth/token-service.ts';
import { rejection } from '../oauth/token-settings.ts';
import { watchExchanges } from '../oauth/watched-exchanges.ts';

const { server, http } = await tokenService();
beforeEach(() => {
  server.requests.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

const apiKey = 'peaka-key-Zq81xT0vLm';
const access = (changes: Partial<PeakaAccess> = {}): PeakaAccess => ({
  accountId: 'account-1',
  baseUrl: `${server.origin}/api/v1`,
  callbackUrl: `${server.origin}/oauth2/callback`,
  apiKey,
  ...changes,
});
const waits: number[] = [];
const client = createPeakaClient({
  http,
  now: () => 1_800_000_000_000,
  wait: async (ms) => {
    waits.push(ms);
  },
});
beforeEach(() => {
  waits.length = 0;
});
const seen = () => server.requests.map(({ method, path, body }) => [method, path, body]);
const hubspot = { name: 'Marketing', type: 'hubspot' };
const credential = { clientId: 'id-1', clientSecret: 'a-client-secret', accessToken: 'an-access-token' };

describe('a request to Peaka', () => {
  it('carries the key as a bearer, and has an encoded path', async () => {
    server.respondWith(json([{ id: 'c1', name: 'One', type: 'stripe' }]));
    expect(await client.list(access(), 'a/b c?d#e')).toEqual([
      { id: 'c1', name: 'One', type: 'stripe', url: undefined },
    ]);
    expect(server.requests[0]).toMatchObject({
      method: 'GET',
      path: '/api/v1/connections/a%2Fb%20c%3Fd%23e',
      headers: { authorization: `Bearer ${apiKey}` },
    });
  });

  it.each(['.', '..', ''])('does not follow an ID that is a path: "%s"', async (id) => {
    expect(await rejection(client.get(access(), 'project-1', id))).toMatchObject({ code: 'peaka.not_found' });
    expect(server.requests).toEqual([]);
  });

  it('needs a project', async () => {
    expect(await rejection(client.list(access(), ''))).toMatchObject({ code: 'peaka.no_project' });
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['http://partner.example.com/api/v1', 'http.insecure_url'],
    ['partner.example.com', 'http.invalid_url'],
  ])('sends no key to %s [25]', async (baseUrl, code) => {
    expect(await rejection(client.info(access({ baseUrl })))).toMatchObject({ code });
  });

  it('sends no key along a redirect [25, 42]', async () => {
    server.respondWith({ status: 302, headers: { location: 'https://elsewhere.example.com/login?x=1' } });
    expect(await rejection(client.info(access()))).toMatchObject({
      code: 'peaka.redirected',
      details: { host: 'elsewhere.example.com' },
    });
    expect(server.requests).toHaveLength(1);
  });

  it('is one of the console, which learns the key and the credential before [37]', async () => {
    server.respondWith(json({ id: 'c1' }));
    const { exchanges, learned, watched } = watchExchanges(http);
    await createPeakaClient({ http: watched }).create(access(), 'p', { ...hubspot, credential });
    expect(exchanges).toMatchObject([
      { kind: 'peaka', method: 'POST', status: 200, hiddenNames: ['clientSecret', 'accessToken'] },
    ]);
    expect(learned).toEqual([apiKey, 'a-client-secret', 'an-access-token']);
  });

  it('reads no name that is the key [37]', async () => {
    server.respondWith(json([{ id: 'c1', name: `of ${apiKey}`, type: apiKey }]));
    const read = await client.list(access(), 'p');
    expect(read).toEqual([{ id: 'c1', name: 'of ••••', type: '••••', url: undefined }]);
    server.respondWith(json([{ id: 'c1', name: 'a key', type: 'key' }]));
    expect(await client.list(access({ apiKey: 'key' }), 'p')).toMatchObject([{ name: 'a key' }]);
  });

  it('reads every list and object', async () => {
    server.respondWith(json({ userId: 'u', email: 'a@example.com', projectId: 'p', projectName: 'Sales' }));
    expect(await client.info(access())).toEqual({
      userId: 'u',
      email: 'a@example.com',
      project: { id: 'p', name: 'Sales' },
    });
    server.respondWith(json([{ id: 'o1', name: 'Acme', more: [] }]));
    expect(await client.organizations(access())).toEqual([{ id: 'o1', name: 'Acme' }]);
    await client.workspaces(access(), 'o1');
    await client.projects(access(), 'o1', 'w1');
    server.respondWith(json({ type: 'bullhorn', swimlane: '123', corpToken: '456' }));
    expect(await client.detail(access(), 'p', 'c')).toEqual([
      ['type', 'bullhorn'],
      ['swimlane', '123'],
    ]);
    server.respondWith(json({ connectionType: 'stripe', configuration: [{ fieldName: 'token', required: true }] }));
    expect(await client.types(access())).toMatchObject([
      { type: 'stripe', fields: [{ name: 'token', isSecret: true }] },
    ]);
    expect(server.requests.map(({ path }) => path.replace('/api/v1', ''))).toEqual([
      '/info',
      '/organizations',
      '/organizations/o1/workspaces',
      '/organizations/o1/workspaces/w1/projects',
      '/connections/p/c/detail',
      '/connections/config',
    ]);
  });

  it('creates, with what the request names where the response has only an ID', async () => {
    server.respondWith(json({ id: 'c1', url: 'https://login.example.com/a?state=s%20t' }));
    const request = { ...hubspot, connectionCallback: 'https://www.peakboard.com/oauth2-callback/peaka/x', credential };
    expect(await client.create(access(), 'p', request)).toEqual({
      ...hubspot,
      id: 'c1',
      url: 'https://login.example.com/a?state=s%20t',
    });
    expect(server.requests[0]?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual(request);
  });

  it.each<[string, StubResponse]>([
    ['an empty body', { status: 200 }],
    ['any content type', { status: 200, headers: { 'content-type': '*/*' }, body: '{"id":"c1"}' }],
    ['a word', { status: 200, headers: { 'content-type': 'text/plain' }, body: 'OK' }],
    ['a list', json([{ id: 'c1' }])],
  ])('updates, and takes %s as an answer', async (_, response) => {
    server.respondWith(response);
    expect(await client.update(access(), 'p', 'c1', hubspot)).toEqual({ ...hubspot, id: 'c1', url: undefined });
    expect(seen()).toEqual([['PUT', '/api/v1/connections/p/c1', JSON.stringify(hubspot)]]);
  });

  it('deletes, and takes an empty answer', async () => {
    server.respondWith({ status: 200 });
    await client.remove(access(), 'p', 'c1');
    expect(seen()).toEqual([['DELETE', '/api/v1/connections/p/c1', '']]);
    server.respondWith({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Log in</html>' });
    expect(await rejection(client.remove(access(), 'p', 'c1'))).toMatchObject({ code: 'peaka.not_json' });
  });

  it('passes a callback on to the byte, and says nothing of its code [37]', async () => {
    server.respondWith(json({ errorCode: 7, message: 'bad code 4%2FabcdefGHIJ for state=st%20ate-123456' }, 400));
    const { learned, watched } = watchExchanges(http);
    const query = 'state=st%20ate-123456&code=4%2FabcdefGHIJ&scope=a+b';
    const error = await rejection(createPeakaClient({ http: watched }).passCallback(access(), 'p', query));
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({ queryParameters: query });
    expect(learned).toEqual([apiKey, 'st%20ate-123456', 'st ate-123456', '4%2FabcdefGHIJ', '4/abcdefGHIJ']);
    expect(error).toMatchObject({ code: 'peaka.invalid_request' });
    expect(JSON.stringify(error)).not.toMatch(/abcdefGHIJ|123456/);
  });
});

describe('the turns of an account', () => {
  it('send one request at a time, those of another account beside them', async () => {
    let open = 0;
    let most = 0;
    server.respondWith((_, response) => {
      open += 1;
      most = Math.max(most, open);
      setImmediate(() => {
        open -= 1;
        response.end('[]');
      });
      return undefined;
    });
    await Promise.all(['a', 'b', 'c', 'd'].map((project) => client.list(access(), project)));
    expect(most).toBe(1);
    expect(server.requests.map(({ path }) => path.at(-1))).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('a limit (429)', () => {
  it('is waited for with Retry-After before a GET [31]', async () => {
    server.respondWith(json({}, 429, { 'retry-after': '3' }), json({}, 429), json([]));
    expect(await client.list(access(), 'p')).toEqual([]);
    expect(waits).toEqual([3000, 2000]);
  });

  it.each([
    ['a long wait', { 'retry-after': '60' }, { retryAfterSeconds: 60 }, 1],
    ['a limit that stays', { 'retry-after': '0' }, { retryAfterSeconds: 0 }, 3],
    ['a limit without a time', {}, {}, 3],
  ])('is an error after %s [31]', async (_, headers, details, requests) => {
    server.respondWith(json({}, 429, headers));
    expect(await rejection(client.list(access(), 'p'))).toMatchObject({ code: 'peaka.rate_limited', details });
    expect(server.requests).toHaveLength(requests);
  });

  it('is an error at once for what changes something [31]', async () => {
    server.respondWith(json({}, 429, { 'retry-after': '1' }));
    const error = { code: 'peaka.rate_limited', details: { retryAfterSeconds: 1 } };
    expect(await rejection(client.create(access(), 'p', hubspot))).toMatchObject(error);
    expect(await rejection(client.update(access(), 'p', 'c', hubspot))).toMatchObject(error);
    expect(await rejection(client.remove(access(), 'p', 'c'))).toMatchObject(error);
    expect(server.requests).toHaveLength(3);
  });
});

describe('a lost response', () => {
  const losing = () =>
    server.respondWith((_, response) => {
      response.destroy();
      return undefined;
    });

  it('leaves open what a POST did, and is never sent twice', async () => {
    losing();
    const unknown = { code: 'peaka.result_unknown', details: { reason: 'http.interrupted' } };
    expect(await rejection(client.create(access(), 'p', hubspot))).toMatchObject(unknown);
    expect(await rejection(client.passCallback(access(), 'p', 'code=1&state=2'))).toMatchObject(unknown);
    expect(server.requests).toHaveLength(2);
  });

  it('is the same after 20 s [43]', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    server.respondWith(() => {
      vi.advanceTimersByTime(20_000);
      return undefined;
    });
    expect(await rejection(client.create(access(), 'p', hubspot))).toMatchObject({
      code: 'peaka.result_unknown',
      details: { reason: 'http.timeout' },
    });
    expect(server.requests).toHaveLength(1);
  });

  it('is that of the network for what can be repeated', async () => {
    losing();
    const lost = { code: 'http.interrupted' };
    expect(await rejection(client.list(access(), 'p'))).toMatchObject(lost);
    expect(await rejection(client.update(access(), 'p', 'c', hubspot))).toMatchObject(lost);
    expect(await rejection(client.remove(access(), 'p', 'c'))).toMatchObject(lost);
  });

  it('is that of the network where nothing was sent', async () => {
    const nowhere = access({ baseUrl: 'http://127.0.0.1:1/api/v1' });
    expect(await rejection(client.create(nowhere, 'p', hubspot))).toMatchObject({ code: 'http.refused' });
    expect(server.requests).toEqual([]);
  });
});

it('any response is read, or is an AppError [26]', async () => {
  const methods = [
    () => client.info(access()),
    () => client.organizations(access()),
    () => client.types(access()),
    () => client.list(access(), 'p'),
    () => client.get(access(), 'p', 'c'),
    () => client.detail(access(), 'p', 'c'),
    () => client.create(access(), 'p', { ...hubspot, credential }),
    () => client.update(access(), 'p', 'c', hubspot),
    () => client.remove(access(), 'p', 'c'),
    () => client.passCallback(access(), 'p', 'code=1&state=2'),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(200, 201, 204, 302, 400, 401, 403, 404, 409, 422, 418, 429, 500),
      fc.oneof(fc.json(), fc.string(), fc.constantFrom('', '<html><title>x</title>', 'null', '[]', '{}', '"\\ud800"')),
      fc.constantFrom('application/json', 'text/html', '*/*', ''),
      fc.constantFrom(...methods),
      async (status, body, type, call) => {
        server.respondWith({ status, headers: { 'content-type': type }, body: status === 204 ? '' : body });
        const failure = await call().then(
          () => undefined,
          (error: unknown) => error,
        );
        if (failure !== undefined) expect(failure).toBeInstanceOf(RequestError);
      },
    ),
    { numRuns: 300 },
  );
});
