import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeDetail, ExchangeSummary } from '../../../app/shared/exchange.ts';
import type { Login } from '../../servers/fake-platform.ts';
import type { StartedApp } from '../../servers/start-app.ts';
import { json } from '../../servers/token-server.ts';
import { ann, createPerson } from '../practice/person.ts';
import { connectionTo, quickLogin, resourceAt, type Service, startAppAndServices, startService } from './service.ts';

let tokenboard: StartedApp;
let service: Service;
let folder = '';
beforeAll(async () => {
  const started = await startAppAndServices();
  ({ service, tokenboard } = started);
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-bundle-'));
  return async () => {
    await started.stop();
    rmSync(folder, { recursive: true, force: true });
  };
});

const newest = async () => (await tokenboard.get('console.list', { limit: 1 })).newest;
const exchangesAfter = async (id: number): Promise<ExchangeSummary[]> =>
  (await tokenboard.get('console.list', { after: id, limit: 2000 })).exchanges;
const detail = (id: number): Promise<ExchangeDetail> => tokenboard.get('console.exchange', { id });
const inWords = (exchanges: ExchangeSummary[]) =>
  exchanges.map(({ kind, method, url, status }) => `${kind} ${method} ${new URL(url).pathname} ${status ?? '-'}`);
/** What a shell would give to curl. */
const argumentsOf = (command: string): string[] =>
  execFileSync('sh', ['-c', `curl() { printf '%s\\0' "$@"; }\n${command}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
const headersOf = (command: string): Record<string, string> => {
  const given = argumentsOf(command);
  return Object.fromEntries(
    given.flatMap((text, index) => {
      const [, name = '', value = ''] = given[index - 1] === '--header' ? (/^([^:]+): (.*)$/.exec(text) ?? []) : [];
      return name === '' ? [] : [[name, value]];
    }),
  );
};

const practiceLogin: Login = async ({ authorizationUrl, callbackUrl }) => {
  const person = createPerson(new URL(authorizationUrl).origin);
  const consent = await person.submit(await person.open(authorizationUrl), ann);
  const { url } = await person.submit(consent, { decision: 'allow' });
  expect(url.href.startsWith(callbackUrl)).toBe(true);
  return { url: url.href, method: 'GET' };
};

describe('the console with the practice service', () => {
  it('shows a login, a GET, a refresh and a GET again, in order and masked [37]', async () => {
    const { get, platform } = tokenboard;
    platform.login = practiceLogin;
    const { connectionIds, resourceIds } = await get('practice.setUp', { grants: ['authorization_code'] });
    const [connectionId = '', resourceId = ''] = [connectionIds[0], resourceIds[0]];
    const view = (await get('connections.list', {})).find(({ connection }) => connection.id === connectionId);
    if (!view) throw new Error('no view');
    const before = await newest();
    await get('connections.requestToken', { connection: view.connection, secrets: {}, freshSession: false });
    await get('resources.run', { id: resourceId });
    await get('connections.refresh', { id: connectionId });
    await get('resources.run', { id: resourceId });
    await get('connections.removeAuthorization', { id: connectionId });
    const exchanges = await exchangesAfter(before);
    expect(inWords(exchanges).filter((exchange) => !exchange.startsWith('account'))).toEqual([
      expect.stringMatching(/^window GET \/oauth2-callback\/ -$/),
      expect.stringMatching(/^token POST \/.*token 200$/),
      expect.stringMatching(/^get GET \/api\/.* 200$/),
      expect.stringMatching(/^refresh POST \/.*token 200$/),
      expect.stringMatching(/^get GET \/api\/.* 200$/),
      expect.stringMatching(/^revoke POST \/.* 200$/),
      expect.stringMatching(/^revoke POST \/.* 200$/),
    ]);
    for (const exchange of exchanges) expect(exchange.connectionId).toBe(connectionId);
    expect(exchanges.filter(({ kind }) => kind === 'get').map((exchange) => exchange.resourceId)).toEqual([
      resourceId,
      resourceId,
    ]);

    const [callback, token] = await Promise.all(exchanges.slice(0, 2).map(({ id }) => detail(id)));
    expect(callback?.url).toMatch(/\?code=••••&state=••••/);
    expect(token?.requestBody).toMatch(/code=••••/);
    expect(token?.requestBody).toMatch(/code_verifier=••••/);
    expect(token?.requestBody).toMatch(/redirect_uri=https%3A%2F%2Fwww\.peakboard\.com%2Foauth2-callback%2F/);
    expect(token?.requestHeaders).toContainEqual(['authorization', 'Basic ••••']);
    expect(JSON.parse(token?.responseBody ?? '')).toMatchObject({ access_token: '••••', token_type: 'Bearer' });
    const got = exchanges.find(({ kind }) => kind === 'get');
    const shown = await detail(got?.id ?? 0);
    expect(shown.requestHeaders).toContainEqual(['authorization', 'Bearer ••••']);
    expect(shown.responseBody).toMatch(/^[[{]/);
    expect(got?.bytes).toBeGreaterThan(10);
  });

  it('shows the legs of OAuth1, and makes a command of a GET that the service takes once', async () => {
    const { get, platform } = tokenboard;
    platform.login = practiceLogin;
    const { connectionIds, resourceIds } = await get('practice.setUp', { grants: ['oauth1'] });
    const [connectionId = '', resourceId = ''] = [connectionIds[0], resourceIds[0]];
    const view = (await get('connections.list', {})).find(({ connection }) => connection.id === connectionId);
    if (!view) throw new Error('no view');
    const before = await newest();
    await get('connections.requestToken', { connection: view.connection, secrets: {}, freshSession: false });
    await get('resources.run', { id: resourceId });
    const exchanges = await exchangesAfter(before);
    expect(exchanges.map(({ kind, status }) => `${kind} ${status ?? '-'}`)).toEqual([
      'request_token 200',
      'window -',
      'token 200',
      'get 200',
    ]);
    const id = exchanges.at(-1)?.id ?? 0;
    const masked = await get('console.curl', { id, withToken: false });
    expect(headersOf(masked.text).authorization).toMatch(/oauth_consumer_key="[^"•]+".*oauth_signature="••••"/);
    const { text } = await get('console.curl', { id, withToken: true });
    const url = argumentsOf(text)[1] ?? '';
    expect((await fetch(url, { headers: headersOf(text) })).status).toBe(200);
    // Signed anew each time: the service takes no nonce twice.
    expect((await fetch(url, { headers: headersOf(text) })).status).toBe(401);
    const again = await get('console.curl', { id, withToken: true });
    expect((await fetch(url, { headers: headersOf(again.text) })).status).toBe(200);
  });
});

describe('the console with a service of the test', () => {
  it('shows each redirect, the 401 and what was tried instead, and failures by their code', async () => {
    const { get, ask, platform } = tokenboard;
    platform.login = quickLogin;
    const connection = connectionTo(service, { id: 'c-exchanges', accountUrl: `${service.origin}/me` });
    const resource = resourceAt(service, {
      id: 'r-exchanges',
      url: `${service.origin}/moved`,
      authorization: { type: 'oauth', connectionId: 'c-exchanges' },
    });
    service.routes['/moved'] = () => ({ status: 302, headers: { location: '/data' }, body: '' });
    service.routes['/me'] = () => json({ name: 'Ann Meyer' });
    const before = await newest();
    await get('connections.requestToken', {
      connection,
      secrets: { clientSecret: 'kQ7zz81-01' },
      freshSession: false,
    });
    await get('resources.save', { resource, secrets: {} });
    service.valid.clear();
    await get('resources.run', { id: 'r-exchanges' });
    await get('resources.save', { resource: { ...resource, url: 'http://127.0.0.1:9/' }, secrets: {} });
    await get('connections.allowHost', { id: 'c-exchanges', host: '127.0.0.1:9' });
    await ask('resources.run', { id: 'r-exchanges' });
    service.tokenResponses.push(json({ error: 'invalid_grant', error_description: 'kQ7zz81-01 is wrong' }, 400));
    await ask('connections.refresh', { id: 'c-exchanges' });
    // Who is logged in is asked for beside all else.
    await expect
      .poll(async () => (await exchangesAfter(before)).filter(({ kind }) => kind === 'account'))
      .toMatchObject([{ url: `${service.origin}/me`, status: 200 }]);
    const exchanges = (await exchangesAfter(before)).filter(({ kind }) => kind !== 'account');
    expect(
      exchanges.map(({ kind, url, status, error }) => `${kind} ${new URL(url).pathname} ${status ?? error ?? '-'}`),
    ).toEqual([
      'window /oauth2-callback/ -',
      'token /token 200',
      'get /moved 302',
      'get /data 401',
      'refresh /token 200',
      'get /data 200',
      'get / http.refused',
      'refresh /token 400',
    ]);
    const refused = await detail(exchanges.at(-1)?.id ?? 0);
    expect(refused.responseBody).toContain('"error":"invalid_grant","error_description":"•••• is wrong"');
    const unauthorized = await detail(exchanges[3]?.id ?? 0);
    expect(unauthorized.responseBody).toContain('•••• is not valid');
  });

  it('puts the token into a command only when asked, and only where it was sent [35] [42]', async () => {
    const { get, ask } = tokenboard;
    const foreign = await startService();
    foreign.routes['/elsewhere'] = () => json([{ id: 1 }]);
    service.routes['/away'] = () => ({ status: 302, headers: { location: `${foreign.origin}/elsewhere` }, body: '' });
    const resource = resourceAt(service, {
      id: 'r-curl',
      url: `${service.origin}/away`,
      authorization: { type: 'oauth', connectionId: 'c-exchanges' },
      headers: [{ name: 'X-Key', value: '', secret: true }],
    });
    await get('resources.save', { resource, secrets: { 'header:x-key': 'hK9jj61-09' } });
    const connection = connectionTo(service, { id: 'c-exchanges' });
    await get('connections.requestToken', { connection, secrets: {}, freshSession: false });
    const before = await newest();
    await get('resources.run', { id: 'r-curl' });
    const [own, away] = await exchangesAfter(before);
    const curl = (id: number | undefined, withToken: boolean) => ask('console.curl', { id: id ?? 0, withToken });

    const masked = JSON.stringify(await curl(own?.id, false));
    expect(masked).toContain('Bearer ••••');
    expect(masked).not.toMatch(/access-token-|hK9jj61/);
    const { text } = await get('console.curl', { id: own?.id ?? 0, withToken: true });
    expect(headersOf(text)).toMatchObject({
      authorization: expect.stringMatching(/^Bearer access-token-\d+$/),
      'x-key': 'hK9jj61-09',
    });
    expect(argumentsOf(text)[1]).toBe(`${service.origin}/away`);

    expect(JSON.stringify(await detail(away?.id ?? 0))).not.toMatch(/Bearer|access-token-|hK9jj61/);
    expect(await curl(away?.id, true)).toMatchObject({ ok: false, error: { code: 'console.no_token' } });
    const [token] = (await exchangesAfter(0)).filter(({ kind }) => kind === 'token');
    expect(await curl(token?.id, true)).toMatchObject({ ok: false, error: { code: 'console.no_token' } });
    await foreign.close();
  });

  it('puts it into the URL where the service wants it there', async () => {
    const { get, platform } = tokenboard;
    platform.login = quickLogin;
    const connection = connectionTo(service, {
      id: 'c-query',
      tokenPlacement: { in: 'query', name: 'tk', prefix: '' },
    });
    service.routes['/by-query'] = () => json([{ id: 1 }]);
    const resource = resourceAt(service, {
      id: 'r-query',
      url: `${service.origin}/by-query?api_key={api_key}&x=1`,
      secretValues: ['api_key'],
      authorization: { type: 'oauth', connectionId: 'c-query' },
    });
    await get('connections.requestToken', { connection, secrets: {}, freshSession: false });
    await get('resources.save', { resource, secrets: { 'value:api_key': 'oK4ww77' } });
    const before = await newest();
    await get('resources.run', { id: 'r-query' });
    const [exchange] = await exchangesAfter(before);
    expect(exchange?.url).toBe(`${service.origin}/by-query?api_key=••••&x=1&tk=••••`);
    const { text } = await get('console.curl', { id: exchange?.id ?? 0, withToken: true });
    expect(argumentsOf(text)[1]).toMatch(/\/by-query\?api_key=oK4ww77&x=1&tk=access-token-\d+$/);
  });

  it('is empty after it was cleared, and tells of new exchanges', async () => {
    const { get, platform } = tokenboard;
    await get('console.clear', {});
    expect((await get('console.list', { limit: 10 })).exchanges).toEqual([]);
    const told = () => platform.sent.filter(({ event }) => event === 'console.changed').length;
    const before = told();
    await get('resources.run', { id: 'r-query' });
    await expect.poll(told).toBeGreaterThan(before);
  });
});

describe('the diagnostic bundle', () => {
  it('is a file with what support needs and no secret, name or data [37]', async () => {
    const { get, platform } = tokenboard;
    platform.saveTo = join(folder, 'tokenboard-diagnosis.json');
    const connection = connectionTo(service, {
      id: 'c-bundle',
      name: 'Sales of Ann',
      grant: 'password',
      username: 'ann.meyer@example.org',
      extraTokenParameters: { api_secret: 'xS2vv47-05', tenant: 'seven' },
      // By the user's word it is stored in the open; it is not for support all the same.
      inTheOpen: ['extraTokenParameters:api_secret'],
    });
    service.routes['/people'] = () => json([{ id: 1, name: 'a-customer-of-ours' }]);
    service.tokenResponses.push(
      json({ error: 'invalid_grant', error_description: 'no ann.meyer@example.org here' }, 400),
    );
    const request = {
      connection,
      secrets: { clientSecret: 'kQ7zz81-02', password: 'pW5qq93-03' },
      freshSession: false,
    };
    await tokenboard.ask('connections.requestToken', request);
    await get('connections.requestToken', request);
    const resource = resourceAt(service, {
      id: 'r-bundle',
      name: 'People of Ann',
      url: `${service.origin}/people`,
      authorization: { type: 'oauth', connectionId: 'c-bundle' },
    });
    await get('resources.save', { resource, secrets: {} });
    await get('resources.run', { id: 'r-bundle' });
    expect(await get('console.exportBundle', {})).toEqual({ path: platform.saveTo });

    const text = readFileSync(platform.saveTo, 'utf8');
    expect(statSync(platform.saveTo).mode & 0o077).toBe(0);
    for (const secret of [
      'kQ7zz81-02',
      'pW5qq93-03',
      'xS2vv47-05',
      'access-token-',
      'refresh-token-',
      'ann.meyer',
      'Sales of Ann',
      'People of Ann',
      'a-customer-of-ours',
    ])
      expect(text, secret).not.toContain(secret);
    expect(JSON.parse(text)).toMatchObject({
      tokenboard: { version: '0.0.0', platform: 'browser', operatingSystem: process.platform },
      presets: expect.arrayContaining(['github']),
      connections: expect.arrayContaining([
        expect.objectContaining({
          id: 'c-bundle',
          username: '••••',
          extraTokenParameters: [
            { name: 'api_secret', value: '••••' },
            { name: 'tenant', value: 'seven' },
          ],
          accessTokenUrl: `${service.origin}/token`,
          secrets: expect.arrayContaining(['clientSecret', 'tokenSet']),
        }),
      ]),
      exchanges: expect.arrayContaining([
        expect.objectContaining({
          kind: 'token',
          status: 400,
          responseBody: '{"error":"invalid_grant","error_description":"no •••• here"}',
        }),
        expect.objectContaining({ kind: 'get', resourceId: 'r-bundle', status: 200, responseBody: '(data: left out)' }),
      ]),
    });
  });

  it('is not written where the user picks no file, and says where it cannot be', async () => {
    const { get, ask, platform } = tokenboard;
    platform.saveTo = undefined;
    expect(await get('console.exportBundle', {})).toEqual({ path: null });
    platform.saveTo = join(folder, 'not-there', 'file.json');
    expect(await ask('console.exportBundle', {})).toMatchObject({ ok: false, error: { code: 'console.unwritable' } });
  });
});
