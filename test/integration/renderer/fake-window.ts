import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { findBrowser } from '../../../app/platform/browser/find-browser.ts';
import { axeViolations } from '../../renderer/axe.ts';
import { servePage } from '../../renderer/serve.ts';

export interface FakeWindow {
  /** The page, loaded anew with the played main in this state and nothing kept; see `test/renderer/main.ts`. */
  open(query: string, size?: { width: number; height: number }): Promise<Page>;
  close(): Promise<void>;
}

/** Builds the renderer over a played main once, and shows it in an installed Chromium. */
export async function startFakeWindow(): Promise<FakeWindow> {
  const folder = await mkdtemp(join(tmpdir(), 'tokenboard-window-'));
  process.env.TOKENBOARD_FAKE_OUT = folder;
  // React as people get it: Vitest's own "test" would make it the slow one for development.
  process.env.NODE_ENV = 'production';
  await build({ configFile: join(import.meta.dirname, '../../renderer/vite.config.ts'), logLevel: 'error' });
  const server = await servePage(folder);
  const executablePath = findBrowser();
  const browser: Browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    // Chromium refuses its own sandbox to root, as which containers run tests.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  // One page for all: a second load of the same files takes a third of the first one's time.
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  let problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  return {
    async open(query, size = { width: 1280, height: 800 }) {
      await page.goto('about:blank');
      problems = [];
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: null });
      await page.mouse.move(0, 0);
      await page.goto(`${server.origin}/?fresh&${query}`);
      await page.getByRole('banner').waitFor();
      // It listens to keys once it has drawn.
      await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
      if (problems.length > 0) throw new Error(problems.join('\n'));
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What axe finds, one line each. */
export async function axeProblems(page: Page): Promise<string[]> {
  const violations = await axeViolations(page);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}
