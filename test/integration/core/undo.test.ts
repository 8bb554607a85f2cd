import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { connection, resource } from '../../servers/items.ts';
import { startApp } from '../../servers/start-app.ts';

it('brings secrets back on Undo that it cannot decrypt at the time [38]', { timeout: 60_000 }, async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-core-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  const environment = { TOKENBOARD_KEY: 'the key of the user' };
  const first = await startApp({ dataFolder, environment });
  await first.get('connections.save', { connection: connection(), secrets: { clientSecret: 'hush' } });
  const bearer = resource({ authorization: { type: 'bearer' } });
  await first.get('resources.save', { resource: bearer, secrets: { bearerToken: 'tok' } });
  await first.stop();

  // Without its key the app shows all, and can read nothing.
  const locked = await startApp({ dataFolder });
  expect((await locked.fail('secrets.reveal', { owner: 'connection-1', name: 'clientSecret' })).code).toBe(
    'vault.locked',
  );
  await locked.get('connections.delete', { id: 'connection-1', evenIfUsed: true });
  await locked.get('resources.delete', { id: 'resource-1' });
  expect(await locked.get('connections.restore', { id: 'connection-1' })).toMatchObject({ secrets: ['clientSecret'] });
  expect(await locked.get('resources.restore', { id: 'resource-1' })).toMatchObject({ secrets: ['bearerToken'] });
  await locked.stop();

  const again = await startApp({ dataFolder, environment });
  const reveal = (owner: string, name: string) => again.get('secrets.reveal', { owner, name });
  expect(await reveal('connection-1', 'clientSecret')).toEqual({ value: 'hush' });
  expect(await reveal('resource-1', 'bearerToken')).toEqual({ value: 'tok' });
  await again.stop();
});
