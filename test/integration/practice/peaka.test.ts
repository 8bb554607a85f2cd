import { afterAll, beforeAll, expect, it } from 'vitest';
import { passwordGrant, post, refreshGrant, requestTokens } from './oauth2-client.ts';
import { connectionCallback, decide, type Made, peakaOf, readOnPage, shopFloor, warehouse } from './peaka-client.ts';
import { type RunningPractice, startPractice, temporaryFolder } from './start.ts';

// The practice Peaka, as its users' programs see it. `peaka-prism.test.ts` compares it with Peaka's own document.

const folder = temporaryFolder();
const state = ['--state', `${folder.path}/state.json`];
let practice: RunningPractice;
let call: ReturnType<typeof peakaOf>;
beforeAll(async () => {
  practice = await startPractice(state);
  call = peakaOf(practice);
});
afterAll(async () => {
  await practice.stop();
  folder.remove();
});

const create = async (projectId: string, body: object): Promise<Made> => {
  const answer = await call('POST', `/connections/${projectId}`, body);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body as Made;
};
const ownApp = () => practice.ready.oauth2;

it('says which kind of key it got', async () => {
  const { projectKey } = practice.ready.peaka;
  const ofPartner = await call('GET', '/info');
  expect(ofPartner.body).toEqual({ userId: expect.any(String), email: 'ann@example.org' });
  expect((await call('GET', '/info', undefined, projectKey)).body).toMatchObject({
    projectId: shopFloor,
    projectName: 'Shop floor',
  });
});

it('leads from the organization to its projects', async () => {
  const [organization] = (await call('GET', '/organizations')).body as Made[];
  const workspaces = (await call('GET', `/organizations/${organization?.id}/workspaces`)).body as Made[];
  const projects = await Promise.all(
    workspaces.map(({ id }) => call('GET', `/organizations/${organization?.id}/workspaces/${id}/projects`)),
  );
  expect(projects.map(({ body }) => (body as { name: string }[]).map(({ name }) => name))).toEqual([
    ['Shop floor', 'Sales'],
    ['Warehouse'],
  ]);
});

it('has types with and without a login', async () => {
  const types = (await call('GET', '/connections/config')).body as { connectionType: string }[];
  expect(types.map(({ connectionType }) => connectionType)).toEqual([
    'practice_sales',
    'practice_inventory',
    'POSTGRES',
    'stripe',
  ]);
  expect((await call('GET', '/connections/config/POSTGRES')).body).toEqual(types[2]);
  expect((await call('GET', '/connections/config/postgres')).status).toBe(404);
});

it.each([
  ['an unknown key', 401, 'GET', '/info', undefined, 'nobody'],
  ['another project, with a project key', 403, 'GET', `/connections/${warehouse}`, undefined, 'project'],
  ['the organizations, with a project key', 403, 'GET', '/organizations', undefined, 'project'],
  ['an unknown project', 404, 'GET', '/connections/none', undefined, 'partner'],
  ['an unknown connection', 404, 'GET', `/connections/${shopFloor}/none`, undefined, 'partner'],
  ['an unknown type', 400, 'POST', `/connections/${shopFloor}`, { name: 'x', type: 'none' }, 'partner'],
  ['a field too few', 400, 'POST', `/connections/${shopFloor}`, { name: 'x', type: 'stripe' }, 'partner'],
  [
    'a port that is text',
    400,
    'POST',
    `/connections/${shopFloor}`,
    { name: 'x', type: 'POSTGRES', credential: { port: '5432' } },
    'partner',
  ],
  [
    'a field that the type does not have',
    400,
    'POST',
    `/connections/${shopFloor}`,
    { name: 'x', type: 'stripe', credential: { token: 't', more: 't' } },
    'partner',
  ],
  [
    'a login without a way back',
    400,
    'POST',
    `/connections/${shopFloor}`,
    { name: 'x', type: 'practice_sales' },
    'partner',
  ],
  [
    'a login that has no app',
    400,
    'POST',
    `/connections/${shopFloor}`,
    { name: 'x', type: 'practice_inventory', credential: { warehouse: 'STR-1' }, connectionCallback },
    'partner',
  ],
  [
    'a callback of no login',
    400,
    'POST',
    `/connections/${shopFloor}/oauth2`,
    { queryParameters: 'state=none&code=1' },
    'partner',
  ],
] as const)('refuses %s with %i', async (_, status, method, path, body, kind) => {
  const { partnerKey, projectKey } = practice.ready.peaka;
  const key = { partner: partnerKey, project: projectKey, nobody: 'nobody' }[kind];
  expect(await call(method, path, body, key)).toMatchObject({
    status,
    body: { errorCode: expect.any(Number), message: expect.any(String) },
  });
});

