import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/** The rules that a theme can break. */
export const colourRules = ['color-contrast', 'link-in-text-block'];

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

/**
 * What axe finds wrong. `rules`: only these; without any, all that axe runs by default, but for `leftOut`. The nodes that
 * pass are not described, which takes as long as the rules.
 */
export async function axeViolations(page: Page, rules: string[] = [], leftOut: string[] = []): Promise<Violations> {
  // The page has no frames: what "legacy" leaves out, a page of its own to put their findings together, costs a second.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({
    resultTypes: ['violations'],
    ...(rules.length === 0 ? {} : { runOnly: { type: 'rule' as const, values: rules } }),
    rules: Object.fromEntries(leftOut.map((rule) => [rule, { enabled: false }])),
  });
  return (await axe.analyze()).violations;
}
