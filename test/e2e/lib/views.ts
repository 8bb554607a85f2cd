import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { axeViolations, colourRules } from '../../renderer/axe.ts';
import { platformsHere, type RunningTestApp } from '../app.ts';
import { results } from './use-app.ts';

const themes = ['light', 'dark'] as const;
const widths = [900, 1280, 1920] as const;
const heights: Record<(typeof widths)[number], number> = { 900: 600, 1280: 800, 1920: 1080 };

async function resize(app: RunningTestApp, width: (typeof widths)[number]): Promise<void> {
  const height = heights[width];
  if (app.electronApp === undefined) await app.mainPage.setViewportSize({ width, height });
  else
    await app.electronApp.evaluate(
      ({ BrowserWindow }, size) => {
        const [main] = BrowserWindow.getAllWindows().sort((a, b) => a.id - b.id);
        main?.setContentSize(size.width, size.height);
      },
      { width, height },
    );
  await app.mainPage.waitForFunction((wanted) => window.innerWidth === wanted, width);
}

/** As the system would switch it: the window follows. */
async function switchTheme(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.waitForFunction((wanted) => document.documentElement.dataset.mantineColorScheme === wanted, theme);
}

export interface Violation {
  id: string;
  where: string[];
}

/** What axe finds, short enough to read. `rules`: only these. */
export async function violations(page: Page, rules: string[] = []): Promise<Violation[]> {
  const found = await axeViolations(page, rules);
  return found.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim()}`),
  }));
}

/** A view in light and dark at three widths: pictures, and what axe finds in each theme. */
export async function lookAt(app: RunningTestApp, view: string): Promise<Violation[]> {
  // The page is one and the same in both platforms: every width in one of them is enough.
  const looked = app.kind === platformsHere().at(-1) ? widths : ([1280] as const);
  const folder = join(results, 'views', app.kind);
  mkdirSync(folder, { recursive: true });
  const found: Violation[] = [];
  for (const theme of themes) {
    await switchTheme(app.mainPage, theme);
    for (const width of looked) {
      await resize(app, width);
      await app.mainPage.screenshot({ path: join(folder, `${view}-${theme}-${width}.png`), animations: 'disabled' });
      if (await hasSidewaysScroll(app.mainPage)) found.push({ id: 'sideways scroll', where: [`${theme} ${width}`] });
      // The narrowest puts things on top of each other; the colours are the same at every width, the rest in each theme.
      if (width === looked[0]) found.push(...(await violations(app.mainPage, theme === 'light' ? [] : colourRules)));
    }
  }
  await resize(app, 1280);
  return found;
}

/** Something hangs over the edge of the window, also once the page is laid out anew. */
const hasSidewaysScroll = (page: Page): Promise<boolean> =>
  page
    .waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth, undefined, { timeout: 10_000 })
    .then(
      () => false,
      () => true,
    );