it('creates from a form, shows what is not secret, renames, and deletes', async () => {
  const credential = { url: 'db', port: 5432, user: 'u', password: 'hidden', databaseName: 'd', useSsl: true };
  const { id } = await create(shopFloor, { name: 'Database', type: 'POSTGRES', credential });
  const path = `/connections/${shopFloor}/${id}`;
  const { password: _, ...shown } = credential;
  expect((await call('GET', `${path}/detail`)).body).toEqual({ type: 'POSTGRES', ...shown });

  const taken = { name: 'Database', type: 'stripe', credential: { token: 't' } };
  expect((await call('POST', `/connections/${shopFloor}`, taken)).status).toBe(409);
  await create(warehouse, taken);

  const renamed = await call('PUT', path, { name: 'Archive', type: 'POSTGRES' });
  expect(renamed.body).toEqual({ id, name: 'Archive', type: 'POSTGRES' });
  expect((await call('GET', `${path}/detail`)).body).toMatchObject({ port: 5432 });
  expect(await call('DELETE', path)).toMatchObject({ status: 200, body: undefined });
  expect((await call('GET', path)).status).toBe(404);
});

it('reads data with tokens that were handed over, and a token that someone else renewed is burnt', async () => {
  const tokens = await requestTokens(practice, passwordGrant);
  const handed = (accessToken: string, refreshToken: string) => ({
    name: 'Handed over',
    type: 'practice_sales',
    credential: { ...ownApp(), accessToken, refreshToken },
  });
  const { id } = await create(shopFloor, handed(tokens.access_token, tokens.refresh_token));
  expect(await readOnPage(practice, id, 'read')).toBe('1,600 rows were read.');
  expect(await readOnPage(practice, id, 'renew')).toBe('The token was renewed, and 1,600 rows were read.');

  // Tokenboard renews with the token that Peaka used: the whole grant ends.
  expect((await post(practice, '/oauth2/token', refreshGrant(tokens.refresh_token))).status).toBe(400);
  expect(await readOnPage(practice, id, 'read')).toMatch(/^The refresh token is not valid any more/);

  const next = await requestTokens(practice, passwordGrant);
  await call('PUT', `/connections/${shopFloor}/${id}`, handed(next.access_token, next.refresh_token));
  expect(await readOnPage(practice, id, 'read')).toBe('1,600 rows were read.');
});

it('cannot renew without a refresh token', async () => {
  const { access_token: accessToken } = await requestTokens(practice, passwordGrant);
  const credential = { ...ownApp(), accessToken, warehouse: 'STR-1' };
  const { id } = await create(shopFloor, { name: 'Access only', type: 'practice_inventory', credential });
  expect(await readOnPage(practice, id, 'read')).toMatch(/^\d+ rows were read\.$/);
  await post(practice, '/oauth2/revoke', { token: accessToken });
  expect(await readOnPage(practice, id, 'read')).toMatch(/^The access token is not valid any more/);
});

it('logs in with its own app, and sends the browser back with the connection [2a]', async () => {
  const { id, url } = await create(shopFloor, { name: 'By Peaka', type: 'practice_sales', connectionCallback });
  const consent = new URL(url).searchParams;
  expect(consent.get('redirect_uri')).toBe(`${practice.origin}/peaka/oauth2/callback`);
  expect(consent.get('client_id')).toBe('practice-peaka');
  expect((await decide(practice, url)).url.href).toBe(`${connectionCallback}?connectionId=${id}&status=success`);
  expect(await readOnPage(practice, id, 'renew')).toBe('The token was renewed, and 1,600 rows were read.');
});

