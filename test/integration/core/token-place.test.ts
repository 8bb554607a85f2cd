import { beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import { formatEnglish } from '../../../app/shared/messages/format.ts';
import type { StartedApp } from '../../servers/start-app.ts';
import { json, type SeenRequest } from '../../servers/token-server.ts';
import { connectionTo, quickLogin, resourceAt, type Service, startAppAndServices } from './service.ts';

// Where a GET carries the token, and what a login brought in its URL.
let tokenboard: StartedApp;
let service: Service;
let other: Service;
beforeEach(async () => {
  const started = await startAppAndServices();
  ({ service, other, tokenboard } = started);
  tokenboard.platform.login = quickLogin;
  return started.stop;
});

const authorize = (changes: Partial<Connection> = {}) =>
  tokenboard.get('connections.requestToken', {
    connection: connectionTo(service, changes),
    secrets: {},
    freshSession: false,
  });
const save = (url: string) =>
  tokenboard.get('resources.save', {
    resource: resourceAt(service, { url, inTheOpen: ['query:access_token'] }),
    secrets: {},
  });
const run = async (url: string) => {
  await save(url);
  return tokenboard.get('resources.run', { id: 'resource-1' });
};
const fails = async (url: string) => {
  await save(url);
  return tokenboard.fail('resources.run', { id: 'resource-1' });
};
const rows = () => json([{ id: 1 }]);
const parametersOf = (seen: SeenRequest | undefined) => [...new URL(seen?.path ?? '', 'http://x').searchParams];
const inQuery = { in: 'query', name: 'access_token', prefix: '' } as const;

describe('a token in a header', () => {
  it.each([
    ['Authorization', 'Zoho-oauthtoken ', 'Zoho-oauthtoken access-token-1'],
    ['X-Shopify-Access-Token', '', 'access-token-1'],
  ])('goes as %s with “%s” before it', async (name, prefix, expected) => {
    service.routes['/mine'] = rows;
    await authorize({ tokenPlacement: { in: 'header', name, prefix }, apiHeaders: { 'X-Version': '2' } });
    expect(await run(`${service.origin}/mine`)).toMatchObject({ status: 200 });
    const { headers } = service.asked('/mine')[0] ?? { headers: {} };
    expect(headers).toMatchObject({ [name.toLowerCase()]: expected, 'x-version': '2' });
    if (name !== 'Authorization') expect(headers).not.toHaveProperty('authorization');
  });

  it('of its own is dropped on a redirect to another origin, too [42]', async () => {
    await authorize({ tokenPlacement: { in: 'header', name: 'X-Api-Token', prefix: '' } });
    service.routes['/away'] = () => ({ status: 302, headers: { location: `${other.origin}/open` } });
    other.routes['/open'] = rows;
    expect((await run(`${service.origin}/away`)).notes.map(formatEnglish)).toEqual([
      `The service redirected to ${other.host}. The token was not sent there.`,
    ]);
    expect(service.asked('/away')[0]?.headers['x-api-token']).toBe('access-token-1');
    expect(JSON.stringify(other.asked('/open')[0])).not.toContain('access-token-1');
  });
});

describe('a token in a query parameter', () => {
  it('goes there once, beside the rest of the query as it is written', async () => {
    service.routes['/mine'] = rows;
    await authorize({ tokenPlacement: inQuery });
    await run(`${service.origin}/mine?filter=a%20b&x=1,2`);
    expect(service.asked('/mine')[0]?.path).toBe('/mine?filter=a%20b&x=1,2&access_token=access-token-1');
    expect(service.asked('/mine')[0]?.headers).not.toHaveProperty('authorization');
    await run(`${service.origin}/mine?access_token=pasted&x=1`);
    expect(parametersOf(service.asked('/mine')[1])).toEqual([
      ['x', '1'],
      ['access_token', 'access-token-1'],
    ]);
  });

  it('is shown nowhere: not in the address, not in notes, errors, the console and what the service says [35]', async () => {
    await authorize({ tokenPlacement: inQuery });
    service.routes['/mine'] = rows;
    service.routes['/refuse'] = (seen) => json({ message: `no: ${seen.path}` }, 403);
    service.routes['/moved'] = (seen) => ({ status: 302, headers: { location: `/mine?was=${seen.path}` } });
    service.routes['/broken'] = () => ({ headers: { 'content-encoding': 'gzip' }, body: 'no gzip' });
    const responses = [
      await run(`${service.origin}/mine?x=1`),
      await run(`${service.origin}/refuse`),
      await run(`${service.origin}/moved`),
      await fails(`${service.origin}/broken`),
    ];
    expect(responses[0]).toMatchObject({ finalUrl: `${service.origin}/mine?x=1` });
    expect(responses[1]).toMatchObject({ error: { serviceMessage: 'no: /refuse?access_token=••••' } });
    const gets = (await tokenboard.get('console.list', { limit: 100 })).exchanges.filter(({ kind }) => kind === 'get');
    // After a 403 the token is renewed once.
    const asked = ['/mine', '/refuse', '/refuse', '/moved', '/mine', '/broken'];
    expect(gets.map(({ url }) => new URL(url).pathname)).toEqual(asked);
    const details = await Promise.all(gets.map(({ id }) => tokenboard.get('console.exchange', { id })));
    const copied = await tokenboard.get('console.curl', { id: gets[0]?.id ?? 0, withToken: false });
    for (const shown of [responses, details, copied, tokenboard.platform.sent])
      expect(JSON.stringify(shown)).not.toMatch(/access-token-\d/);
  });

  it('is renewed once after a 401, and then the new one goes there [30]', async () => {
    await authorize({ tokenPlacement: inQuery });
    service.routes['/mine'] = (seen) => (seen.path.includes('access-token-2') ? rows() : json({}, 401));
    expect(await run(`${service.origin}/mine`)).toMatchObject({ status: 200 });
    expect(service.asked('/mine').map(parametersOf)).toEqual([
      [['access_token', 'access-token-1']],
      [['access_token', 'access-token-2']],
    ]);
  });

  it('is set anew within the origin, and never follows a redirect that copies it to another host [42]', async () => {
    await authorize({ tokenPlacement: inQuery });
    service.routes['/here'] = (seen) => ({
      status: 302,
      headers: { location: `/next${new URL(seen.path, 'http://x').search}` },
    });
    service.routes['/next'] = rows;
    await run(`${service.origin}/here?x=1`);
    expect(parametersOf(service.asked('/next')[0])).toEqual([
      ['x', '1'],
      ['access_token', 'access-token-1'],
    ]);

    service.routes['/copies'] = (seen) => {
      const query = new URL(seen.path, 'http://x').search;
      return { status: 307, headers: { location: `${other.origin}/open${query}&token=access-token-1` } };
    };
    other.routes['/open'] = rows;
    const away = await run(`${service.origin}/copies?x=1`);
    expect(away.notes.map(formatEnglish)).toEqual([
      `The service redirected to ${other.host}. The token was not sent there. A secret in the URL of the redirect was removed.`,
    ]);
    expect(away.finalUrl).toBe(`${other.origin}/open?x=1`);
    expect(other.server.requests.map((seen) => seen.path)).toEqual(['/open?x=1']);

    service.routes['/hides'] = () => ({ status: 302, headers: { location: `${other.origin}/t/access%2Dtoken-1/x` } });
    const refused = await fails(`${service.origin}/hides`);
    expect(refused).toMatchObject({ code: 'resource.unsafe_redirect', details: { host: other.host } });
    expect(JSON.stringify(refused)).not.toContain('access-token-1');
    expect(other.server.requests).toHaveLength(1);
  });
});

describe('a value that the login brought', () => {
  const tokens = (extra: Record<string, unknown>) =>
    json({ access_token: 'with-values', refresh_token: 'r', token_type: 'bearer', expires_in: 3600, ...extra });
  const captured = {
    capturedValues: { instance_url: 'token:/instance_url', realmId: 'callback:realmId' },
    hosts: ['{instance_url}'],
  };
  const logInWithRealm = (realmId: string) => {
    tokenboard.platform.login = async (window) => {
      const callback = await quickLogin(window);
      return { ...callback, url: `${callback.url}&realmId=${encodeURIComponent(realmId)}` };
    };
  };

  it('stands in the URL and names the host that gets the token [42]', async () => {
    logInWithRealm('company-7');
    service.tokenResponses.push(tokens({ instance_url: other.origin }));
    await authorize(captured);
    other.routes['/company/company-7/info'] = rows;
    expect(await run('{instance_url}/company/{realmId}/info')).toMatchObject({ status: 200 });
    expect(other.server.requests[0]?.headers.authorization).toBe('Bearer with-values');
    // The service's own host was not named.
    expect(await fails(`${service.origin}/data`)).toMatchObject({ code: 'resource.host_not_allowed' });
    // Kept over a refresh whose response tells nothing new.
    await tokenboard.get('connections.refresh', { id: 'connection-1' });
    expect(await run('{instance_url}/company/{realmId}/info')).toMatchObject({ status: 200 });
    expect(other.server.requests.at(-1)?.headers.authorization).toBe('Bearer access-token-1');
  });

  it('that is missing is asked for by a new login, and nothing is sent', async () => {
    await authorize(captured);
    expect(await fails('{instance_url}/x')).toMatchObject({
      code: 'resource.value_missing',
      details: { value: 'instance_url', connectionId: 'connection-1' },
    });
    expect(service.asked('/x')).toEqual([]);
  });

  it('cannot send the token elsewhere than the host patterns say [42]', async () => {
    service.tokenResponses.push(tokens({ instance_url: other.origin }));
    await authorize({ ...captured, hosts: [service.host] });
    expect(await fails('{instance_url}/x')).toMatchObject({
      code: 'resource.host_not_allowed',
      details: { host: other.host },
    });
    expect(other.server.requests).toEqual([]);
  });
});

it('takes the variables of a connection into the URL, and says which one is empty', async () => {
  await authorize({ variables: { company: 'acme', site: '' } });
  service.routes['/acme/data'] = rows;
  expect(await run(`${service.origin}/{company}/data?q={"a":{b}}`)).toMatchObject({ status: 200 });
  expect(await fails(`${service.origin}/{site}/data`)).toMatchObject({
    code: 'connection.variable_missing',
    details: { variable: 'site', connectionId: 'connection-1' },
  });
});
