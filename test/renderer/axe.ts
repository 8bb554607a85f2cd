import axe from 'axe-core';
import type { Page } from 'playwright';

/** The rules that a theme can break. */
export const colourRules = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong. `rules`: only these; without any, all that axe runs by default, but for `leftOut`. The nodes that
 * pass are not described, which takes as long as the rules.
 */
export async function axeViolations(page: Page, rules: string[] = [], leftOut: string[] = []): Promise<axe.Result[]> {
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    ...(rules.length === 0 ? {} : { runOnly: { type: 'rule', values: rules } }),
    rules: Object.fromEntries(leftOut.map((rule) => [rule, { enabled: false }])),
  };
  // Half a megabyte, which the page compiles: once for all runs in it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (asked) => {
    // A colour that is on its way to another has a contrast that nobody sees.
    const running = document
      .getAnimations()
      .filter(
        ({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().iterations !== Infinity,
      );
    await Promise.allSettled(running.map(({ finished }) => finished));
    const here = Reflect.get(window, 'axe') as typeof axe;
    return (await here.run(document, asked)).violations;
  }, options);
}
