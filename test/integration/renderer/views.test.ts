import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Language } from '../../../app/shared/messages/languages.ts';
import { axeProblems, type FakeWindow, startFakeWindow } from './fake-window.ts';
import { fieldsWithoutSentence } from './field-sentences.ts';
import { cutTexts, switchLanguage, textsInAnotherLanguage } from './shown-texts.ts';
import { views } from './views.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const sizes = [
  // 1280 × 800 at 200 %.
  { width: 640, height: 400 },
  // The smallest that the window can be made.
  { width: 720, height: 480 },
  { width: 900, height: 600 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

/** What lies outside the window, makes the page itself scroll, or shows a letter or two of a text that is cut. */
const overflowOf = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    const outside = [...document.querySelectorAll('main button, main input, [role=dialog] button')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5))
      .map(({ element }) => element.outerHTML.slice(0, 120));
    const slivers = [...document.querySelectorAll('main *, [role=dialog] *')]
      .filter((element) => element.scrollWidth > element.clientWidth && element.clientWidth > 0)
      .filter((element) => element.clientWidth < 24 && getComputedStyle(element).textOverflow === 'ellipsis')
      .map((element) => `${element.textContent}: ${element.clientWidth} px`);
    return { wide: scrollWidth > clientWidth, high: scrollHeight > clientHeight, outside, slivers };
  });

/** As the system would switch it: the window follows. */
const switchTheme = async (page: Page, theme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme: theme });
  await page.waitForFunction((wanted) => document.documentElement.dataset.mantineColorScheme === wanted, theme);
};

/** Whether all of it fits at every size. */
async function expectToFit(page: Page, language: Language): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    // The page is laid out anew in a frame of its own.
    await expect
      .poll(async () => ({ ...(await overflowOf(page)), cut: await cutTexts(page, language) }), {
        message: `${language} ${size.width} × ${size.height}`,
      })
      .toEqual({ wide: false, high: false, outside: [], slivers: [], cut: [] });
  }
}

it.each(Object.entries(views))(
  'axe finds nothing wrong with %s in light and dark, it fits at every size, and each field of a dialog has its sentence',
  async (_name, view) => {
    const page = await window.open(`${view.query}&theme=system`);
    await view.reach(page);
    await switchTheme(page, 'light');
    expect(await axeProblems(page)).toEqual([]);
    await switchTheme(page, 'dark');
    expect(await axeProblems(page, 'colours')).toEqual([]);
    expect(await fieldsWithoutSentence(page)).toEqual([]);
    await expectToFit(page, 'en');
    await switchLanguage(page, 'de');
    await expect.poll(() => textsInAnotherLanguage(page, 'de')).toEqual([]);
    await expectToFit(page, 'de');
    expect(await axeProblems(page, 'words')).toEqual([]);
  },
);
