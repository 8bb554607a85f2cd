import { arch, homedir, release } from 'node:os';
import type { ConnectionStore } from '../connections/store.ts';
import { bundleOf } from '../console/bundle.ts';
import type { Masker } from '../console/mask/masker.ts';
import type { ConsoleRecorder } from '../console/recorder.ts';
import type { ExchangeStore } from '../console/store.ts';
import type { Network } from '../network/network.ts';
import type { Platform } from '../platform/platform.ts';
import type { Presets } from '../presets/presets.ts';
import { writeFileDurably } from '../process/atomic-file.ts';
import type { Settings } from '../settings/settings.ts';
import type { CallResponse, Preferences } from '../shared/contract/contract.ts';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { type ConnectionViewDeps, connectionViews, type ResourceViewDeps, resourceView } from './views.ts';

export interface ExportBundleDeps extends ConnectionViewDeps, Pick<ResourceViewDeps, 'lastRuns'> {
  connections: ConnectionViewDeps['connections'] & Pick<ConnectionStore, 'list'>;
  resources: ConnectionViewDeps['resources'] & ResourceViewDeps['resources'];
  recorder: Pick<ConsoleRecorder, 'settle'>;
  exchanges: Pick<ExchangeStore, 'list' | 'newest' | 'all'>;
  masker: Masker;
  presets: Pick<Presets, 'list'>;
  preferences: Pick<Settings<Preferences>, 'read'>;
  network: Pick<Network, 'view'>;
}

export interface BundleSource {
  platform: Pick<Platform, 'pickSaveFile'>;
  info(): CallResponse<'app.info'> | Promise<CallResponse<'app.info'>>;
}

/**
 * Writes the support bundle to a file that the user picks and returns its path. `null`: the user picked none. Rejects
 * with RequestError `console.unwritable`.
 */
export async function exportBundle(deps: ExportBundleDeps, { platform, info }: BundleSource): Promise<string | null> {
  await deps.recorder.settle();
  const path = await platform.pickSaveFile('tokenboard-diagnosis.json');
  if (path === undefined) return null;
  const text = JSON.stringify(bundle(deps, await info()), null, 2);
  try {
    writeFileDurably(path, text);
  } catch (error) {
    throw new RequestError('console.unwritable', message('calls.exportFailed'), { cause: error });
  }
  return path;
}

function bundle(deps: ExportBundleDeps, info: CallResponse<'app.info'>): unknown {
  const { connections, resources, exchanges, masker } = deps;
  const ids = connections.list().map(({ id }) => id);
  const { dropped } = exchanges.list(exchanges.newest(), 1);
  const facts = {
    // The path contains the user's name.
    info: { ...info, dataFolder: '' },
    system: { node: process.versions.node, arch: arch(), release: release() },
    home: homedir(),
    now: Date.now(),
    presets: deps.presets.list().map(({ id }) => id),
    connections: connectionViews(ids, deps),
    resources: resources.list().map((resource) => resourceView(resource, deps)),
    preferences: deps.preferences.read(),
    network: deps.network.view(),
    exchanges: exchanges.all(),
    dropped,
  };
  return bundleOf(facts, masker);
}
