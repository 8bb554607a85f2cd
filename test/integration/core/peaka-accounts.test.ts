import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PeakaAccount } from '../../../app/shared/peaka/account.ts';
import { memoryKeyStore } from '../../servers/key-stores.ts';
import { startApp } from '../../servers/start-app.ts';
import { peakaAccount } from '../../unit/peaka/peaka-accounts.ts';
import { peakaOf } from '../practice/peaka-client.ts';
import { type RunningPractice, startPractice } from '../practice/start.ts';

// The app without its window, and the practice Peaka as a real process.

let tokenboard: Awaited<ReturnType<typeof startApp>>;
let practice: RunningPractice;
beforeAll(async () => {
  [tokenboard, practice] = await Promise.all([startApp(), startPractice()]);
});
afterAll(async () => {
  await tokenboard.stop();
  await practice.stop();
});

/** An account as of an installation of one's own, at the practice Peaka. */
const ownAccount = (changes: Partial<PeakaAccount> = {}) =>
  peakaAccount({
    baseUrl: `${practice.origin}/peaka/api/v1/`,
    callbackUrl: `${practice.origin}/peaka/oauth2/callback`,
    ...changes,
  });

describe('an account with a partner key', () => {
  it('is checked, and leads to its projects', async () => {
    const { get, platform } = tokenboard;
    const { partnerKey } = practice.ready.peaka;
    const saved = await get('peaka.saveAccount', { peakaAccount: ownAccount(), apiKey: partnerKey });
    expect(saved).toMatchObject({ hasKey: true, key: null });
    expect(saved.peakaAccount.baseUrl).toBe(`${practice.origin}/peaka/api/v1`);
    const checked = await get('peaka.checkAccount', { id: 'account-1' });
    expect(checked.key).toMatchObject({ kind: 'partner', email: expect.stringContaining('@') });
    expect(checked.peakaAccount.project).toBeNull();
    expect(await get('peaka.accounts', {})).toEqual([checked]);
    expect(platform.sent.map(({ event }) => event)).toContain('peaka.changed');

    const [organization] = await get('peaka.organizations', { id: 'account-1' });
    const organizationId = organization?.id ?? '';
    const workspaces = await get('peaka.workspaces', { id: 'account-1', organizationId });
    const projects = await Promise.all(
      workspaces.map(({ id }) => get('peaka.projects', { id: 'account-1', organizationId, workspaceId: id })),
    );
    expect(projects.flat().map(({ name }) => name)).toEqual(['Shop floor', 'Sales', 'Warehouse']);
  });

  it('has forms for its types', async () => {
    const types = await tokenboard.get('peaka.types', { id: 'account-1' });
    expect(types.find(({ type }) => type === 'POSTGRES')).toMatchObject({
      label: 'PostgreSQL',
      needsLogin: false,
      fields: expect.arrayContaining([
        expect.objectContaining({ name: 'port', kind: 'number', required: true, isSecret: false }),
        expect.objectContaining({ name: 'password', kind: 'text', isSecret: true }),
      ]),
    });
    expect(types.find(({ type }) => type === 'practice_sales')).toMatchObject({ needsLogin: true });
  });
});

describe('an account with a project key', () => {
  it('knows its project, and is told of others that it does not reach them', async () => {
    const { get, ask } = tokenboard;
    const account = ownAccount({ id: 'account-2', organization: { id: 'o', name: 'Old' } });
    await get('peaka.saveAccount', { peakaAccount: account, apiKey: practice.ready.peaka.projectKey });
    const { peakaAccount: checked, key } = await get('peaka.checkAccount', { id: 'account-2' });
    expect(key).toMatchObject({ kind: 'project' });
    expect(checked).toMatchObject({ organization: null, project: { name: 'Shop floor' } });
    expect(await ask('peaka.connections', { id: 'account-2', projectId: 'Wd7nR2Xs' })).toMatchObject({
      ok: false,
      error: { code: 'peaka.forbidden', serviceMessage: expect.stringContaining('project') },
    });
    expect(await ask('peaka.organizations', { id: 'account-2' })).toMatchObject({
      ok: false,
      error: { code: 'peaka.forbidden' },
    });
  });
});

