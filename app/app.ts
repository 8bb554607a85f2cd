import { mkdirSync } from 'node:fs';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBorder } from './api/border.ts';
import { createCallHandler } from './api/handle-call.ts';
import { appHandlers } from './api/handlers/app.ts';
import { connectionHandlers } from './api/handlers/connections.ts';
import { consoleHandlers } from './api/handlers/console.ts';
import { copyAsHandlers } from './api/handlers/copy-as.ts';
import { exportHandlers } from './api/handlers/export.ts';
import { feedHandlers } from './api/handlers/feeds.ts';
import type { Handlers } from './api/handlers/handlers.ts';
import { localHandlers } from './api/handlers/local.ts';
import { networkHandlers } from './api/handlers/network.ts';
import { peakaHandlers } from './api/handlers/peaka.ts';
import { practiceHandlers } from './api/handlers/practice.ts';
import { previewHandlers } from './api/handlers/preview.ts';
import { pushHandlers } from './api/handlers/push.ts';
import { reloadHandlers } from './api/handlers/reload.ts';
import { resourceHandlers } from './api/handlers/resources.ts';
import { startupHandlers } from './api/handlers/startup.ts';
import { applyLanguage } from './api/language.ts';
import { createBackground } from './background.ts';
import { createKnownSecrets } from './console/mask/known-secrets.ts';
import { createMasker } from './console/mask/masker.ts';
import { createRedactor } from './console/mask/redact.ts';
import { type Core, type CoreOptions, openCore } from './core.ts';
import type { LocalServer } from './local/server.ts';
import { type Files, openFiles } from './open-files.ts';
import type { HandleCall, MainWindow, Platform } from './platform/platform.ts';
import type { TrayState } from './platform/tray.ts';
import type { OpenStore } from './settings/store.ts';
import type { EventPayload } from './shared/contract/contract.ts';
import { tellUnexpected } from './unexpected.ts';
import type { KeyStore } from './vault/key-store.ts';

export interface AppOptions
  extends Pick<CoreOptions, 'serverOverrides' | 'onExchange' | 'onFeedRequest' | 'readersEnd'> {
  platform: Platform;
  /** Holds settings, the vault and the practice service's state. Created with mode 0700 if missing. */
  dataFolder: string;
  /** Source of `TOKENBOARD_KEY` and the proxy variables. */
  environment: NodeJS.ProcessEnv;
  openStore: OpenStore;
  version: string;
  presetsFolder: string;
  /** `licences.json` of the build: the packages that the app contains. */
  licencesFile: string;
  /** Replaces the system's keychain in tests. */
  keyStore?: KeyStore | undefined;
  /** Ends the process, because a command asks for it (`local.stop`). */
  quit?: (() => void) | undefined;
}

export interface TokenboardApp {
  handleCall: HandleCall;
  /** Opens the main window; resolves when it is open. */
  start(): Promise<void>;
  /** Starts the work without a window. Resolves when it has begun. */
  startHidden(): Promise<void>;
  /** Whether the app goes on when no window is open. */
  goesOn(): boolean;
  /** Called when a second instance starts (row 40). Opens the window again if it was closed. */
  showMainWindow(): void;
  /** Serves a session of another process of the user (`FirstInstance.onCall`). */
  acceptSession(socket: Duplex): void;
  /** Resolves when every session has ended, or after `patienceMs`; ends those that are left. */
  endSessions(patienceMs: number): Promise<void>;
  /** Opens everything but the window, and starts no work: for a server and for commands. */
  openCore(): Promise<Core>;
  /** Handles an error that nothing caught: the app keeps running and tells the user. */
  failed(error: unknown): void;
  /**
   * Ends everything the app started: logins, downloads, the practice service, workers. Does not wait for what hangs.
   */
  close(): Promise<void>;
}

/**
 * Of this, a running renewal may take 3 s (`renewals.ts`), and under `serve` readers 5 s. A window must not stay open
 * because something hangs, and Docker kills a container after 10 s.
 */
const closingMs = 9_000;
/** By then the window is drawn, and the user has not clicked anything yet. */
const warmAfterMs = 1_500;

