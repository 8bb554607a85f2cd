import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { processEnvironment } from '../../process/environment.ts';
import { PlatformError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import { readWindowState } from '../window-state.ts';
import { launchFlags } from './launch-flags.ts';
import { turnPreloadingOff } from './preloading.ts';
import { trustAuthorities } from './trusted-authorities.ts';

export interface LaunchOptions {
  executablePath: string;
  dataFolder: string;
  headless: boolean;
  /** Chromium's own sandbox. Off only for root, which cannot use it, and for tests that ask for it. */
  sandbox: boolean;
  environment: NodeJS.ProcessEnv;
  /** PEM. Trusted in addition to the system's authorities while this browser runs (row 41). */
  authorities?: readonly string[] | undefined;
}

export interface LaunchedBrowser {
  browser: Browser;
  /** The app's profile in the data folder. */
  context: BrowserContext;
  mainPage: Page;
  /** The browser's own session, which sees every target. */
  cdp: CDPSession;
}

/** Throws PlatformError `window.browser_failed`. */
export async function launchBrowser(options: LaunchOptions): Promise<LaunchedBrowser> {
  const { chromium } = await import('playwright-core');
  const profile = join(options.dataFolder, 'browser-profile');
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  turnPreloadingOff(profile);
  await trustAuthorities(profile, options.authorities ?? []);
  let context: BrowserContext;
  try {
    context = await chromium.launchPersistentContext(profile, {
      executablePath: options.executablePath,
      headless: options.headless,
      chromiumSandbox: options.sandbox,
      // The browser must not claim to be controlled by test software, because a user clicks here. It must not trust a
      // page's graphics code either. Chromium's own limit stops a page that changes its URL endlessly from exhausting
      // the browser (row 47).
      ignoreDefaultArgs: ['--enable-automation', '--enable-unsafe-swiftshader', '--disable-ipc-flooding-protection'],
      // By default the browser would inherit everything, including the vault's key (row 37).
      env: processEnvironment(options.environment),
      args: launchFlags(readWindowState(options.dataFolder)?.bounds),
      viewport: null,
      acceptDownloads: false,
      // The app ends the browser itself, after it has shut down in order.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (cause) {
    throw new PlatformError('window.browser_failed', message('start.browserFailed', { path: options.executablePath }), {
      cause,
    });
  }
  const browser = context.browser();
  if (browser === null) throw new PlatformError('window.browser_failed', message('start.browserEnded'));
  const [cdp, mainPage] = await Promise.all([browser.newBrowserCDPSession(), firstPage(context)]);
  return { browser, context, mainPage, cdp };
}

const firstPage = async (context: BrowserContext): Promise<Page> => context.pages()[0] ?? context.newPage();
