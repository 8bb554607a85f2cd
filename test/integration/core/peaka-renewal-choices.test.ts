import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PeakaRenewal } from '../../../app/shared/peaka/link.ts';
import type { Login } from '../../servers/fake-platform.ts';
import { connection } from '../../servers/items.ts';
import { memoryKeyStore } from '../../servers/key-stores.ts';
import { startApp } from '../../servers/start-app.ts';
import { peakaAccount } from '../../unit/peaka/peaka-accounts.ts';
import { allScopes } from '../practice/oauth2-client.ts';
import { decide, readOnPage, shopFloor } from '../practice/peaka-client.ts';
import { type RunningPractice, startPractice } from '../practice/start.ts';
import { type PeakaGate, startPeakaGate } from './peaka-gate.ts';

// Way 1 against a provider that replaces each refresh token, and ends the grant if one is used twice. Behind it Peaka
// renews with what it was given.

const id = 'connection-1';
const linkId = 'link-1';
const keyStore = memoryKeyStore();
let dataFolder: string;
let practice: RunningPractice;
let gate: PeakaGate;
let tokenboard: Awaited<ReturnType<typeof startApp>>;

/** A person logs in, agrees, and comes back. */
const login: Login = async ({ authorizationUrl }) => {
  const { url } = await decide(practice, authorizationUrl);
  return { url: url.href, method: 'GET' };
};

