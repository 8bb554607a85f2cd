import { join } from 'node:path';
import { type Changes, createChanges } from './api/changes.ts';
import { connectionViews } from './api/views.ts';
import { pinHost } from './connections/allow-host.ts';
import { openConnections } from './connections/connections-file.ts';
import { observeVault } from './connections/observe-vault.ts';
import { type ConnectionStore, createConnectionStore } from './connections/store.ts';
import { createTokens, type Tokens } from './connections/tokens.ts';
import type { KnownSecrets } from './console/mask/known-secrets.ts';
import { createMasker, type Masker } from './console/mask/masker.ts';
import { createRedactor } from './console/mask/redact.ts';
import { type ConsoleRecorder, createRecorder } from './console/recorder.ts';
import { createExchangeStore, type ExchangeStore } from './console/store.ts';
import type { FeedRequest, ReadersEnd } from './feeds/feed-server.ts';
import type { ServerOverrides } from './feeds/override-server.ts';
import { createPublishing, type Publishing } from './feeds/publishing.ts';
import { recordRefused } from './feeds/server/refused-exchange.ts';
import { createHttpClient, type HttpClient } from './http/client.ts';
import { warmDispatchers } from './http/dispatcher.ts';
import type { RawExchange } from './http/exchanges.ts';
import { createNetwork, type Network, openNetwork } from './network/network.ts';
import { retryAfterChange } from './network/retry-after-change.ts';
import { createServiceClocks } from './oauth/oauth1-clock.ts';
import type { Files, FilesOptions } from './open-files.ts';
import { createPeaka, type Peaka } from './peaka/peaka.ts';
import type { Platform } from './platform/platform.ts';
import { createPractice, type Practice, practiceReport } from './practice/practice.ts';
import { needsRefill, refillPractice } from './practice/setup.ts';
import { createExports, type Exports } from './resources/export/exports.ts';
import type { FetchDeps } from './resources/fetch.ts';
import { createRunHistory, openRunHistory, type RunHistory } from './resources/history/history.ts';
import { createLastRuns, type LastRuns, openLastRuns } from './resources/last-runs.ts';
import { createPreviews, type Previews } from './resources/preview/previews.ts';
import { createRenewedInVain } from './resources/refused-token.ts';
import { createRequestAuthorizer } from './resources/request-authorizer.ts';
import { openResources } from './resources/resources-file.ts';
import { createRuns, type Runs } from './resources/runs.ts';
import { createReloads, type Reloads } from './resources/schedule/reloads.ts';
import { createWindowFeed } from './resources/schedule/window-feed.ts';
import { createResourceStore, type ResourceStore } from './resources/store.ts';
import { textOf } from './shared/messages/text.ts';
import { type KeyStore, systemKeyStore } from './vault/key-store.ts';
import { openVault } from './vault/open-vault.ts';
import type { Vault } from './vault/vault.ts';

export interface CoreOptions extends FilesOptions {
  platform: Platform;
  environment: NodeJS.ProcessEnv;
  /** Receives every secret that the app uses. */
  known: KnownSecrets;
  /** Replaces the keychain in tests. */
  keyStore?: KeyStore | undefined;
  /** Settings of the feeds' server for this run. They are not written. */
  serverOverrides?: ServerOverrides | undefined;
  /** Feeds, their server or their rows changed. Also while no window is visible. */
  onFeedsChanged?: (() => void) | undefined;
  /** For figures: each request that the app sent has ended. */
  onExchange?: ((exchange: Pick<RawExchange, 'kind' | 'status' | 'error'>) => void) | undefined;
  /** For logs and figures: each request of a reader that got its response. */
  onFeedRequest?: ((request: FeedRequest) => void) | undefined;
  /** How the end waits for readers of feeds. */
  readersEnd?: ReadersEnd | undefined;
}

