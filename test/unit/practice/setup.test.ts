import { expect, it, vi } from 'vitest';
import type { PracticeReady } from '../../../app/practice/messages.ts';
import { type SetUpDeps, setUpPractice } from '../../../app/practice/setup.ts';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import type { Resource } from '../../../app/shared/resource/resource.ts';
import { connection, resource } from '../../servers/items.ts';

const ready: PracticeReady = {
  type: 'ready',
  origin: 'http://127.0.0.1:41234',
  oauth2: { clientId: 'new-client', clientSecret: 'new-secret' },
  oauth1: { clientId: 'o1', clientSecret: 'o1-secret', privateKey: 'key', ownToken: 't', ownTokenSecret: 'ts' },
  peaka: { partnerKey: 'partner', projectKey: 'project' },
  account: { username: 'ada', password: 'pw' },
};
const ofPractice = connection({ id: 'c', presetId: 'practice-authorization-code', clientId: 'old-client' });
const itsResource = resource({ id: 'r', authorization: { type: 'oauth', connectionId: 'c' } });

function played(connections: Connection[], resources: Resource[]) {
  const save = vi.fn<SetUpDeps['connections']['save']>();
  const saveResource = vi.fn<SetUpDeps['resources']['save']>();
  const changes = { connections: vi.fn(), resources: vi.fn(), removedConnection: vi.fn() };
  const deps: SetUpDeps = {
    practice: { start: async () => ready },
    connections: { list: () => connections, save },
    resources: { list: () => resources, save: saveResource },
    presets: { find: () => undefined },
    changes,
  };
  return { deps, save, saveResource, changes };
}

it('keeps what was made before and gives it the client of the service that runs now', async () => {
  const { deps, save, saveResource, changes } = played([ofPractice], [itsResource]);
  const grants = ['authorization_code', 'authorization_code'] as const;
  expect(await setUpPractice(grants, { onlyConnections: false }, deps)).toEqual({
    connectionIds: ['c'],
    resourceIds: ['r'],
  });
  expect(save.mock.calls).toMatchObject([[{ id: 'c', clientId: 'new-client' }, { clientSecret: 'new-secret' }]]);
  expect(saveResource).not.toHaveBeenCalled();
  expect(changes.connections).toHaveBeenCalledWith(['c']);
  expect(changes.resources).toHaveBeenCalledWith(['r']);
});

it('makes a resource at the address of the service, unless only connections are asked for', async () => {
  const without = played([ofPractice], []);
  const made = await setUpPractice(['authorization_code'], { onlyConnections: true }, without.deps);
  expect(made.resourceIds).toEqual([]);
  expect(without.saveResource).not.toHaveBeenCalled();

  const { deps, saveResource } = played([ofPractice], []);
  await setUpPractice(['authorization_code'], { onlyConnections: false }, deps);
  expect(saveResource.mock.calls).toMatchObject([
    [{ url: 'http://127.0.0.1:41234/api/sales', authorization: { type: 'oauth', connectionId: 'c' } }, {}],
  ]);
});

it('says that a preset is missing', async () => {
  const { deps, changes } = played([], []);
  await expect(setUpPractice(['authorization_code'], { onlyConnections: false }, deps)).rejects.toThrow(
    expect.objectContaining({ code: 'practice.no_preset' }),
  );
  expect(changes.connections).not.toHaveBeenCalled();
});
