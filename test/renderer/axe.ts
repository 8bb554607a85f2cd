import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

/** What axe finds wrong. Every rule runs; the nodes that pass are not described, which takes as long as the rules. */
export async function axeViolations(page: Page): Promise<Violations> {
  // The page has no frames: what "legacy" leaves out, a page of its own to put their findings together, costs a second.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  return (await axe.analyze()).violations;
}