const open = async () => {
  tokenboard = await startApp({ dataFolder, keyStore });
  tokenboard.platform.login = login;
};
beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-peaka-'));
  practice = await startPractice();
  gate = await startPeakaGate(practice);
  await open();
  const { get } = tokenboard;
  const { clientId, clientSecret } = practice.ready.oauth2;
  const draft = connection({
    id,
    authorizationUrl: `${practice.origin}/oauth2/authorize`,
    accessTokenUrl: `${practice.origin}/oauth2/token`,
    clientId,
    scopes: allScopes.split(' '),
  });
  await get('connections.requestToken', { connection: draft, secrets: { clientSecret }, freshSession: false });
  const account = peakaAccount({ baseUrl: gate.baseUrl });
  await get('peaka.saveAccount', { peakaAccount: account, apiKey: practice.ready.peaka.partnerKey });
});
afterEach(async () => {
  await tokenboard.stop();
  await gate.close();
  await practice.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

const request = (renewal: PeakaRenewal) => ({
  linkId,
  accountId: 'account-1',
  project: { id: shopFloor, name: 'Shop floor' },
  type: 'practice_sales',
  name: 'Sales',
  connectionId: id,
  renewal,
  values: {},
});
const handOver = (renewal: PeakaRenewal) => tokenboard.get('peaka.handOver', request(renewal));
const linkNow = async () =>
  (await tokenboard.get('peaka.links', {})).map(({ link }) => link).find((link) => link.id === linkId);
const peakaIdNow = async () => (await linkNow())?.peakaId ?? '';

const renewed = 'The token was renewed, and 1,600 rows were read.';
const peakaRenews = async () => readOnPage(practice, await peakaIdNow(), 'renew');
const peakaReads = async () => readOnPage(practice, await peakaIdNow(), 'read');
const tokenboardRenews = async () => (await tokenboard.get('connections.refresh', { id })).status;
const statusNow = async () => (await tokenboard.get('connections.list', {}))[0]?.status;
const logInHere = async () => {
  const [view] = await tokenboard.get('connections.list', {});
  if (view === undefined) throw new Error('no connection');
  await tokenboard.get('connections.requestToken', {
    connection: view.connection,
    secrets: {},
    freshSession: false,
  });
};
const accessTokenHere = async () => (await tokenboard.get('secrets.reveal', { owner: id, name: 'accessToken' })).value;

it('plans a hand-over with the names of what goes to Peaka', async () => {
  const plan = { connectionId: id, accountId: 'account-1', type: 'practice_sales' };
  await tokenboardRenews();
  expect(await tokenboard.get('peaka.handOverPlan', { ...plan, renewal: 'second_login' })).toEqual({
    handed: ['clientId', 'clientSecret', 'accessToken', 'refreshToken'],
    missing: [],
    rotates: true,
    canLogInAgain: true,
  });
  const other = { ...plan, type: 'practice_inventory', renewal: 'update_peaka' } as const;
  expect(await tokenboard.get('peaka.handOverPlan', other)).toMatchObject({
    handed: ['clientId', 'clientSecret', 'accessToken'],
    missing: ['warehouse'],
  });
});

describe('each side goes on renewing, and no refresh token is burnt [29]', () => {
  it('after a second login for Peaka alone', async () => {
    const { platform } = tokenboard;
    const before = await accessTokenHere();
    const { link, secrets } = await handOver('second_login');
    expect(link).toMatchObject({ state: 'ready', renewal: 'second_login', pending: null });
    expect(secrets).toEqual(['accessToken', 'refreshToken']);
    expect(platform.windows).toHaveLength(2);
    expect(await accessTokenHere()).toBe(before);
    for (let round = 0; round < 3; round += 1) {
      expect(await peakaRenews()).toBe(renewed);
      expect(await tokenboardRenews()).toMatchObject({ status: 'authorized', refreshTokenRotates: true });
    }
    // A new name, and an update, do not bring back a token that Peaka has used.
    const where = { id: 'account-1', projectId: shopFloor, connectionId: link.peakaId };
    await tokenboard.get('peaka.renameConnection', { ...where, name: 'Sales by day' });
    expect(await peakaRenews()).toBe(renewed);
    await tokenboard.get('peaka.updateLink', { linkId });
    expect(platform.windows).toHaveLength(3);
    expect(await peakaRenews()).toBe(renewed);
    expect(await linkNow()).toMatchObject({ name: 'Sales by day', pending: null });
  });

  it('after Peaka was given the refresh token for good, and the user logged in here again', async () => {
    await handOver('stop_here');
    expect(await statusNow()).toMatchObject({
      status: 'authorized',
      renewsByItself: false,
      forecast: { kind: 'ends' },
    });
    const error = await tokenboard.fail('connections.refresh', { id });
    expect(error.code).toBe('peaka.renews_there');
    expect(await peakaRenews()).toBe(renewed);
    expect(await peakaRenews()).toBe(renewed);

    await logInHere();
    expect(await linkNow()).toMatchObject({ renewal: 'second_login', pending: null });
    expect(await statusNow()).toMatchObject({ status: 'authorized', renewsByItself: true });
    for (let round = 0; round < 2; round += 1) {
      expect(await tokenboardRenews()).toMatchObject({ status: 'authorized' });
      expect(await peakaRenews()).toBe(renewed);
    }
  });

  it('where Tokenboard alone renews, and sends Peaka each new token', async () => {
    await handOver('update_peaka');
    expect(gate.sent('POST').map(({ credential }) => Object.keys(credential ?? {}))).toEqual([
      ['clientId', 'clientSecret', 'accessToken'],
    ]);
    expect(await peakaRenews()).toMatch(/^The access token is not valid any more/);
    for (let round = 1; round <= 2; round += 1) {
      expect(await tokenboardRenews()).toMatchObject({ status: 'authorized' });
      await expect.poll(linkNow).toMatchObject({ pending: null });
      await expect.poll(() => gate.sent('PUT')).toHaveLength(round);
      expect(gate.sent('PUT').at(-1)?.credential?.accessToken).toBe(await accessTokenHere());
      expect(await peakaReads()).toBe('1,600 rows were read.');
    }
    await logInHere();
    await expect.poll(() => gate.sent('PUT')).toHaveLength(3);
    expect(await peakaReads()).toBe('1,600 rows were read.');
  });

  it('after the choice was changed, one after the other', async () => {
    await handOver('update_peaka');
    await tokenboard.get('peaka.setRenewal', { linkId, renewal: 'stop_here' });
    expect(await peakaRenews()).toBe(renewed);
    expect((await tokenboard.fail('connections.refresh', { id })).code).toBe('peaka.renews_there');
    await tokenboard.get('peaka.setRenewal', { linkId, renewal: 'second_login' });
    expect(await peakaRenews()).toBe(renewed);
    await logInHere();
    expect(await tokenboardRenews()).toMatchObject({ status: 'authorized' });
    expect(await peakaRenews()).toBe(renewed);
    await tokenboard.get('peaka.setRenewal', { linkId, renewal: 'update_peaka' });
    expect(await peakaRenews()).toMatch(/^The access token is not valid any more/);
    expect(await tokenboardRenews()).toMatchObject({ status: 'authorized' });
    await expect.poll(peakaReads).toBe('1,600 rows were read.');
  });
});

it('uses the token that was handed over for good until it expires', async () => {
  practice.setTokenLifetime(3);
  await logInHere();
  await handOver('stop_here');
  const usable = () => tokenboard.ask('connections.refresh', { id });
  expect(await statusNow()).toMatchObject({ status: 'authorized' });
  await expect
    .poll(statusNow, { timeout: 10_000 })
    .toMatchObject({ status: 'needs_login', error: { code: 'peaka.renews_there' } });
  expect(await usable()).toMatchObject({ ok: false, error: { code: 'peaka.renews_there' } });
  expect(await peakaRenews()).toBe(renewed);
  // Without its link the connection is this app's again. Here its refresh token is used up, so only a login helps.
  await tokenboard.get('peaka.forgetLink', { linkId });
  expect(await statusNow()).not.toMatchObject({ error: { code: 'peaka.renews_there' } });
});

it('sends an update later that Peaka could not receive, also over a restart of the app', async () => {
  await handOver('update_peaka');
  gate.state = 503;
  await tokenboardRenews();
  await expect.poll(linkNow).toMatchObject({ pending: { attempts: 1, error: { code: 'peaka.server_error' } } });
  const waiting = await linkNow();
  expect(waiting?.pending?.retryAt).toBeGreaterThan(Date.now());
  await tokenboard.stop();
  gate.state = 'open';
  await open();
  expect(await linkNow()).toMatchObject({ pending: { attempts: 1 } });
  await expect.poll(linkNow, { timeout: 10_000 }).toMatchObject({ pending: null });
  expect(gate.sent('PUT').at(-1)?.credential?.accessToken).toBe(await accessTokenHere());
  expect(await peakaReads()).toBe('1,600 rows were read.');
});

it('stops at a connection that was deleted at Peaka, and says so', async () => {
  const { link } = await handOver('update_peaka');
  const where = { id: 'account-1', projectId: shopFloor, connectionId: link.peakaId };
  const { partnerKey } = practice.ready.peaka;
  await fetch(`${practice.origin}/peaka/api/v1/connections/${shopFloor}/${link.peakaId}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${partnerKey}` },
  });
  await tokenboardRenews();
  await expect.poll(linkNow).toMatchObject({ pending: { retryAt: null, error: { code: 'peaka.not_found' } } });
  expect((await tokenboard.get('peaka.connections', where)).gone).toEqual([linkId]);
  tokenboard.platform.wake();
  expect((await tokenboard.fail('peaka.updateLink', { linkId })).code).toBe('peaka.not_found');
  expect(gate.sent('PUT')).toHaveLength(2);
});

