import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { EventName, EventPayload } from '../../../app/shared/contract/contract.ts';
import type { FakePlatform } from '../../servers/fake-platform.ts';
import { startApp } from '../../servers/start-app.ts';
import { json } from '../../servers/token-server.ts';
import { resourceAt, startService } from './service.ts';

const patience = { timeout: 15_000, interval: 50 };
const eventsOf = <Name extends EventName>({ sent }: FakePlatform, name: Name): EventPayload<Name>[] =>
  // The fake checks each payload against the contract.
  sent.filter(({ event }) => event === name).map(({ payload }) => payload as EventPayload<Name>);

it('reloads at the interval, keeps data that works, stops and goes on, tells the user, and knows its history', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-core-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  const service = await startService();
  onTestFinished(() => service.close());
  const allowed = { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '50', 'x-ratelimit-policy': '60;w=3600' };
  const good = () => ({
    ...json([{ canary: 'canary-4711' }]),
    headers: { 'content-type': 'application/json', ...allowed },
  });
  service.routes['/a'] = good;
  service.routes['/b'] = good;
  const open = { authorization: { type: 'none' } } as const;
  const everySecond = { seconds: 1, atStart: false, isPaused: false };

  const first = await startApp({ dataFolder });
  await first.get('resources.save', {
    resource: resourceAt(service, { ...open, id: 'a', name: 'Sales', url: `${service.origin}/a`, reload: everySecond }),
    secrets: {},
  });
  const past = () => first.get('resources.history', { id: 'a' });
  const stateOfA = async () => (await first.get('reload.list', {})).states.find(({ id }) => id === 'a');
  await expect.poll(async () => (await past()).length, patience).toBeGreaterThanOrEqual(3);
  const runs = await past();
  expect(runs[0]).toMatchObject({ status: 200, rows: 1, code: null, by: 'reload' });
  for (const [index, { at }] of runs.entries())
    if (index > 0) expect(at - (runs[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(995);
  expect(await stateOfA()).toMatchObject({ allowance: { limit: 60, remaining: 50, windowSeconds: 3600 }, code: null });
  const worked = eventsOf(first.platform, 'resources.runEnded').at(-1)?.run;
  expect(worked).toMatchObject({ status: 200 });
  expect(eventsOf(first.platform, 'resources.runStarted').length).toBeGreaterThanOrEqual(3);

  // Only the user can fix this. The data of the last good run stays readable.
  service.routes['/a'] = () => json({ message: 'canary-4711 needs a login' }, 401);
  await expect.poll(async () => (await stateOfA())?.status, patience).toBe('stopped');
  const refused = eventsOf(first.platform, 'resources.runEnded').at(-1)?.run;
  expect(refused).toMatchObject({ previewId: null, error: { code: 'resource.authorization_required' } });
  const shown = eventsOf(first.platform, 'resources.runEnded').findLast(({ run }) => run?.previewId != null)?.run;
  await first.get('preview.text', { previewId: shown?.previewId ?? '', startLine: 0, count: 1 });
  await expect.poll(() => first.platform.notified.length, patience).toBe(1);
  expect(first.platform.notified[0]).toEqual({
    title: 'A resource fails',
    body: '“Sales”: the last data stays. Tokenboard shows the cause.',
  });

  // A fix: the reload goes on by itself, and a hidden window is told nothing of it.
  await first.get('reload.watch', { isVisible: false, hasFocus: false, shownId: null });
  const before = first.platform.sent.length;
  service.routes['/a'] = good;
  const asked = service.asked('/a').length;
  const [view] = await first.get('resources.list', {});
  if (view === undefined) throw new Error('the resource is gone');
  await first.get('resources.save', { resource: { ...view.resource, name: 'Sales by day' }, secrets: {} });
  await expect.poll(() => service.asked('/a').length, patience).toBeGreaterThanOrEqual(asked + 3);
  const told = first.platform.sent.slice(before).map(({ event }) => event);
  expect(new Set(told)).toEqual(new Set(['resources.changed']));
  await expect.poll(() => first.platform.notified.at(-1)?.title, patience).toBe('A resource works again');
  await first.get('reload.watch', { isVisible: true, hasFocus: true, shownId: 'a' });
  expect(first.platform.sent.slice(before).map(({ event }) => event)).toEqual(
    expect.arrayContaining(['resources.runEnded', 'reload.news', 'resources.historyGrew', 'reload.changed']),
  );

  await first.get('reload.pause', { isPaused: true });
  expect(await stateOfA()).toMatchObject({ status: 'paused', nextAt: null });
  const { reload: _, ...rest } = view.resource;
  await first.get('resources.save', { resource: { ...rest, id: 'a' }, secrets: {} });
  await first.get('resources.save', {
    resource: resourceAt(service, {
      ...open,
      id: 'b',
      url: `${service.origin}/b`,
      reload: { ...everySecond, seconds: null, atStart: true },
    }),
    secrets: {},
  });
  const count = (await past()).length;
  await first.stop();
  expect(service.asked('/b')).toHaveLength(0);
  const written = readFileSync(join(dataFolder, 'run-history.json'), 'utf8');
  for (const part of ['canary-4711', service.origin]) expect(written).not.toContain(part);

  const second = await startApp({ dataFolder });
  expect(await second.get('resources.history', { id: 'a' })).toHaveLength(count);
  await expect
    .poll(async () => (await second.get('resources.history', { id: 'b' })).map(({ by, code }) => [by, code]), patience)
    .toEqual([['start', null]]);
  expect(service.asked('/b')).toHaveLength(1);
  await second.stop();
});
