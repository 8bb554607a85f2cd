import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languageCodes } from '../../../app/shared/messages/languages.ts';
import { dialogs } from './dialogs.ts';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';
import { fieldsWithoutSentence } from './field-sentences.ts';
import { cutTexts, switchLanguage, textsInAnotherLanguage } from './shown-texts.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

/** Where pictures go, for looking at them; none are taken without it. */
const pictures = process.env.TOKENBOARD_PICTURES;

/** Fields and buttons of the dialog that have a look of the browser’s own, are cut off, or stand outside of it. */
const badLooks = (page: Page) =>
  page.evaluate(() => {
    const dialog = document.querySelector('[role=dialog]');
    if (dialog === null) return ['no dialog'];
    const frame = dialog.getBoundingClientRect();
    const fault = (element: Element, what: string) =>
      `${element.getAttribute('aria-label') ?? element.getAttribute('placeholder') ?? element.textContent}: ${what}`;
    return [...dialog.querySelectorAll('input:not([type=radio], [type=checkbox]), textarea, select, button')].flatMap(
      (element) => {
        const box = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        if (box.width === 0 || element.closest('[aria-hidden=true]') !== null) return [];
        const found: string[] = [];
        // Chromium’s own look: 13.33px Arial in an inset or outset frame.
        if (['inset', 'outset'].includes(style.borderStyle)) found.push(fault(element, `a ${style.borderStyle} frame`));
        if (style.fontSize === '13.3333px' || style.fontFamily === 'Arial')
          found.push(fault(element, 'a foreign font'));
        if (element.matches('input, select') && box.height < 20) found.push(fault(element, `${box.height} px high`));
        if (box.left < frame.left - 0.5 || box.right > frame.right + 0.5) found.push(fault(element, 'outside'));
        if (element.matches('input') && box.width < 40) found.push(fault(element, `${box.width} px wide`));
        return found;
      },
    );
  });

const sizes = [
  { width: 900, height: 600 },
  { width: 1280, height: 800 },
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(Object.entries(dialogs))(
    '%s has styled fields inside its frame, each with its sentence, and whole texts, at 900 and 1280 wide, in both languages',
    async (name, dialog) => {
      const page = await window.open(`${dialog.query}&theme=${theme}`, { width: 900, height: 600 });
      await dialog.open(page);
      await page.getByRole('dialog').waitFor();
      for (const language of languageCodes) {
        await switchLanguage(page, language);
        await expect.poll(() => textsInAnotherLanguage(page, language)).toEqual([]);
        expect(await fieldsWithoutSentence(page)).toEqual([]);
        for (const size of sizes) {
          await page.setViewportSize(size);
          await expect
            .poll(async () => [...(await badLooks(page)), ...(await cutTexts(page, language))], {
              message: `${language} ${size.width}`,
            })
            .toEqual([]);
          if (pictures === undefined) continue;
          mkdirSync(pictures, { recursive: true });
          await page.screenshot({ path: join(pictures, `${name} ${theme} ${language} ${size.width}.png`) });
        }
      }
    },
  );
});
