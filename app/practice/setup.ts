import { randomUUID } from 'node:crypto';
import type { ConnectionStore } from '../connections/store.ts';
import type { Presets } from '../presets/presets.ts';
import type { ResourceStore } from '../resources/store.ts';
import type { ResourceChanges } from '../resources/tell-changed-resource.ts';
import type { Connection } from '../shared/connection/connection.ts';
import { connectionFromPreset } from '../shared/connection/from-preset.ts';
import { type Grant, grants } from '../shared/connection/grant-names.ts';
import { RequestError } from '../shared/errors.ts';
import { currentLanguage } from '../shared/messages/format.ts';
import { message } from '../shared/messages/message.ts';
import { text } from '../shared/messages/text.ts';
import type { Preset } from '../shared/preset/preset.ts';
import { presetIn } from '../shared/preset/preset-in.ts';
import { newResource } from '../shared/resource/new-resource.ts';
import type { Resource } from '../shared/resource/resource.ts';
import type { Vault } from '../vault/vault.ts';
import type { PracticeReady } from './messages.ts';
import type { Practice } from './practice.ts';
import { practiceClient, practiceGrants } from './practice-grants.ts';

export interface SetUpDeps {
  practice: Pick<Practice, 'start'>;
  connections: Pick<ConnectionStore, 'list' | 'save'>;
  resources: Pick<ResourceStore, 'list' | 'save'>;
  presets: Pick<Presets, 'find'>;
  changes: ResourceChanges;
}

/**
 * Starts the practice service and creates, for each grant, a connection that can be authorized at once, and a resource
 * unless only connections are requested. Returns existing ones unchanged. Rejects with RequestError `practice.*`.
 */
export async function setUpPractice(
  grants: readonly Grant[],
  { onlyConnections }: { onlyConnections: boolean },
  deps: SetUpDeps,
): Promise<{ connectionIds: string[]; resourceIds: string[] }> {
  const ready = await deps.practice.start();
  const connectionIds: string[] = [];
  const resourceIds: string[] = [];
  for (const grant of new Set(grants)) {
    const connection = connectionFor(grant, ready, deps);
    connectionIds.push(connection.id);
    if (!onlyConnections) resourceIds.push(resourceFor(connection, grant, ready, deps).id);
  }
  deps.changes.connections(connectionIds);
  deps.changes.resources(resourceIds);
  return { connectionIds, resourceIds };
}

/** Named in the app's language, as the window names the preset. */
const fromPreset = (preset: Preset): Connection =>
  connectionFromPreset(preset, randomUUID(), presetIn(preset, currentLanguage()).name);

function connectionFor(grant: Grant, ready: PracticeReady, { connections, presets }: SetUpDeps): Connection {
  const { presetId, fields } = practiceGrants[grant];
  const { clientId, secrets } = practiceClient(grant, ready);
  const existing = connections.list().find((connection) => connection.presetId === presetId);
  const preset = presets.find(presetId);
  if (!existing && !preset) throw new RequestError('practice.no_preset', message('practice.noPreset'));
  const made = existing ?? fromPreset(preset as Preset); // checked above
  const connection = { ...made, clientId, ...(made.username === '' ? fields?.(ready) : {}) };
  // The service may have been set up again since: its current client counts.
  connections.save(connection, secrets);
  return connection;
}

interface RefillDeps {
  connections: ConnectionStore;
  vault: Pick<Vault, 'has' | 'status'>;
}

/** Practice connections without a client secret: without a keychain it was lost at the end of the last run. */
function withoutSecret({ connections, vault }: RefillDeps): { connection: Connection; grant: Grant }[] {
  if (vault.status().status === 'locked') return [];
  return connections.list().flatMap((connection) => {
    const grant = grants.find((each) => practiceGrants[each].presetId === connection.presetId);
    return grant === undefined || vault.has(connection.id, 'clientSecret') ? [] : [{ connection, grant }];
  });
}

export const needsRefill = (deps: RefillDeps): boolean => withoutSecret(deps).length > 0;

/** Restores the client secrets of practice connections. Returns the IDs of those that had none. */
export function refillPractice(ready: PracticeReady, deps: RefillDeps): string[] {
  return withoutSecret(deps).map(({ connection, grant }) => {
    deps.connections.save(connection, practiceClient(grant, ready).secrets);
    return connection.id;
  });
}

function resourceFor(connection: Connection, grant: Grant, ready: PracticeReady, deps: SetUpDeps): Resource {
  const { resources, presets } = deps;
  const existing = resources
    .list()
    .find(({ authorization }) => authorization.type === 'oauth' && authorization.connectionId === connection.id);
  if (existing) return existing;
  const { presetId } = practiceGrants[grant];
  const sampleUrl = presets.find(presetId)?.samples[0]?.url ?? '{practice}/api/sales';
  const resource = newResource({
    id: randomUUID(),
    name: text(`practice.resource.${grant}`),
    url: sampleUrl.replace('{practice}', ready.origin),
    authorization: { type: 'oauth', connectionId: connection.id },
  });
  resources.save(resource, {});
  return resource;
}
