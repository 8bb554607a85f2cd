import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CallName, CallRequest } from '../../../app/shared/contract/contract.ts';
import { startApp } from '../../servers/start-app.ts';
import { json, startTokenServer, type TokenServer } from '../../servers/token-server.ts';
import { peakaAccount } from '../../unit/peaka/peaka-accounts.ts';
import { connectionTo, quickLogin, type Service, startService } from './service.ts';

// Every value that is handed over has the word in it. Peaka says it all back. No response, event or file of a whole run
// may show it.
const canary = 'canary';
const secretOf = (name: string) => `${canary}-${name}-0123456789`;

let tokenboard: Awaited<ReturnType<typeof startApp>>;
let service: Service;
let peaka: TokenServer;
/** How Peaka responds to a POST or PUT. */
let status = 200;
beforeAll(async () => {
  service = await startService();
  peaka = await startTokenServer();
  tokenboard = await startApp();
  tokenboard.platform.login = quickLogin;
  let issued = 0;
  service.server.respondWith(() => {
    issued += 1;
    return json({
      access_token: secretOf(`access-${issued}`),
      refresh_token: secretOf(`refresh-${issued}`),
      token_type: 'Bearer',
      expires_in: 3600,
    });
  });
  const field = (fieldName: string, required = false) => ({ fieldName, fieldType: 'text', required });
  peaka.respondWith(({ method, path, body, headers }) => {
    if (path.endsWith('/config'))
      return json([
        { connectionType: 'hubspot', redirectRequired: true, configuration: [field('developerToken', true)] },
      ]);
    if (method === 'GET') return json([]);
    const said = { said: body, message: `you sent ${body}`, headers };
    return status === 200 ? json({ id: 'c1', name: 'Sales', type: 'hubspot', ...said }) : json(said, status);
  });
});
afterAll(async () => {
  await tokenboard.stop();
  await service.close();
  await peaka.close();
});

it('shows no value that is handed over, in no response, event, console text or file [35] [37]', async () => {
  const { ask, get, platform, dataFolder } = tokenboard;
  const responses: { name: string; text: string }[] = [];
  const see = async <Name extends CallName>(name: Name, request: CallRequest<Name>): Promise<void> => {
    responses.push({ name, text: JSON.stringify(await ask(name, request)) });
  };
  const id = 'connection-1';
  const handOver = (linkId: string, renewal: 'second_login' | 'stop_here' | 'update_peaka') =>
    see('peaka.handOver', {
      linkId,
      accountId: 'account-1',
      project: { id: 'project-1', name: 'Dashboards' },
      type: 'hubspot',
      name: 'Sales',
      connectionId: id,
      renewal,
      values: { developerToken: secretOf('developer') },
    });

  const draft = connectionTo(service);
  await see('connections.requestToken', {
    connection: draft,
    secrets: { clientSecret: secretOf('client') },
    freshSession: false,
  });
  await see('peaka.saveAccount', {
    peakaAccount: peakaAccount({ baseUrl: `${peaka.origin}/api/v1` }),
    apiKey: secretOf('key'),
  });
  for (const renewal of ['second_login', 'update_peaka', 'stop_here'] as const) {
    await see('peaka.handOverPlan', { connectionId: id, accountId: 'account-1', type: 'hubspot', renewal });
    await handOver(renewal, renewal);
  }
  for (const refusal of [400, 500]) {
    status = refusal;
    await handOver(`refused-${refusal}`, 'second_login');
    await see('connections.requestToken', { connection: draft, secrets: {}, freshSession: false });
    await see('peaka.updateLink', { linkId: 'update_peaka' });
    await see('peaka.setRenewal', { linkId: 'update_peaka', renewal: 'stop_here' });
    await see('peaka.links', {});
    status = 200;
    await see('peaka.updateLink', { linkId: 'update_peaka' });
    await see('peaka.setRenewal', { linkId: 'update_peaka', renewal: 'update_peaka' });
    await see('peaka.updateLink', { linkId: 'second_login' });
  }
  await see('peaka.renameConnection', { id: 'account-1', projectId: 'project-1', connectionId: 'c1', name: 'New' });
  await see('peaka.links', {});
  await see('connections.list', {});
  await see('console.list', { limit: 2000 });
  const { exchanges } = await get('console.list', { limit: 2000 });
  expect(exchanges.filter(({ kind }) => kind === 'peaka').length).toBeGreaterThan(10);
  for (const exchange of exchanges) {
    await see('console.exchange', { id: exchange.id });
    for (const withToken of [false, true])
      if (exchange.kind === 'peaka') await see('console.curl', { id: exchange.id, withToken });
  }
  platform.saveTo = join(dataFolder, 'diagnosis.json');
  await see('console.exportBundle', {});
  await expect.poll(() => platform.sent.length).toBeGreaterThan(3);

  // It must have been sent, and said back, or its silence says nothing.
  const sent = peaka.requests.map(({ body }) => body).join('\n');
  for (const name of ['client', 'developer', 'access-1', 'refresh-1', 'refresh-2'])
    expect(sent).toContain(secretOf(name));
  expect(responses.filter(({ text }) => text.includes('you sent')).length).toBeGreaterThan(5);
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