it('waits for a good API key, and sends the update after the account was saved', async () => {
  await handOver('update_peaka');
  gate.state = 401;
  await tokenboardRenews();
  await expect.poll(linkNow).toMatchObject({ pending: { retryAt: null, error: { code: 'peaka.key_refused' } } });
  gate.state = 'open';
  const [account] = await tokenboard.get('peaka.accounts', {});
  if (account === undefined) throw new Error('no account');
  await tokenboard.get('peaka.saveAccount', { peakaAccount: account.peakaAccount });
  // The queue starts its work shortly after the window is open.
  await expect.poll(linkNow, { timeout: 10_000 }).toMatchObject({ pending: null });
  expect(await peakaReads()).toBe('1,600 rows were read.');
});

it('knows a connection whose response was lost as unfinished, and sends nothing twice', async () => {
  gate.state = 'lost';
  const error = await tokenboard.fail('peaka.handOver', request('stop_here'));
  expect(error.code).toBe('peaka.result_unknown');
  expect(gate.sent('POST')).toHaveLength(1);
  gate.state = 'open';
  const known = { state: 'unfinished', peakaId: '', error: { code: 'peaka.result_unknown' } };
  expect(await linkNow()).toMatchObject(known);
  // Peaka may have the refresh token.
  expect((await tokenboard.fail('connections.refresh', { id })).code).toBe('peaka.renews_there');
  await tokenboard.stop();
  await open();
  expect(await linkNow()).toMatchObject(known);
  const where = { id: 'account-1', projectId: shopFloor };
  const { connections } = await tokenboard.get('peaka.connections', where);
  expect(connections.map(({ name }) => name)).toEqual(['Sales']);
  expect(gate.sent('POST')).toHaveLength(1);
});

it('leaves everything as it was if Peaka was not reached', async () => {
  gate.state = 503;
  expect((await tokenboard.fail('peaka.handOver', request('stop_here'))).code).toBe('peaka.server_error');
  expect(await linkNow()).toBeUndefined();
  expect(await tokenboardRenews()).toMatchObject({ status: 'authorized', renewsByItself: true });
});

it('shows the second login as a login of the connection, which can be cancelled', async () => {
  const { get, ask, platform } = tokenboard;
  platform.login = () => new Promise(() => undefined);
  const handing = ask('peaka.handOver', request('second_login'));
  await expect.poll(statusNow).toMatchObject({ status: 'authorizing', step: 'waiting_for_login' });
  const other = { ...request('second_login'), linkId: 'link-2' };
  expect((await tokenboard.fail('peaka.handOver', other)).code).toBe('connection.login_running');
  await get('connections.cancelRequest', { id });
  expect(await handing).toMatchObject({ ok: false, error: { code: 'window.cancelled' } });
  expect(await linkNow()).toBeUndefined();
  expect(await statusNow()).toMatchObject({ status: 'authorized' });
});
