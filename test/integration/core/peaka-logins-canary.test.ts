import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CallName, CallRequest } from '../../../app/shared/contract/contract.ts';
import type { PeakaLoginWay } from '../../../app/shared/peaka/link.ts';
import { startApp } from '../../servers/start-app.ts';
import { json, startTokenServer, type TokenServer } from '../../servers/token-server.ts';
import { peakaAccount } from '../../unit/peaka/peaka-accounts.ts';

// A Peaka that says back all it gets, and a service that does so too. No response, event or file may show a secret.
const canary = 'canary';
const secretOf = (name: string) => `${canary}-${name}-0123456789`;
const apiKey = secretOf('api-key');
const clientSecret = secretOf('client');
const code = secretOf('code');
const state = secretOf('state');
const own = 'http://127.0.0.1/oauth2/mycallback';

let tokenboard: Awaited<ReturnType<typeof startApp>>;
let peaka: TokenServer;
beforeAll(async () => {
  peaka = await startTokenServer();
  tokenboard = await startApp();
  peaka.respondWith(({ path, method, headers, body }) => {
    const said = `you sent ${body} with ${headers.authorization}`;
    if (path.endsWith('/config'))
      return json([
        { connectionType: 'ga', redirectRequired: true, configuration: [{ fieldName: 'developerToken' }] },
        { connectionType: 'stripe', configuration: [{ fieldName: 'token', required: true }] },
      ]);
    if (path.endsWith('/oauth2')) return json({ message: said, reason: `the code ${code} is used` }, 400);
    if (method === 'PUT') return json({ message: said }, 422);
    if (method === 'DELETE') return { status: 200 };
    if (path.includes('/broken')) return json({ message: said }, 500);
    if (path.includes('/refused')) return json({ message: said, error: state }, 400);
    const { connectionCallback, credential } = body === '' ? {} : JSON.parse(body);
    const query = new URLSearchParams({
      state,
      redirect_uri: credential?.redirectUrl ?? `${peaka.origin}/callback`,
      login_hint: said,
    });
    const url = `${peaka.origin}/consent?${query}`;
    return json({ id: path.split('/')[5] ?? 'c1', name: said, type: 'ga', url, said, connectionCallback }, 200, {
      'x-said': said.slice(0, 500),
    });
  });
});
afterAll(async () => {
  await tokenboard.stop();
  await peaka.close();
});