it('says what is wrong with a key, a project and a host', async () => {
  const { get, ask } = tokenboard;
  await get('peaka.saveAccount', { peakaAccount: ownAccount({ id: 'account-3' }), apiKey: 'wrong-key' });
  const failed = async (result: Promise<unknown>, code: string) =>
    expect(await result).toMatchObject({ ok: false, error: { code } });
  await failed(ask('peaka.checkAccount', { id: 'account-3' }), 'peaka.key_refused');
  await failed(ask('peaka.connections', { id: 'account-1', projectId: 'nowhere' }), 'peaka.not_found');
  const elsewhere = ownAccount({ id: 'account-3', baseUrl: `${practice.origin}/somewhere` });
  await get('peaka.saveAccount', { peakaAccount: elsewhere });
  await failed(ask('peaka.checkAccount', { id: 'account-3' }), 'peaka.no_key');
  await get('peaka.saveAccount', { peakaAccount: elsewhere, apiKey: 'wrong-key' });
  await failed(ask('peaka.checkAccount', { id: 'account-3' }), 'peaka.not_json');
  const down = ownAccount({ id: 'account-3', baseUrl: 'http://127.0.0.1:1/api/v1' });
  await get('peaka.saveAccount', { peakaAccount: down, apiKey: 'wrong-key' });
  await failed(ask('peaka.checkAccount', { id: 'account-3' }), 'http.refused');
  await failed(ask('peaka.checkAccount', { id: 'account-9' }), 'peaka.account_not_found');
});

it('lists, shows, renames and deletes a connection that was made elsewhere', async () => {
  const { get, ask } = tokenboard;
  const projectId = 'Kq3vT8Zp';
  const peaka = peakaOf(practice);
  const credential = { url: 'db.example.com', port: 5432, user: 'u', password: 'p', databaseName: 'd', useSsl: true };
  const made = await peaka('POST', `/connections/${projectId}`, { name: 'Orders', type: 'POSTGRES', credential });
  const { id } = made.body as { id: string }; // Peaka's `Connection`
  const remote = { id: 'account-1', projectId, connectionId: id };
  const list = async () => (await get('peaka.connections', { id: 'account-1', projectId })).connections;

  expect(await list()).toContainEqual({ id, name: 'Orders', type: 'POSTGRES', linkId: null });
  const { facts } = await get('peaka.connectionDetail', remote);
  expect(facts).toContainEqual(['url', 'db.example.com']);
  expect(facts.map(([name]) => name)).not.toContain('password');
  await get('peaka.renameConnection', { ...remote, name: 'Orders 2' });
  expect(await list()).toContainEqual({ id, name: 'Orders 2', type: 'POSTGRES', linkId: null });
  await get('peaka.deleteConnection', remote);
  expect(await list()).not.toContainEqual(expect.objectContaining({ id }));
  await get('peaka.deleteConnection', remote);
  expect(await ask('peaka.connectionDetail', remote)).toMatchObject({ ok: false, error: { code: 'peaka.not_found' } });
});

it('starts the practice service for its account, which needs no key', async () => {
  const { get } = tokenboard;
  const account = peakaAccount({ id: 'practice', zone: 'practice' });
  expect(await get('peaka.saveAccount', { peakaAccount: account })).toMatchObject({
    hasKey: true,
    peakaAccount: { baseUrl: '{practice}/peaka/api/v1' },
  });
  expect(await get('practice.status', {})).toMatchObject({ status: 'off' });
  expect(await get('peaka.checkAccount', { id: 'practice' })).toMatchObject({ key: { kind: 'partner' } });
  expect(await get('practice.status', {})).toMatchObject({ status: 'running' });
});

it('has its accounts and what Peaka said again after a restart', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-peaka-'));
  const keyStore = memoryKeyStore();
  try {
    const first = await startApp({ dataFolder, keyStore });
    await first.get('peaka.saveAccount', { peakaAccount: ownAccount(), apiKey: practice.ready.peaka.projectKey });
    const checked = await first.get('peaka.checkAccount', { id: 'account-1' });
    await first.stop();
    const second = await startApp({ dataFolder, keyStore });
    expect(await second.get('peaka.accounts', {})).toEqual([checked]);
    expect(await second.get('peaka.connections', { id: 'account-1', projectId: 'Kq3vT8Zp' })).toMatchObject({
      gone: [],
    });
    await second.get('peaka.deleteAccount', { id: 'account-1' });
    expect(await second.get('peaka.accounts', {})).toEqual([]);
    expect(readdirSync(join(dataFolder, 'vault')).filter((name) => name.includes('account-1'))).toEqual([]);
    await second.stop();
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
});