/** Everything that runs. Each file of `api/handlers/` names the parts that it uses. */
export interface Core extends Files, Pick<Publishing, 'feeds' | 'feedRows' | 'pushes'> {
  vault: Vault;
  connections: ConnectionStore;
  resources: ResourceStore;
  tokens: Tokens;
  runs: Runs;
  lastRuns: LastRuns;
  history: RunHistory;
  reloads: Reloads;
  previews: Previews;
  exports: Exports;
  practice: Practice;
  peaka: Peaka;
  changes: Changes;
  /** The console's exchanges, masked. */
  exchanges: ExchangeStore;
  recorder: ConsoleRecorder;
  masker: Masker;
  http: HttpClient;
  network: Network;
  /** Dependencies of `fetchResource`, without the preview. */
  fetch: FetchDeps;
  /** Loads what the first GET needs. */
  warm(): void;
  /**
   * Starts renewing tokens before they expire, reloading resources, and sending updates to Peaka. Resolves when the
   * feeds' server has started, or failed to.
   */
  keepFresh(): Promise<void>;
  /** Tokens and keys may be readable now, or the practice service runs. */
  changedAll(): void;
  close(): Promise<void>;
}

/** Enough for XML with 3 million elements. A preview that needs more fails without affecting the app (row 46). */
const previewHeapMebibytes = 2048;
/** Long, because the keychain may ask the user for a password. */
const keychainTimeoutMs = 120_000;

