import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CallRequest } from '../../../app/shared/contract/contract.ts';
import { peakaDocument } from '../../servers/peaka-slips.ts';
import { type Prism, startPrism } from '../../servers/prism.ts';
import { startApp } from '../../servers/start-app.ts';
import { peakaAccount } from '../../unit/peaka/peaka-accounts.ts';
import { decide, readOnPage, shopFloor } from '../practice/peaka-client.ts';
import { type RunningPractice, startPractice } from '../practice/start.ts';

// The app without its window, Prism with Peaka's own document, and behind it the practice Peaka: each way by its call.

let tokenboard: Awaited<ReturnType<typeof startApp>>;
let practice: RunningPractice;
let prism: Prism;
beforeAll(async () => {
  [tokenboard, practice] = await Promise.all([startApp(), startPractice()]);
  prism = await startPrism(peakaDocument(), `${practice.origin}/peaka/api/v1`);
  const account = peakaAccount({
    baseUrl: prism.origin,
    callbackUrl: `${practice.origin}/peaka/oauth2/callback`,
  });
  await tokenboard.get('peaka.saveAccount', { peakaAccount: account, apiKey: practice.ready.peaka.partnerKey });
  await tokenboard.get('peaka.checkAccount', { id: account.id });
});
afterAll(async () => {
  await tokenboard.stop();
  await prism.close();
  await practice.stop();
});

const project = { id: shopFloor, name: 'Shop floor' };
const link = { accountId: 'account-1', project };
const ownUrl = 'https://www.peakboard.com/oauth2-callback/';
const ownLoopbackUrl = 'http://127.0.0.1/oauth2/mycallback';

/** The redirects that a browser follows, from one program to the other, until a page is shown. Returns its address. */
async function follow(url: string): Promise<string> {
  if (!/^http:\/\/127\.0\.0\.1:/.test(url)) return url;
  const location = (await fetch(url, { redirect: 'manual' })).headers.get('location');
  return location === null ? url : follow(new URL(location, url).href);
}

function logInAs(decision: 'allow' | 'deny'): void {
  const { platform } = tokenboard;
  platform.login = async ({ authorizationUrl, forward }) => {
    const { href } = (await decide(practice, authorizationUrl, decision)).url;
    const query = href.slice(href.indexOf('?'));
    // What the popup does with the user's own address.
    const isOwn = forward !== undefined && href.startsWith(forward.from);
    return { url: isOwn ? await follow(forward.to + query) : href, method: 'GET' };
  };
  platform.openInSystemBrowser = async (url) => {
    await follow((await decide(practice, url, decision)).url.href);
  };
}

type Login = CallRequest<'peaka.logIn'>;
const loginOf = (linkId: string, changes: Partial<Login>): Login => ({
  ...link,
  linkId,
  name: linkId,
  type: 'practice_sales',
  way: 'peaka_app',
  window: 'popup',
  clientId: '',
  clientSecret: '',
  ownCallbackUrl: '',
  values: {},
  evenIfRedirectDiffers: false,
  ...changes,
});

it.each([
  ['2a in a popup', { way: 'peaka_app' }],
  ['2a in the browser', { way: 'peaka_app', window: 'browser' }],
  ['2b-1 in a popup', { way: 'own_app' }],
  ['2b-1 in the browser', { way: 'own_app', window: 'browser' }],
  ['2b-2 in a popup', { way: 'forwarded', ownCallbackUrl: ownUrl }],
  ['2b-2 in the browser', { way: 'forwarded', window: 'browser', ownCallbackUrl: ownLoopbackUrl }],
  ['2b-3 in a popup', { way: 'own_callback', ownCallbackUrl: ownUrl }],
  ['2b-3 in the browser', { way: 'own_callback', window: 'browser', ownCallbackUrl: ownLoopbackUrl }],
] as const)('way %s gives Peaka tokens that work, for each type', async (name, way) => {
  logInAs('allow');
  const app = way.way === 'peaka_app' ? {} : practice.ready.oauth2;
  const types = way.way === 'peaka_app' ? ['practice_sales'] : ['practice_sales', 'practice_inventory'];
  for (const type of types) {
    const values = type === 'practice_inventory' ? { warehouse: 'STR-1' } : {};
    const { get } = tokenboard;
    const view = await get('peaka.logIn', loginOf(`${name} ${type}`, { ...way, ...app, type, values }));
    expect(view).toMatchObject({ link: { state: 'ready', way: way.way }, login: null });
    expect(await readOnPage(practice, view.link.peakaId, 'read')).toMatch(/ rows were read\.$/);
    expect(await readOnPage(practice, view.link.peakaId, 'renew')).toMatch(/^The token was renewed/);
  }
  expect(prism.violations()).toEqual([]);
});

it.each(['peaka_app', 'own_app', 'forwarded'] as const)('says that the user denied: %s', async (way) => {
  logInAs('deny');
  const { fail, get } = tokenboard;
  const app = way === 'peaka_app' ? {} : practice.ready.oauth2;
  const error = await fail('peaka.logIn', loginOf(`denied ${way}`, { way, ownCallbackUrl: ownUrl, ...app }));
  expect(error).toMatchObject({ code: 'peaka.login_failed' });
  const views = await get('peaka.links', {});
  const left = views.find(({ link: { name } }) => name === `denied ${way}`);
  expect(left?.link).toMatchObject({ state: 'unfinished', error: { code: 'peaka.login_failed' } });
  const remote = { id: 'account-1', projectId: shopFloor, connectionId: left?.link.peakaId ?? '' };
  await get('peaka.deleteConnection', remote);
  expect(prism.violations()).toEqual([]);
});

it('a refusal that is passed on ends the login at Peaka, too', async () => {
  logInAs('deny');
  const { ask, get, fail } = tokenboard;
  const request = loginOf('refused', { way: 'own_callback', ownCallbackUrl: ownUrl, ...practice.ready.oauth2 });
  const waiting = fail('peaka.logIn', request);
  await expect
    .poll(async () => (await get('peaka.links', {})).find(({ link: { id } }) => id === 'refused')?.login?.step)
    .toBe('service_refused');
  const passedOn = await ask('peaka.passOn', { linkId: 'refused', passOn: true });
  expect(await waiting).toMatchObject({ code: expect.stringMatching(/^peaka\./) });
  expect(passedOn).toBeDefined();
  const page = await fetch(`${practice.origin}/peaka/`);
  expect(await page.text()).toContain('Its login did not succeed');
  expect(prism.violations()).toEqual([]);
});

it('a form is created, changed, and found again', async () => {
  const { get } = tokenboard;
  const values = { url: 'db', port: 5432, user: 'u', password: 'p', databaseName: 'd', useSsl: true };
  const made = await get('peaka.createFromForm', { ...link, linkId: 'form', type: 'POSTGRES', name: 'Db', values });
  expect(made).toMatchObject({ link: { state: 'ready', way: 'form' } });
  await get('peaka.updateForm', { linkId: 'form', name: 'Database', values: { port: 5433 } });
  const remote = { id: 'account-1', projectId: shopFloor, connectionId: made.link.peakaId };
  expect((await get('peaka.connectionDetail', remote)).facts).toContainEqual(['port', '5433']);
  expect((await get('peaka.connections', { id: 'account-1', projectId: shopFloor })).connections).toContainEqual({
    id: made.link.peakaId,
    name: 'Database',
    type: 'POSTGRES',
    linkId: 'form',
  });
  expect(prism.violations()).toEqual([]);
});
