import { existsSync } from 'node:fs';
import { systemNetwork } from '../../http/network-settings.ts';
import { hasDisplay } from '../../process/display.ts';
import { readEnvironment } from '../../process/environment.ts';
import { PlatformError } from '../../shared/errors.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import { findBrowser } from '../browser/find-browser.ts';
import type { LoginBrowser } from '../browser/login-browser.ts';
import { openInSystem, startProcess } from '../browser/system.ts';
import { isWebUrl } from '../navigation.ts';
import type { Platform } from '../platform.ts';
import { languagesOfProcess, regionOfEnvironment, regionOfSystem } from '../region.ts';

export interface TerminalPlatformOptions {
  /** The folder of the bundled entries. */
  appFolder: string;
  dataFolder: string;
  environment: NodeJS.ProcessEnv;
  /** Receives what other platforms show as a notification of the system. Texts in the user's language. */
  onNotice?(title: string, body: string): void;
  /**
   * Shows a URL that the user is to open, such as a login page. With it, a missing system browser is no failure: over
   * SSH, the user opens the URL on another computer.
   */
  showUrl?(url: string): void;
  /** How the packaged Electron app starts its entries. It has no browser for login windows. Default: by Node. */
  startProcess?: Platform['startProcess'] | undefined;
  /** Opens the system browser; replaced in tests. */
  openExternally?: ((url: string) => Promise<void>) | undefined;
}

export interface TerminalPlatform {
  platform: Platform;
  close(): Promise<void>;
}

/** A platform without a main window: for the command line and for servers. Starts nothing until it is needed. */
export function createTerminalPlatform(options: TerminalPlatformOptions): TerminalPlatform {
  const { appFolder, environment, openExternally = openInSystem } = options;
  let network = () => systemNetwork;
  let logins: Promise<LoginBrowser> | undefined;

  const loginBrowser = (): Promise<LoginBrowser> => {
    // The library that drives a browser is no part of the packaged app, which has windows of its own.
    if (options.startProcess !== undefined) throw withoutWindow(message('window.terminal.needsApp'));
    const { headless, noSandbox } = readEnvironment(environment);
    const executablePath = findBrowser({ platform: process.platform, environment, exists: existsSync });
    if (executablePath === undefined) throw withoutWindow(message('window.terminal.noBrowser'));
    if (!headless && !hasDisplay(environment, process.platform))
      throw withoutWindow(message('window.terminal.noDisplay'));
    // A terminal is not a login: load the browser's library with the first window.
    logins ??= import('../browser/login-browser.ts').then(({ createLoginBrowser }) =>
      createLoginBrowser({
        executablePath,
        dataFolder: options.dataFolder,
        headless,
        sandbox: process.getuid?.() !== 0 && !noSandbox,
        environment,
        network: () => network(),
      }),
    );
    return logins;
  };

  const platform: Platform = {
    kind: 'terminal',
    description: `${process.release.name} ${process.versions.node.split('.')[0]}`,
    region: () =>
      process.platform === 'win32'
        ? regionOfSystem(new Intl.NumberFormat().resolvedOptions().locale)
        : regionOfEnvironment(environment),
    languages: () => languagesOfProcess(environment),
    languageChanged: () => {},
    showTray: () => {},
    loginStart: undefined,
    openMainWindow: async () => {
      throw withoutWindow(message('window.terminal.noMainWindow'));
    },
    openAuthorizationWindow: async (request) => (await loginBrowser()).openAuthorizationWindow(request),
    forgetSession: async (connectionId) => (await logins)?.forgetSession(connectionId),
    openInSystemBrowser: async (url) => {
      if (!isWebUrl(url)) throw new PlatformError('window.url_refused', message('window.link'));
      options.showUrl?.(url);
      const isShown = options.showUrl !== undefined;
      if (!hasDisplay(environment, process.platform)) {
        if (!isShown) throw withoutWindow(message('window.terminal.noDisplay'));
        return;
      }
      await openExternally(url).catch((cause: unknown) => {
        if (!isShown) throw withoutWindow(message('window.terminal.noSystemBrowser'), cause);
      });
    },
    pickSaveFile: async () => {
      throw withoutWindow(message('window.terminal.noDialog'));
    },
    showInFolder: async () => {
      throw withoutWindow(message('window.terminal.noFileManager'));
    },
    notify: (title, body) => options.onNotice?.(title, body),
    onWake: () => () => {},
    resolveProxy: async () => undefined,
    setNetwork: (chosen) => {
      network = chosen;
    },
    startProcess:
      options.startProcess ?? ((entry, args, heapMebibytes) => startProcess(appFolder, entry, args, heapMebibytes)),
  };
  return {
    platform,
    close: async () => {
      const started = logins;
      logins = undefined;
      await (await started)?.close();
    },
  };
}

const withoutWindow = (text: Message, cause?: unknown) => new PlatformError('window.no_window', text, { cause });
