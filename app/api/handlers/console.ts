import { arch, homedir, release } from 'node:os';
import { bundleOf } from '../../console/bundle.ts';
import { curlOf } from '../../console/curl.ts';
import type { Core } from '../../core.ts';
import type { Platform } from '../../platform/platform.ts';
import { writeFileDurably } from '../../process/atomic-file.ts';
import { withToken } from '../../resources/with-token.ts';
import type { CallResponse } from '../../shared/contract/contract.ts';
import { RequestError } from '../../shared/errors.ts';
import { connectionViews, resourceView } from '../views.ts';
import type { AreaHandlers, OpenedCore } from './handlers.ts';

export interface ConsoleHandlersDeps {
  opened: OpenedCore;
  platform: Platform;
  info(): CallResponse<'app.info'> | Promise<CallResponse<'app.info'>>;
}

/** How long the list waits for the newest requests to be masked. */
const patienceMs = 100;

export const consoleHandlers = ({ opened, platform, info }: ConsoleHandlersDeps): AreaHandlers<'console'> => ({
  'console.list': async ({ after = 0, limit }) => {
    const { exchanges, recorder } = await opened();
    // What was sent a moment ago belongs to the list, too. What is left of a flood is told of as it is masked.
    await recorder.settle(patienceMs);
    return exchanges.list(after, limit);
  },
  'console.exchange': async ({ id }) => (await opened()).exchanges.exchange(id),
  'console.clear': async () => {
    const { exchanges, recorder, changes } = await opened();
    recorder.clear();
    exchanges.clear();
    changes.console();
    return {};
  },
  'console.curl': async ({ id, withToken: explicit }) => {
    const core = await opened();
    const exchange = core.exchanges.exchange(id);
    // Row 35: the one way that a token leaves the console, and only when it was asked for.
    return { text: curlOf(explicit ? withToken(exchange, core) : exchange) };
  },
  'console.exportBundle': async () => {
    const core = await opened();
    await core.recorder.settle();
    const path = await platform.pickSaveFile('tokenboard-diagnosis.json');
    if (path === undefined) return { path: null };
    const text = JSON.stringify(await bundle(core, await info()), null, 2);
    try {
      writeFileDurably(path, text);
    } catch (error) {
      throw new RequestError('console.unwritable', 'The file could not be written.', { cause: error });
    }
    return { path };
  },
});

async function bundle(core: Core, info: CallResponse<'app.info'>): Promise<unknown> {
  const { connections, resources, exchanges, masker } = core;
  const ids = connections.list().map((connection) => connection.id);
  const { dropped } = exchanges.list(exchanges.newest(), 1);
  const facts = {
    // Where it lies tells the name of its user.
    info: { ...info, dataFolder: '' },
    system: { node: process.versions.node, arch: arch(), release: release() },
    home: homedir(),
    now: Date.now(),
    presets: core.presets.map((preset) => preset.id),
    connections: connectionViews(ids, core),
    resources: resources.list().map((resource) => resourceView(resource, core)),
    preferences: core.preferences.read(),
    network: core.network.view(),
    exchanges: exchanges.all(),
    dropped,
  };
  return bundleOf(facts, masker);
}
