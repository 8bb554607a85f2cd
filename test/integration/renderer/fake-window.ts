import { type Browser, chromium, type Page } from 'playwright';
import { inject } from 'vitest';
import { findBrowser } from '../../../app/platform/browser/find-browser.ts';
import { axeViolations, colourRules } from '../../renderer/axe.ts';

export interface FakeWindow {
  /** The page, loaded anew with the played main in this state and nothing kept; see `test/renderer/main.ts`. */
  open(query: string, size?: { width: number; height: number }): Promise<Page>;
  close(): Promise<void>;
}

/** Shows the renderer over a played main in an installed Chromium; see `test/renderer/played-window.ts`. */
export async function startFakeWindow(): Promise<FakeWindow> {
  const origin = inject('playedWindow');
  const built = await fetch(origin);
  if (!built.ok) throw new Error(await built.text());
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
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: null, contrast: null });
      await page.mouse.move(0, 0);
      // Not before: the page of the test before could still have problems of its own.
      page.once('framenavigated', () => {
        problems = [];
      });
      await page.goto(`${origin}/?fresh&${query}`);
      await page.getByRole('banner').waitFor();
      // It listens to keys once it has drawn.
      await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
      if (problems.length > 0) throw new Error(problems.join('\n'));
      return page;
    },
    async close() {
      await browser.close();
    },
  };
}

/** What axe finds, one line each. `part`: what a theme can break, or all the rest, which a language can break. */
export async function axeProblems(page: Page, part: 'all' | 'colours' | 'words' = 'all'): Promise<string[]> {
  const violations = await axeViolations(
    page,
    part === 'colours' ? colourRules : [],
    part === 'words' ? colourRules : [],
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}
