import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type AppOptions, type PlatformKind, type RunningTestApp, root, startApp } from '../app.ts';

export const results = join(root, 'test-results');

export interface SharedApp {
  readonly app: RunningTestApp;
  readonly page: Page;
}

/** A key of the tests' own: without one, and without a keychain, nothing would outlive the app. */
export const testKey = 'a key for tests: correct horse battery staple';

/** One app for all tests of a `describe`; a failed test leaves pictures of its windows in test-results/. */
export function useApp(kind: PlatformKind, options: AppOptions = {}): SharedApp {
  let app: RunningTestApp | undefined;
  const complaints: string[] = [];
  const running = (): RunningTestApp => {
    if (app === undefined) throw new Error('the app has not started');
    return app;
  };
  beforeAll(async () => {
    app = await startApp(kind, { ...options, environment: { TOKENBOARD_KEY: testKey, ...options.environment } });
    app.mainPage.setDefaultTimeout(30_000);
    app.mainPage.on('pageerror', (error) => complaints.push(String(error)));
    app.mainPage.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
  });
  afterEach(async ({ task }) => {
    if (app === undefined || task.result?.state !== 'fail') return;
    await takePictures(app, `${kind} ${task.name}`);
    await closeWhatIsOpen(app);
  });
  afterAll(async () => {
    await app?.close();
    // What the browser complained of in the main window: a broken rule of the CSP, an error nobody caught.
    expect(complaints).toEqual([]);
  });
  return {
    get app() {
      return running();
    },
    get page() {
      return running().mainPage;
    },
  };
}

/** One failure must not become many: the next test starts on a window without a dialog. */
async function closeWhatIsOpen({ mainPage, popups }: RunningTestApp): Promise<void> {
  for (const popup of popups()) await popup.close();
  // A confirmation lies over the dialog that opened it.
  for (const name of ['Cancel', 'Close', 'Cancel', 'Close without saving', 'Close settings']) {
    const button = mainPage.getByRole('dialog').getByRole('button', { name, exact: true }).last();
    if (await button.isVisible()) await button.click({ timeout: 2000 }).catch(() => {});
  }
}

export async function takePictures(app: RunningTestApp, name: string): Promise<void> {
  mkdirSync(results, { recursive: true });
  const file = name.replace(/[^\w]+/g, '-').slice(0, 90);
  for (const [index, page] of [app.mainPage, ...app.popups()].entries())
    await page.screenshot({ path: join(results, `failed-${file}-${index}.png`), timeout: 5000 }).catch(() => {});
}
