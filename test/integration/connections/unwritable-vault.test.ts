import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApp } from '../../servers/start-app.ts';
import { connectionTo, quickLogin, resourceAt, type Service, startService } from '../core/service.ts';

let service: Service;
let tokenboard: Awaited<ReturnType<typeof startApp>>;
beforeEach(async () => {
  service = await startService();
  tokenboard = await startApp();
});
afterEach(async () => {
  await tokenboard.stop();
  await service.close();
});

it('does not lose a login to a vault that cannot be written: it is used, and stored when that works again [29]', async () => {
  const { get, platform, dataFolder, keyStore, app } = tokenboard;
  const vault = join(dataFolder, 'vault');
  await get('resources.save', { resource: resourceAt(service), secrets: {} });
  platform.login = async (window) => {
    renameSync(vault, `${vault}-away`);
    return quickLogin(window);
  };
  const request = { connection: connectionTo(service), secrets: {}, freshSession: false };
  const view = await get('connections.requestToken', request);
  expect(view.status).toMatchObject({ status: 'failing', error: { code: 'vault.unwritable' } });
  expect(await get('resources.run', { id: 'resource-1' })).toMatchObject({ status: 200 });

  renameSync(`${vault}-away`, vault);
  const statusNow = async () => (await get('connections.list', {}))[0]?.status.status;
  await expect.poll(statusNow, { timeout: 30_000 }).toBe('authorized');
  await app.close();
  const next = await startApp({ dataFolder, keyStore });
  expect((await next.get('connections.list', {}))[0]?.status).toMatchObject({ status: 'authorized' });
  expect(await next.get('resources.run', { id: 'resource-1' })).toMatchObject({ status: 200 });
  await next.app.close();
});