export async function openCore(options: CoreOptions, files: Files): Promise<Core> {
  const { platform, dataFolder, environment, known, keyStore = systemKeyStore(), send } = options;
  const { preferences, presets, folder } = files;
  const now = Date.now;
  const opening = openVault({ folder: join(dataFolder, 'vault'), environment, keyStore, keychainTimeoutMs });
  const [connectionsFile, resourcesFile, networkFile] = [
    openConnections(folder),
    openResources(folder),
    openNetwork(folder),
  ];
  const previews = createPreviews({ start: (id) => platform.startProcess('preview', [id], previewHeapMebibytes) });
  const masker = createMasker(known);
  const vault = observeVault(await opening, known);
  const network = retryAfterChange(createNetwork(networkFile, vault, now), () => woke());
  platform.setNetwork(network.settings);
  const exchanges = createExchangeStore();
  const recorder = createRecorder({ store: exchanges, known, masker, onChange: () => changes.console() });
  const http: HttpClient = {
    ...createHttpClient({
      resolveProxy: (url) => platform.resolveProxy(url),
      environment,
      network: network.settings,
    }),
    exchanges: {
      ...recorder,
      record: (exchange, request) => {
        recorder.record(exchange, request);
        options.onExchange?.(exchange);
      },
    },
  };

  const connections = createConnectionStore(connectionsFile, vault);
  const resources = createResourceStore(resourcesFile, vault);
  const practice = createPractice({
    platform,
    dataFolder,
    settings: folder,
    onChange: () => {
      send('practice.changed', practiceReport(practice.status()));
      // Connections of the practice service are renewed, and its Peaka is updated, only while it runs.
      changedAll();
    },
    onReady: (ready) => changes.connections(refillPractice(ready, { connections, vault })),
    onOriginMoved: (from, to) => changes.resources(resources.moveOrigin(from, to)),
  });
  const clocks = createServiceClocks();
  const tokens = createTokens({
    connections,
    vault,
    platform,
    http,
    practice,
    clocks,
    findPreset: presets.find,
    redactor: createRedactor(masker),
    loginTimeoutMs: () => preferences.read().loginTimeoutSeconds * 1000,
    renewedElsewhere: (id) => peaka.renewedElsewhere(id),
    onChange: (id) => changes.connections([id]),
    onStored: (id, tokenSet) => peaka.onStored(id, tokenSet),
    now,
  });
  const feed = createWindowFeed(send);
  const changes = createChanges({
    send: (event, payload) => {
      // Each request adds to the console, and nobody reads it in a hidden window.
      if (event === 'console.changed') feed.send(event, payload, event);
      else send(event, payload);
    },
    onResources: (ids) => {
      reloads.changed(ids);
      publishing.changed();
    },
    onConnections: () => reloads.changedAround(),
    views: (ids) => connectionViews(ids, { connections, resources, tokens }),
    newestExchange: exchanges.newest,
  });
  const authorizer = createRequestAuthorizer({
    tokens,
    vault,
    practice,
    clocks,
    pinHost: (id, host) => pinHost(id, host, { connections, changes }),
    now,
  });
  const fetch: FetchDeps = {
    http,
    connections,
    tokens,
    authorizer,
    vault,
    practice,
    renewedInVain: createRenewedInVain(now),
  };
  const exists = (id: string): boolean => resources.find(id) !== undefined;
  const lastRuns = createLastRuns(openLastRuns(folder), exists);
  const history = createRunHistory(openRunHistory(folder), { exists, now });
  const runs = createRuns({
    fetch,
    lastRuns,
    resources,
    previews,
    preferences: preferences.read,
    prepare: async ({ url }) => {
      if (practice.isPracticeUrl(url)) await practice.ensure();
    },
    onArriving: (id, run) => send('resources.arriving', { id, run }),
    onPages: (id, progress) => send('resources.pages', { id, progress }),
    onStart: (run) => {
      reloads.runStarted(run);
      publishing.runStarted(run);
    },
    onEnd: (run, end) => {
      reloads.runEnded(run, end);
      publishing.runEnded(run, end);
    },
    now,
  });
  const reloads = createReloads({
    resources,
    connections,
    tokens,
    vault,
    practice,
    lastRuns,
    history,
    feed,
    run: runs.join,
    preferences: preferences.read,
    notify: platform.notify,
    now,
  });

  const exports = createExports({
    previews,
    resources,
    runs,
    platform,
    onProgress: (progress) => send('export.progress', progress),
  });

  const publishing = createPublishing({
    settings: folder,
    dataFolder,
    resources,
    connections,
    tokens,
    vault,
    practice,
    previews,
    http,
    platform,
    feed,
    onFeedsChanged: options.onFeedsChanged,
    run: runs.join,
    exists,
    learn: (secret) => known.learn(secret),
    show: (sentence) => masker.values(textOf(sentence)),
    onRefused: recordRefused(recorder.record, now),
    onRequest: options.onFeedRequest,
    overrides: options.serverOverrides,
    readersEnd: options.readersEnd,
    now,
  });

  const peaka = createPeaka({
    settings: folder,
    vault,
    http,
    platform,
    practice,
    connections,
    tokens,
    preferences: preferences.read,
    onChange: () => send('peaka.changed', {}),
    redactor: createRedactor(masker),
    now,
  });
  const woke = (): void => {
    tokens.keepFresh.woke();
    peaka.woke();
    reloads.woke();
  };
  const changedAll = (): void => {
    tokens.keepFresh.changedAll();
    peaka.changedAll();
    publishing.keysChanged();
    reloads.changedAround();
  };
  const stopListening = platform.onWake(woke);

  return {
    ...files,
    vault,
    connections,
    resources,
    tokens,
    runs,
    lastRuns,
    history,
    reloads,
    previews,
    exports,
    feeds: publishing.feeds,
    feedRows: publishing.feedRows,
    pushes: publishing.pushes,
    practice,
    peaka,
    changes,
    exchanges,
    recorder,
    masker,
    http,
    network,
    fetch,
    warm: () => {
      previews.warm();
      // Only the practice service can issue these secrets again.
      if (needsRefill({ connections, vault })) practice.start().catch(() => undefined);
      warmDispatchers();
    },
    keepFresh: () => {
      tokens.keepFresh.start();
      peaka.start();
      reloads.start();
      return publishing.start();
    },
    changedAll,
    close: async () => {
      stopListening();
      peaka.close();
      reloads.close();
      exports.close();
      // Before the runs end: readers may wait for one of them.
      await publishing.close();
      runs.close();
      lastRuns.close();
      history.close();
      await tokens.close();
      changes.close();
      recorder.close();
      await Promise.allSettled([practice.stop(), previews.close(), http.close()]);
    },
  };
}
