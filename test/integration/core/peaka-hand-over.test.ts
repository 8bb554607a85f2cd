import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PeakaRenewal } from '../../../app/shared/peaka/link.ts';
import { connection } from '../../servers/items.ts';
import { peakaDocument } from '../../servers/peaka-slips.ts';
import { type Prism, startPrism } from '../../servers/prism.ts';
import { startApp } from '../../servers/start-app.ts';
import { peakaAccount } from '../../unit/peaka/peaka-accounts.ts';
import { decide, readOnPage, shopFloor } from '../practice/peaka-client.ts';
import { type RunningPractice, startPractice } from '../practice/start.ts';

// Way 1 with each choice of who renews. The provider behind both sides gives a refresh token once, and ends the whole
// authorization when one is used twice. Peaka's own document stands between (Prism).

let tokenboard: Awaited<ReturnType<typeof startApp>>;
let practice: RunningPractice;
let prism: Prism;
beforeAll(async () => {
  [tokenboard, practice] = await Promise.all([startApp(), startPractice()]);
  prism = await startPrism(peakaDocument(), `${practice.origin}/peaka/api/v1`);
  tokenboard.platform.login = async ({ authorizationUrl }) => ({
    url: (await decide(practice, authorizationUrl)).url.href,
    method: 'GET',
  });
  const { get } = tokenboard;
  const callbackUrl = `${practice.origin}/peaka/oauth2/callback`;
  const account = peakaAccount({ baseUrl: prism.origin, callbackUrl });
  await get('peaka.saveAccount', { peakaAccount: account, apiKey: practice.ready.peaka.partnerKey });
});
afterAll(async () => {
  await tokenboard.stop();
  await prism.close();
  await practice.stop();
});

/** An authorized connection that is handed over. */
async function handOver(renewal: PeakaRenewal, type = 'practice_sales', values = {}) {
  const { get } = tokenboard;
  const id = `connection ${renewal}`;
  const { clientId, clientSecret } = practice.ready.oauth2;
  const made = connection({
    id,
    clientId,
    authorizationUrl: `${practice.origin}/oauth2/authorize`,
    accessTokenUrl: `${practice.origin}/oauth2/token`,
    scopes: ['sales:read', 'inventory:read', 'offline_access'],
  });
  await get('connections.requestToken', { connection: made, secrets: { clientSecret }, freshSession: false });
  const plan = await get('peaka.handOverPlan', { connectionId: id, accountId: 'account-1', type, renewal });
  const { link } = await get('peaka.handOver', {
    linkId: renewal,
    accountId: 'account-1',
    project: { id: shopFloor, name: 'Shop floor' },
    type,
    name: renewal,
    connectionId: id,
    renewal,
    values,
  });
  expect(link).toMatchObject({ state: 'ready', renewal });
  const readAtPeaka = (action: 'read' | 'renew') => readOnPage(practice, link.peakaId, action);
  return { id, plan, readAtPeaka };
}

it('a second login: both sides renew, as often as they like', async () => {
  const { id, plan, readAtPeaka } = await handOver('second_login');
  expect(plan).toEqual({
    handed: ['clientId', 'clientSecret', 'accessToken', 'refreshToken'],
    missing: [],
    rotates: null,
    canLogInAgain: true,
  });
  for (const _ of [1, 2]) {
    await tokenboard.get('connections.refresh', { id });
    expect(await readAtPeaka('renew')).toMatch(/^The token was renewed/);
  }
  expect(prism.violations()).toEqual([]);
});

it('Peaka renews: this side does not, so no refresh token is burnt', async () => {
  const { id, readAtPeaka } = await handOver('stop_here', 'practice_inventory', { warehouse: 'STR-1' });
  expect(await tokenboard.fail('connections.refresh', { id })).toMatchObject({ code: 'peaka.renews_there' });
  for (const _ of [1, 2]) expect(await readAtPeaka('renew')).toMatch(/^The token was renewed/);
  // Nor once it has forgotten that it handed the token over.
  await tokenboard.get('peaka.forgetLink', { linkId: 'stop_here' });
  expect(await tokenboard.fail('connections.refresh', { id })).toMatchObject({ code: 'token.no_refresh_token' });
  expect(await readAtPeaka('renew')).toMatch(/^The token was renewed/);
  expect(prism.violations()).toEqual([]);
});

it('Tokenboard renews: Peaka gets each new access token, and has no refresh token to burn', async () => {
  const { id, plan, readAtPeaka } = await handOver('update_peaka');
  expect(plan.handed).not.toContain('refreshToken');
  expect(await readAtPeaka('read')).toBe('1,600 rows were read.');
  expect(await readAtPeaka('renew')).toMatch(/there is no refresh token/);
  const puts = () => prism.forwarded().filter((line) => /^PUT .* 200$/.test(line)).length;
  const before = puts();
  await tokenboard.get('connections.refresh', { id });
  await expect.poll(puts).toBe(before + 1);
  expect(await readAtPeaka('read')).toBe('1,600 rows were read.');
  await expect
    .poll(async () => (await tokenboard.get('peaka.links', {})).find(({ link }) => link.id === 'update_peaka')?.link)
    .toMatchObject({ pending: null });
  expect(prism.violations()).toEqual([]);
});
