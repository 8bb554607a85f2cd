import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '../../renderer/axe.ts';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';
import { views } from './views.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

/** Texts below 7:1 (WCAG 1.4.6), without the initials of a badge, which stand beside the name. */
async function weakTexts(page: Page): Promise<string[]> {
  const violations = await axeViolations(page, ['color-contrast-enhanced']);
  return violations.flatMap(({ nodes }) =>
    nodes
      .filter(({ html }) => !/^<span[^>]* data-size="\d+" aria-hidden="true"/.test(html))
      .map(({ html, failureSummary }) => `${html}: ${failureSummary}`),
  );
}

/** The contrast of each kind of line with each ground that it lies on (WCAG 2.2, "contrast ratio"). */
const contrastOfLines = (page: Page) =>
  page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('div'));
    probe.style.transition = 'none';
    const luminanceOf = (token: string): number => {
      probe.style.color = `var(${token})`;
      const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/\d+/g) ?? []).map((part) => {
        const value = Number(part) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ratios = ['--tb-border', '--tb-border-strong', '--tb-focus'].flatMap((line) =>
      ['--tb-sidebar', '--tb-surface', '--tb-raised', '--tb-sunken'].map((ground) => {
        const [dark = 0, light = 0] = [luminanceOf(line), luminanceOf(ground)].toSorted((one, other) => one - other);
        return (light + 0.05) / (dark + 0.05);
      }),
    );
    probe.remove();
    return ratios;
  });

describe.each(['light', 'dark'] as const)('where the system asks for more contrast, the %s theme', (theme) => {
  it('has lines of at least 3:1', async () => {
    const page = await window.open(`state=some&theme=${theme}`);
    await page.emulateMedia({ contrast: 'more' });
    expect(Math.min(...(await contrastOfLines(page)))).toBeGreaterThanOrEqual(3);
  });

  it.each([
    'empty',
    'data',
    'an error above the data of before',
    'the OAuth dialog with every group open',
    'the OAuth dialog with mistakes',
    'a login that failed',
    'a connection that will end',
    'a request that failed',
    'the network settings',
    'palette',
  ] as const)('has texts of at least 7:1: %s', async (name) => {
    const view = views[name];
    if (view === undefined) throw new Error(`no view ${name}`);
    const page = await window.open(`${view.query}&theme=${theme}`);
    await page.emulateMedia({ contrast: 'more' });
    await view.reach(page);
    expect(await weakTexts(page)).toEqual([]);
  });
});
