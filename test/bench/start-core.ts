import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openConnections } from '../../app/connections/connections-file.ts';
import { createKnownSecrets } from '../../app/console/mask/known-secrets.ts';
import { type CoreOptions, openCore } from '../../app/core.ts';
import type { TokenSet } from '../../app/oauth/token-set.ts';
import { openFiles } from '../../app/open-files.ts';
import { openResources } from '../../app/resources/resources-file.ts';
import { openConfStore } from '../../app/settings/conf-store.ts';
import type { Connection } from '../../app/shared/connection/connection.ts';
import type { Resource } from '../../app/shared/resource/resource.ts';
import type { KeyStore } from '../../app/vault/key-store.ts';
import { createFakePlatform } from '../servers/fake-platform.ts';
import { connection } from '../servers/items.ts';
import { memoryKeyStore } from '../servers/key-stores.ts';

/** The app without a window: real stores, a real vault on disk, real HTTP. */
export interface CoreStart {
  /** There from the start. */
  resources?: Resource[];
  connections?: Connection[];
  dataFolder?: string;
  environment?: NodeJS.ProcessEnv;
  onFeedRequest?: CoreOptions['onFeedRequest'];
  keyStore?: KeyStore;
}

export async function startCore({
  resources = [],
  connections = [],
  dataFolder = newFolder(),
  environment = {},
  onFeedRequest,
  keyStore = memoryKeyStore(),
}: CoreStart = {}) {
  const options = {
    platform: createFakePlatform(),
    dataFolder,
    environment,
    openStore: openConfStore,
    presetsFolder: fileURLToPath(new URL('../../presets', import.meta.url)),
    keyStore,
    known: createKnownSecrets(),
    send: () => undefined,
    onFeedRequest,
  };
  const files = openFiles(options);
  if (resources.length > 0) openResources(files.folder).save(resources);
  if (connections.length > 0) openConnections(files.folder).save(connections);
  const core = await openCore(options, files);
  return {
    core,
    platform: options.platform,
    addConnection: (changes: Partial<Connection>, tokenSet: TokenSet): Connection => {
      const added = connection(changes);
      core.connections.save(added, { clientSecret: 'secret' });
      core.vault.write(added.id, 'tokenSet', JSON.stringify(tokenSet));
      return added;
    },
    stop: async () => {
      await core.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'tokenboard-bench-'));
