import { join } from 'node:path';
import { openConnections } from '../../app/connections/connections-file.ts';
import { openFeedsFile } from '../../app/feeds/feeds-file.ts';
import { createFeedKey } from '../../app/feeds/keys.ts';
import { openPushFile } from '../../app/feeds/push/push-file.ts';
import { openResources } from '../../app/resources/resources-file.ts';
import { openConfStore } from '../../app/settings/conf-store.ts';
import type { SettingsFolder } from '../../app/settings/settings.ts';
import type { Connection } from '../../app/shared/connection/connection.ts';
import { initialFeedServer, newFeed } from '../../app/shared/feed/feed.ts';
import type { Resource } from '../../app/shared/resource/resource.ts';
import { openVault } from '../../app/vault/open-vault.ts';
import { memoryKeyStore } from '../servers/key-stores.ts';

/** The files of a data folder that no process uses now. `notices`: what was lost in them. */
export async function openData(folder: string, key: string) {
  const notices: unknown[] = [];
  const where: SettingsFolder = {
    folder,
    openStore: openConfStore,
    onNotice: (notice) => notices.push(notice),
    now: Date.now,
  };
  const vault = await openVault({
    folder: join(folder, 'vault'),
    environment: { TOKENBOARD_KEY: key },
    keyStore: memoryKeyStore(),
    keychainTimeoutMs: 5_000,
  });
  const files = {
    connections: openConnections(where),
    resources: openResources(where),
    feeds: openFeedsFile(where),
    push: openPushFile(where),
  };
  return { notices, vault, ...files };
}

/** Publishes the resource as `Sales`. Returns the feed's key. */
export async function writeData(
  folder: string,
  key: string,
  { resource, connection }: { resource: Resource; connection?: Connection },
): Promise<string> {
  const { vault, connections, resources, feeds } = await openData(folder, key);
  if (connection !== undefined) {
    connections.save([connection]);
    const tokenSet = { accessToken: 'access-token-0', refreshToken: 'refresh-token-0', tokenType: 'bearer' };
    const owner = { origins: [new URL(connection.accessTokenUrl).origin], clientId: connection.clientId };
    const times = { obtainedAt: Date.now(), expiresAt: Date.now() };
    vault.write(connection.id, 'tokenSet', JSON.stringify({ ...tokenSet, ...times, owner }));
  }
  // A vault that another key does not open.
  vault.write(resource.id, 'a-secret', 'of the tests');
  resources.save([resource]);
  const feed = { ...newFeed('feed', resource.id, 'Sales'), freshSeconds: 1 };
  const { key: feedKey, secret } = createFeedKey(feed.id, 'Reader', { expiresAt: null, now: Date.now() });
  feeds.save({ server: initialFeedServer, feeds: [feed], keys: [feedKey] });
  return secret;
}
