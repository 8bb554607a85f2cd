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

const withHeaders = (...names: string[]) =>
  resource({ headers: names.map((name) => ({ name, value: '', secret: true })) });

it('brings the value of a secret header back by an undo, and by nothing else, until the app ends [38]', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-core-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  const first = await startApp({ dataFolder });
  const save = (
    ...[saved, secrets, bringBack]: [ReturnType<typeof resource>, Record<string, string | null>?, string[]?]
  ) => first.get('resources.save', { resource: saved, secrets: secrets ?? {}, bringBack });
  const reveal = (name: string) => first.get('secrets.reveal', { owner: 'resource-1', name });
  await save(withHeaders('X-Key'), { 'header:x-key': 'hush' });
  // Also where its name comes with it as removed.
  expect((await save(withHeaders(), { 'header:x-key': null })).secrets).toEqual([]);
  expect((await save(withHeaders('X-Key'))).secrets).toEqual([]);
  expect((await save(withHeaders('X-Key'), {}, ['header:x-key'])).secrets).toEqual(['header:x-key']);
  expect(await reveal('header:x-key')).toEqual({ value: 'hush' });
  // A lock that was opened and closed again.
  await save(resource({ headers: [{ name: 'X-Key', value: 'plain', secret: false }], inTheOpen: ['header:x-key'] }));
  await save(withHeaders('X-Key'), {}, ['header:x-key']);
  expect(await reveal('header:x-key')).toEqual({ value: 'hush' });
  // What was entered since stays.
  await save(withHeaders());
  await save(withHeaders('X-Key'), { 'header:x-key': 'newer' });
  await save(withHeaders('X-Key'), {}, ['header:x-key']);
  expect(await reveal('header:x-key')).toEqual({ value: 'newer' });
  await save(withHeaders());
  await first.stop();

  const second = await startApp({ dataFolder });
  const late = { resource: withHeaders('X-Key'), secrets: {}, bringBack: ['header:x-key'] };
  expect((await second.get('resources.save', late)).secrets).toEqual([]);
  await second.stop();
});

it('keeps the value of a secret header that is renamed, and gives it to no other header', async () => {
  const tokenboard = await startApp();
  onTestFinished(tokenboard.stop);
  const save = (saved: ReturnType<typeof resource>, secrets: Record<string, string | null> = {}) =>
    tokenboard.get('resources.save', { resource: saved, secrets });
  await save(withHeaders('X-Key', 'X-Other'), { 'header:x-key': 'hush', 'header:x-other': 'psst' });
  expect((await save(withHeaders('X-Api-Key', 'X-Other'))).secrets).toEqual(['header:x-api-key', 'header:x-other']);
  expect(await tokenboard.get('secrets.reveal', { owner: 'resource-1', name: 'header:x-api-key' })).toEqual({
    value: 'hush',
  });
  expect((await save(withHeaders('X-Other', 'X-New'), { 'header:x-api-key': null })).secrets).toEqual([
    'header:x-other',
  ]);
  expect((await save(withHeaders('X-Third', 'X-New'), { 'header:x-other': null })).secrets).toEqual([]);
});
