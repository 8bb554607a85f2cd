import { clearConsole } from '../../console/clear-console.ts';
import { curlOf } from '../../console/curl.ts';
import type { ConsoleRecorder } from '../../console/recorder.ts';
import type { ExchangeStore } from '../../console/store.ts';
import { type WithTokenDeps, withToken } from '../../resources/with-token.ts';
import type { Changes } from '../changes.ts';
import { type BundleSource, type ExportBundleDeps, exportBundle } from '../export-bundle.ts';
import type { AreaHandlers, Opened } from './handlers.ts';

export interface ConsoleHandlersDeps
  extends Omit<ExportBundleDeps, 'resources' | 'tokens'>,
    Pick<WithTokenDeps, 'fetch'> {
  exchanges: ExchangeStore;
  recorder: Pick<ConsoleRecorder, 'settle' | 'clear'>;
  resources: ExportBundleDeps['resources'] & WithTokenDeps['resources'];
  tokens: ExportBundleDeps['tokens'] & WithTokenDeps['tokens'];
  changes: Pick<Changes, 'console'>;
}

/** How long the list waits for the newest requests to be masked. */
const patienceMs = 100;

export const consoleHandlers = (
  opened: Opened<ConsoleHandlersDeps>,
  source: BundleSource,
): AreaHandlers<'console'> => ({
  'console.list': async ({ after = 0, limit }) => {
    const { exchanges, recorder } = await opened();
    // Include requests sent a moment ago. The rest of a burst is reported once masked.
    await recorder.settle(patienceMs);
    return exchanges.list(after, limit);
  },
  'console.exchange': async ({ id }) => (await opened()).exchanges.exchange(id),
  'console.clear': async () => {
    clearConsole(await opened());
    return {};
  },
  'console.curl': async ({ id, withToken: explicit }) => {
    const deps = await opened();
    const exchange = deps.exchanges.exchange(id);
    // Row 35: the only way for a token to leave the console, and only on request.
    return { text: curlOf(explicit ? withToken(exchange, deps) : exchange) };
  },
  'console.exportBundle': async () => ({ path: await exportBundle(await opened(), source) }),
});