it('logs in with an app of the user, and answers in the form of its guide [2b-1]', async () => {
  const credential = { ...ownApp(), warehouse: 'STR-1' };
  const request = { name: 'Own app', type: 'practice_inventory', credential, connectionCallback };
  const { id, url } = await create(shopFloor, request);
  expect(new URL(url).searchParams.get('client_id')).toBe(ownApp().clientId);
  expect((await decide(practice, url)).url.href).toBe(`${connectionCallback}?connectionId=${id}?status=success`);
  expect(await readOnPage(practice, id, 'read')).toMatch(/^\d+ rows were read\.$/);
});

it('takes a callback that the user’s own URL forwards [2b-2]', async () => {
  const redirectUrl = 'http://localhost:4000/oauth2/mycallback';
  const credential = { ...ownApp(), redirectUrl };
  const request = { name: 'Forwarded', type: 'practice_sales', credential, connectionCallback };
  const { id, url } = await create(shopFloor, request);
  expect(new URL(url).searchParams.get('redirect_uri')).toBe(redirectUrl);
  const own = await decide(practice, url);
  expect(own.url.href).toMatch(/^http:\/\/localhost:4000\/oauth2\/mycallback\?/);
  const forwarded = await fetch(`${practice.origin}/peaka/oauth2/callback${own.url.search}`, { redirect: 'manual' });
  expect(forwarded.headers.get('location')).toBe(`${connectionCallback}?connectionId=${id}&status=success`);
  expect(await readOnPage(practice, id, 'read')).toBe('1,600 rows were read.');
});

it.each([
  ['practice_sales', {}, (id: string) => ({ id, name: 'Passed on', type: 'practice_sales' })],
  ['practice_inventory', { warehouse: 'STR-1' }, (id: string) => ({ id })],
])('takes a callback that a program passes on, for %s [2b-3]', async (type, fields, answer) => {
  const redirectUrl = 'http://127.0.0.1:4000/oauth2-callback/';
  const request = { name: 'Passed on', type, credential: { ...ownApp(), redirectUrl, ...fields } };
  const { id, url } = await create(warehouse, request);
  const { search } = (await decide(practice, url)).url;
  const body = { queryParameters: search.slice(1) };
  expect((await call('POST', `/connections/${shopFloor}/oauth2`, body)).status).toBe(400);
  expect(await call('POST', `/connections/${warehouse}/oauth2`, body)).toMatchObject({ status: 200, body: answer(id) });
  expect((await call('POST', `/connections/${warehouse}/oauth2`, body)).status).toBe(400);
  expect(await readOnPage(practice, id, 'read')).toMatch(/ rows were read\.$/);
  await call('DELETE', `/connections/${warehouse}/${id}`);
});

it('says that the user denied, keeps the connection, and takes no callback twice', async () => {
  const { id, url } = await create(shopFloor, { name: 'Denied', type: 'practice_sales', connectionCallback });
  const end = await decide(practice, url, 'deny');
  expect(end.url.href).toBe(`${connectionCallback}?connectionId=${id}&status=fail`);
  expect((await call('GET', `/connections/${shopFloor}/${id}`)).status).toBe(200);
  const page = await fetch(`${practice.origin}/peaka/`);
  expect(await page.text()).toContain('Its login did not succeed');
  const state = new URL(url).searchParams.get('state') ?? '';
  const again = await fetch(`${practice.origin}/peaka/oauth2/callback?state=${state}&code=1`);
  expect(again.status).toBe(400);
  expect(await again.text()).toContain('This login has expired');
});

it('keeps its keys and its connections over a restart', async () => {
  const list = async () => (await call('GET', `/connections/${shopFloor}`)).body;
  const before = { keys: practice.ready.peaka, connections: await list() };
  expect(before.connections).not.toEqual([]);
  await practice.stop();
  practice = await startPractice(state);
  call = peakaOf(practice);
  expect({ keys: practice.ready.peaka, connections: await list() }).toEqual(before);
});