it('shows no secret of a login through Peaka in a response, event, console text or file [35] [37]', async () => {
  const { ask, get, platform, dataFolder } = tokenboard;
  const responses: { name: string; text: string }[] = [];
  const see = async <Name extends CallName>(name: Name, request: CallRequest<Name>): Promise<void> => {
    responses.push({ name, text: JSON.stringify(await ask(name, request)) });
  };
  const baseUrl = `${peaka.origin}/api/v1`;
  const peakaAccountHere = peakaAccount({ baseUrl, callbackUrl: `${peaka.origin}/callback` });
  await see('peaka.saveAccount', { peakaAccount: peakaAccountHere, apiKey });

  let logins = 0;
  const login = (way: PeakaLoginWay, changes: Partial<CallRequest<'peaka.logIn'>> = {}) => {
    logins += 1;
    return {
      linkId: `link-${logins}`,
      accountId: 'account-1',
      project: { id: 'project-1', name: 'Project' },
      type: 'ga',
      name: `Login ${logins}`,
      way,
      window: 'popup' as const,
      clientId: 'client-1',
      clientSecret,
      ownCallbackUrl: way === 'forwarded' || way === 'own_callback' ? own : '',
      values: { developerToken: secretOf('developer') },
      evenIfRedirectDiffers: false,
      ...changes,
    };
  };
  const exchange = (url: string) => ({ at: Date.now(), method: 'GET', url, requestHeaders: {}, status: 302 });
  platform.login = async ({ authorizationUrl, callbackUrl, onExchange, onErrorPage, forward }) => {
    onExchange?.(exchange(authorizationUrl));
    if (forward !== undefined) onExchange?.(exchange(`${forward.from}?code=${code}&state=${state}`));
    onErrorPage?.({ host: 'login.example', serviceMessage: `state ${state}, secret ${clientSecret}` });
    const query = forward === undefined ? `code=${code}&state=${state}` : 'connectionId=c1&status=success';
    return { url: `${callbackUrl}?${query}`, method: 'GET' };
  };
  for (const projectId of ['project-1', 'broken', 'refused']) {
    const project = { id: projectId, name: 'Project' };
    for (const way of ['peaka_app', 'own_app', 'forwarded', 'own_callback'] as const)
      await see('peaka.logIn', login(way, { project }));
  }
  await see('peaka.logIn', login('own_app', { evenIfRedirectDiffers: true }));

  // The service refuses, and says the client secret back.
  platform.login = async ({ callbackUrl }) => {
    const words = new URLSearchParams({ error: 'invalid_client', error_description: `bad ${clientSecret}`, state });
    return { url: `${callbackUrl}?${words}`, method: 'GET' };
  };
  const refused = login('own_callback');
  const refusal = see('peaka.logIn', refused);
  await expect
    .poll(async () => (await get('peaka.links', {})).find(({ link }) => link.id === refused.linkId)?.login?.step)
    .toBe('service_refused');
  await see('peaka.links', {});
  await see('peaka.passOn', { linkId: refused.linkId, passOn: true });
  await refusal;

  // The system browser, whose visits to this computer are recorded.
  const browser = login('forwarded', { window: 'browser' });
  const waiting = see('peaka.logIn', browser);
  await expect.poll(() => platform.opened.length).toBe(1);
  const from = new URL(platform.opened[0] ?? '').searchParams.get('redirect_uri');
  const visit = await fetch(`${from}?code=${code}&state=${state}`, { redirect: 'manual' });
  expect(visit.headers.get('location')).toBe(`${peaka.origin}/callback?code=${code}&state=${state}`);
  await see('peaka.cancelLogin', { linkId: browser.linkId });
  await waiting;

  const form = { accountId: 'account-1', type: 'stripe', name: 'Form', values: { token: secretOf('form') } };
  for (const projectId of ['project-1', 'broken', 'refused'])
    await see('peaka.createFromForm', { ...form, linkId: `form-${projectId}`, project: { id: projectId, name: 'P' } });
  await see('peaka.updateForm', { linkId: 'form-project-1', name: 'Form', values: { token: secretOf('new') } });
  await see('peaka.links', {});
  await see('console.list', { limit: 2000 });
  const { exchanges } = await get('console.list', { limit: 2000 });
  expect(new Set(exchanges.map(({ kind }) => kind))).toEqual(new Set(['peaka', 'window']));
  for (const { id } of exchanges) {
    await see('console.exchange', { id });
    for (const withToken of [false, true]) await see('console.curl', { id, withToken });
  }
  platform.saveTo = join(dataFolder, 'diagnosis.json');
  await see('console.exportBundle', {});

  // They must have been sent and said back, or this silence says nothing.
  const bodies = peaka.requests.map(({ body }) => body).join('\n');
  for (const secret of [clientSecret, code, state, secretOf('developer'), secretOf('form')])
    expect(bodies).toContain(secret);
  expect(responses.filter(({ text }) => text.includes('you sent')).length).toBeGreaterThan(10);
  expect(responses.map(({ text }) => text).join()).toContain('peaka.invalid_request');
  expect(responses.filter(({ text }) => text.includes(canary))).toEqual([]);
  expect(platform.sent.filter(({ payload }) => JSON.stringify(payload).includes(canary))).toEqual([]);
  expect(platform.windows.map(({ title }) => title).join()).not.toContain(canary);
  expect(filesBelow(dataFolder).filter((path) => readFileSync(path).includes(canary))).toEqual([]);
  expect(readFileSync(join(dataFolder, 'peaka-links.json'), 'utf8')).toContain('link-1');
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
