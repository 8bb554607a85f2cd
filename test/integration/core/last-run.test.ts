import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startApp } from '../../servers/start-app.ts';
import { json } from '../../servers/token-server.ts';
import { resourceAt, startService } from './service.ts';

it('tells after a restart how the last run of each resource ended, without anything of the data [35]', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-core-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  const service = await startService();
  onTestFinished(() => service.close());
  service.routes['/good'] = () => json([{ name: 'canary-4711' }]);
  service.routes['/bad'] = () => json({ error_description: 'canary-4711' }, 500);
  const open = { authorization: { type: 'none' } } as const;

  const first = await startApp({ dataFolder });
  for (const id of ['good', 'bad', 'never', 'gone', 'repaired'])
    await first.get('resources.save', {
      resource: resourceAt(service, { ...open, id, url: `${service.origin}/${id === 'good' ? 'good' : 'bad'}` }),
      secrets: {},
    });
  for (const id of ['good', 'bad', 'gone', 'repaired']) await first.get('resources.run', { id });
  await first.get('resources.delete', { id: 'gone' });
  await first.get('resources.restore', { id: 'gone' });
  service.routes['/bad'] = () => json([]);
  const { receivedAt } = await first.get('resources.run', { id: 'repaired' });
  await first.stop();

  const written = readFileSync(join(dataFolder, 'last-runs.json'), 'utf8');
  for (const part of ['canary-4711', service.origin]) expect(written).not.toContain(part);
  const second = await startApp({ dataFolder });
  const views = await second.get('resources.list', {});
  expect(views.map(({ resource, lastRun }) => [resource.id, lastRun?.code])).toEqual([
    ['good', null],
    ['bad', 'resource.server_error'],
    ['never', undefined],
    ['gone', undefined],
    ['repaired', null],
  ]);
  expect(views.at(-1)?.lastRun?.at).toBe(receivedAt);
  await second.stop();
});