export async function createApp(options: AppOptions): Promise<TokenboardApp> {
  const { platform, dataFolder, version, licencesFile } = options;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  let window: MainWindow | undefined;
  let windowOpening: Promise<void> | undefined;
  let warming: NodeJS.Timeout | undefined;

  const known = createKnownSecrets();
  const border = createBorder(createRedactor(createMasker(known)));
  const coreOptions: CoreOptions = {
    ...options,
    known,
    onFeedsChanged: () => background.feedsChanged(),
    send: (event, payload) => {
      if (window === undefined && local === undefined) return;
      const shown = border.event(event, payload);
      window?.send(event, shown);
      local?.tell(event, shown);
      if (event === 'resources.pages')
        for (const listener of pagesListeners) listener(shown as EventPayload<'resources.pages'>); // of this event
    },
  };
  /** Loaded with the first session: most starts have none. */
  let local: LocalServer | undefined;
  const pagesListeners = new Set<(payload: EventPayload<'resources.pages'>) => void>();
  let files: Files | undefined;
  let core: Promise<Core> | undefined;
  let openedNow: Core | undefined;
  let isWorking = false;
  const openedFiles = (): Files => {
    if (files === undefined) {
      files = openFiles(coreOptions);
      applyLanguage(files.preferences.read(), platform).catch(failed);
    }
    return files;
  };
  const openedCore = (): Promise<Core> => {
    if (!core) {
      core = openCore(coreOptions, openedFiles());
      core
        .then((opened) => {
          openedNow = opened;
          background.update();
          coreOptions.send('app.changed', {});
        })
        .catch(() => undefined);
    }
    return core;
  };

  /** Once: the first window, or a start without one. */
  const startWork = ({ keepFresh }: Core): void => {
    if (isWorking) return;
    isWorking = true;
    void keepFresh();
  };
  const background = createBackground({
    showTray: platform.showTray,
    keepsRunning: () => openedFiles().preferences.read().keepsRunning,
    hasWindow: () => window !== undefined,
    feeds: () => trayState(openedNow?.feeds.list()),
  });

  const responses = appHandlers(openedCore, { platform, version, dataFolder, licencesFile, files: openedFiles });
  const handlers: Handlers = {
    ...responses,
    ...startupHandlers(platform),
    'preferences.save': async (changed) => {
      const preferences = await responses['preferences.save'](changed);
      background.update();
      return preferences;
    },
    ...connectionHandlers(openedCore),
    ...resourceHandlers(openedCore),
    ...previewHandlers(openedCore, platform),
    ...consoleHandlers(openedCore, { platform, info: () => responses['app.info']({}) }),
    ...practiceHandlers(openedCore),
    ...copyAsHandlers(openedCore),
    ...exportHandlers(openedCore),
    ...feedHandlers(openedCore),
    ...peakaHandlers(openedCore),
    ...networkHandlers(openedCore),
    ...pushHandlers(openedCore),
    ...reloadHandlers(openedCore),
  };
  const handleCall = createCallHandler(handlers, border);

  const openLocal = async (): Promise<LocalServer> => {
    const { createLocalServer } = await import('./local/server.ts');
    local ??= createLocalServer({
      handleCall,
      handlers: localHandlers(openedCore, {
        stop: () => options.quit?.(),
        onPages: (listener) => {
          pagesListeners.add(listener);
          return () => void pagesListeners.delete(listener);
        },
      }),
      hello: { version, pid: process.pid, dataFolder },
      report: border.report,
    });
    return local;
  };

  const openWindow = async (): Promise<void> => {
    const opening = platform.openMainWindow(handleCall);
    // Open the core while the window's process starts, so that the first call does not wait.
    setImmediate(() => openedCore().catch(() => undefined));
    const opened = await opening;
    window = opened;
    background.update();
    warming ??= setTimeout(() => {
      core
        ?.then((ready) => {
          ready.warm();
          startWork(ready);
        })
        .catch(() => undefined);
    }, warmAfterMs);
    opened.closed.then(() => {
      if (window === opened) window = undefined;
      background.update();
    });
  };
  const open = (): Promise<void> => {
    windowOpening ??= openWindow().finally(() => {
      windowOpening = undefined;
    });
    return windowOpening;
  };

  const failed = tellUnexpected((notice) => openedFiles().notices.add(notice));

  return {
    handleCall,
    failed,
    start: open,
    startHidden: async () => {
      background.startedHidden();
      startWork(await openedCore());
    },
    goesOn: background.goesOn,
    openCore: openedCore,
    showMainWindow: () => {
      if (window) window.show();
      else open().catch(() => undefined);
    },
    acceptSession: (socket) => {
      // The first session needs the core soon.
      openedCore().catch(() => undefined);
      openLocal().then(
        ({ accept }) => accept(socket),
        () => socket.destroy(),
      );
    },
    endSessions: async (patienceMs) => local?.close(patienceMs),
    close: async () => {
      background.close();
      await local?.close(0);
      clearTimeout(warming);
      const ending = (async () => (await core?.catch(() => undefined))?.close())();
      await Promise.race([ending, sleep(closingMs, undefined, { ref: false })]);
    },
  };
}

function trayState(list: ReturnType<Core['feeds']['list']> | undefined): TrayState | undefined {
  if (list === undefined) return undefined;
  const { server, feeds } = list;
  return {
    feeds: server.status,
    published: feeds.filter(({ feed }) => feed.isOn).length,
    origins: server.origins,
  };
}
