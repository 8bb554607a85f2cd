import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export interface Report {
  /** Runs one step, and prints its result and duration. A failure takes a screenshot and is rethrown. */
  step(what: string, work: () => Promise<string>): Promise<void>;
  heading(text: string): void;
  picture(page: Page, name: string): Promise<void>;
}

/** Prints lines and saves numbered screenshots in `folder`, which is emptied first to remove outdated screenshots. */
export function startReport(folder: string, mainPage: () => Page | undefined): Report {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let pictures = 0;
  const picture = async (page: Page, name: string) => {
    pictures += 1;
    const file = `${String(pictures).padStart(2, '0')}-${name}.png`;
    await page.screenshot({ path: join(folder, file), animations: 'disabled' });
    console.log(`             picture: demo/${file}`);
  };
  return {
    picture,
    heading: (text) => console.log(`\n${text}`),
    step: async (what, work) => {
      const started = performance.now();
      try {
        const saw = await work();
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        console.log(`  ok ${seconds.padStart(5)} s  ${what}${saw === '' ? '' : `: ${saw}`}`);
      } catch (error) {
        console.log(`  FAILED      ${what}`);
        const page = mainPage();
        if (page !== undefined && !page.isClosed()) await picture(page, 'failed').catch(() => {});
        throw error;
      }
    },
  };
}
