import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CallName, CallRequest } from '../../../app/shared/contract/contract.ts';
import { startApp } from '../../servers/start-app.ts';
import { json, startTokenServer, type TokenServer } from '../../servers/token-server.ts';
import { peakaAccount } from '../../unit/peaka/peaka-accounts.ts';

// A Peaka that says the key back wherever it can. No response, event or file of a whole run may show it.
const canary = 'canary';
const apiKey = `${canary}-peaka-key-0123456789`;

let tokenboard: Awaited<ReturnType<typeof startApp>>;
let peaka: TokenServer;
beforeAll(async () => {
  peaka = await startTokenServer();
  tokenboard = await startApp();
  peaka.respondWith(({ path, headers, method }) => {
    const said = `you sent ${headers.authorization}`;
    if (path.includes('/refused')) return json({ errorCode: 7, message: said, reason: apiKey.slice(0, 20) }, 400);
    if (path.includes('/plain')) return { status: 500, body: `${said}\nat line 1` };
    if (path.includes('/page'))
      return { status: 404, headers: { 'content-type': 'text/html' }, body: `<title>${said}</title>` };
    if (path.includes('/moved')) return { status: 302, headers: { location: `https://${apiKey}.example.com/${said}` } };
    if (method === 'DELETE') return { status: 200 };
    if (path.endsWith('/info'))
      return json({ userId: said, email: said, projectId: 'project-1', projectName: `Project ${apiKey}` });
    if (path.endsWith('/config'))
      return json([{ connectionType: 'stripe', connectionTypeLabel: said, configuration: [{ fieldName: said }] }]);
    if (path.endsWith('/detail')) return json({ type: 'stripe', said, headers });
    return json([{ id: 'c1', name: said, type: 'stripe', said, headers }], 200, { 'x-said': said });
  });
});
afterAll(async () => {
  await tokenboard.stop();
  await peaka.close();
});

it('shows the API key in no response, event, console text or file but the vault [35] [37]', async () => {
  const { ask, get, platform, dataFolder } = tokenboard;
  const responses: { name: string; text: string }[] = [];
  const see = async <Name extends CallName>(name: Name, request: CallRequest<Name>): Promise<void> => {
    responses.push({ name, text: JSON.stringify(await ask(name, request)) });
  };
  const account = (changes = {}) => peakaAccount({ baseUrl: `${peaka.origin}/api/v1`, ...changes });
  const id = 'account-1';

  await see('peaka.saveAccount', { peakaAccount: account({ callbackUrl: 'nonsense' }), apiKey });
  await see('peaka.saveAccount', { peakaAccount: account(), apiKey: `${apiKey}\u200b` });
  await see('peaka.saveAccount', { peakaAccount: account(), apiKey });
  await see('peaka.checkAccount', { id });
  await see('peaka.organizations', { id });
  await see('peaka.workspaces', { id, organizationId: 'o' });
  await see('peaka.projects', { id, organizationId: 'o', workspaceId: 'w' });
  await see('peaka.types', { id });
  for (const projectId of ['project-1', 'refused', 'plain', 'page', 'moved']) {
    await see('peaka.connections', { id, projectId });
    await see('peaka.connectionDetail', { id, projectId, connectionId: 'c1' });
    await see('peaka.renameConnection', { id, projectId, connectionId: 'c1', name: 'New' });
    await see('peaka.deleteConnection', { id, projectId, connectionId: 'c1' });
  }
  await see('peaka.accounts', {});
  await see('peaka.links', {});
  // Without a key at another host.
  await see('peaka.saveAccount', { peakaAccount: account({ baseUrl: `${peaka.origin}/other` }) });
  await see('peaka.checkAccount', { id });
  await see('peaka.deleteAccount', { id });
  await see('peaka.saveAccount', { peakaAccount: account(), apiKey });
  await see('console.list', { limit: 2000 });
  const { exchanges } = await get('console.list', { limit: 2000 });
  expect(new Set(exchanges.map(({ kind }) => kind))).toEqual(new Set(['peaka']));
  for (const exchange of exchanges) {
    await see('console.exchange', { id: exchange.id });
    for (const withToken of [false, true]) await see('console.curl', { id: exchange.id, withToken });
  }
  platform.saveTo = join(dataFolder, 'diagnosis.json');
  await see('console.exportBundle', {});
  await expect.poll(() => platform.sent.length).toBeGreaterThan(3);

  // It must have been sent, and the run must show something, or its silence says nothing.
  expect(peaka.requests.every(({ headers }) => headers.authorization === `Bearer ${apiKey}`)).toBe(true);
  expect(peaka.requests.filter(({ path }) => path.startsWith('/other'))).toEqual([]);
  expect(readFileSync(platform.saveTo, 'utf8')).toContain(`${peaka.origin}/api/v1/info`);
  expect(responses.filter(({ text }) => text.includes('you sent')).length).toBeGreaterThan(10);
  expect(responses.filter(({ text }) => text.includes(canary))).toEqual([]);
  expect(platform.sent.filter(({ payload }) => JSON.stringify(payload).includes(canary))).toEqual([]);
  expect(filesBelow(dataFolder).filter((path) => readFileSync(path).includes(canary))).toEqual([]);
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
