import { randomUUID } from 'node:crypto';
import type { ConnectionStore } from '../connections/store.ts';
import type { ResourceStore } from '../resources/store.ts';
import type { ResourceChanges } from '../resources/tell-changed-resource.ts';
import type { Connection } from '../shared/connection/connection.ts';
import { connectionFromPreset } from '../shared/connection/from-preset.ts';
import { type PracticeGrant, practiceGrants } from '../shared/connection/grant-names.ts';
import { RequestError } from '../shared/errors.ts';
import type { Preset } from '../shared/preset/preset.ts';
import { newResource } from '../shared/resource/new-resource.ts';
import type { Resource } from '../shared/resource/resource.ts';
import type { Vault } from '../vault/vault.ts';
import type { PracticeReady } from './messages.ts';
import type { Practice } from './practice.ts';

const practicePresets: Record<PracticeGrant, { presetId: string; resourceName: string }> = {
  authorization_code: { presetId: 'practice-authorization-code', resourceName: 'Sales by day' },
  password: { presetId: 'practice-password', resourceName: 'Inventory' },
  oauth1: { presetId: 'practice-oauth1', resourceName: 'Sales by day, signed' },
  client_credentials: { presetId: 'practice-client-credentials', resourceName: 'Sales by day, for an app' },
  device_code: { presetId: 'practice-device-code', resourceName: 'Sales by day, with a code' },
};

export interface SetUpDeps {
  practice: Pick<Practice, 'start'>;
  connections: Pick<ConnectionStore, 'list' | 'save'>;
  resources: Pick<ResourceStore, 'list' | 'save'>;
  presets: readonly Preset[];
  changes: ResourceChanges;
}

/**
 * Starts the practice service and makes for each grant a connection that can be authorized at once, and a resource unless
 * only connections are asked for. What is there already is answered as it is. Rejects with RequestError `practice.*`.
 */
export async function setUpPractice(
  grants: readonly PracticeGrant[],
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

function connectionFor(grant: PracticeGrant, ready: PracticeReady, { connections, presets }: SetUpDeps): Connection {
  const { presetId } = practicePresets[grant];
  const client = grant === 'oauth1' ? ready.oauth1 : ready.oauth2;
  const existing = connections.list().find((connection) => connection.presetId === presetId);
  const preset = presets.find(({ id }) => id === presetId);
  if (!existing && !preset)
    throw new RequestError(
      'practice.no_preset',
      'The preset of the practice service is missing. Reinstall Tokenboard.',
    );
  const made = existing ?? connectionFromPreset(preset as Preset, randomUUID(), (preset as Preset).name); // checked above
  const connection = {
    ...made,
    clientId: client.clientId,
    ...(grant === 'password' && made.username === '' ? { username: ready.account.username } : {}),
  };
  // The service may have been set up anew since: its client is the one that counts.
  connections.save(connection, clientSecrets(grant, ready));
  return connection;
}

/** The client is the practice service's own: nobody else knows its secrets. */
function clientSecrets(grant: PracticeGrant, { oauth1, oauth2 }: PracticeReady): Record<string, string> {
  if (grant !== 'oauth1') return { clientSecret: oauth2.clientSecret };
  const { clientSecret, privateKey, ownToken, ownTokenSecret } = oauth1;
  return { clientSecret, privateKey, ownToken, ownTokenSecret };
}

interface RefillDeps {
  connections: ConnectionStore;
  vault: Pick<Vault, 'has' | 'status'>;
}

/** Practice connections whose client secret is gone: where there is no keychain, it ended with the last run. */
function withoutSecret({ connections, vault }: RefillDeps): { connection: Connection; grant: PracticeGrant }[] {
  if (vault.status().status === 'locked') return [];
  return connections.list().flatMap((connection) => {
    const grant = practiceGrants.find((each) => practicePresets[each].presetId === connection.presetId);
    return grant === undefined || vault.has(connection.id, 'clientSecret') ? [] : [{ connection, grant }];
  });
}

export const needsRefill = (deps: RefillDeps): boolean => withoutSecret(deps).length > 0;

/** Gives practice connections their client secrets back. Returns the ids of those that had none. */
export function refillPractice(ready: PracticeReady, deps: RefillDeps): string[] {
  return withoutSecret(deps).map(({ connection, grant }) => {
    deps.connections.save(connection, clientSecrets(grant, ready));
    return connection.id;
  });
}

function resourceFor(connection: Connection, grant: PracticeGrant, ready: PracticeReady, deps: SetUpDeps): Resource {
  const { resources, presets } = deps;
  const existing = resources
    .list()
    .find(({ authorization }) => authorization.type === 'oauth' && authorization.connectionId === connection.id);
  if (existing) return existing;
  const { presetId, resourceName } = practicePresets[grant];
  const testUrl = presets.find(({ id }) => id === presetId)?.testUrl ?? '{practice}/api/sales';
  const resource = newResource({
    id: randomUUID(),
    name: resourceName,
    url: testUrl.replace('{practice}', ready.origin),
    authorization: { type: 'oauth', connectionId: connection.id },
  });
  resources.save(resource, {});
  return resource;
}
