// The keyboard alone: every step is a key press, and after every step the focus must be to be seen.
import type { Locator, Page } from 'playwright';

const mostSteps = 80;

/** Presses `key` until `target` has the focus. @returns where the focus was not to be seen on the way. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<string[]> {
  const unseen: string[] = [];
  await target.first().waitFor();
  for (let step = 0; step < mostSteps; step += 1) {
    if (await hasFocus(target)) return unseen;
    await page.keyboard.press(key);
    const hidden = await unseenFocus(page);
    if (hidden !== undefined) unseen.push(hidden);
  }
  throw new Error(`${mostSteps} times ${key} did not get to ${target}; the focus is on ${await focused(page)}`);
}

export const hasFocus = (target: Locator): Promise<boolean> =>
  target.first().evaluate((element) => element === document.activeElement);

/** The focused element, as a person would name it. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const name = element?.getAttribute('aria-label') ?? element?.getAttribute('title') ?? element?.textContent ?? '';
    return `${element?.tagName.toLowerCase()} “${name.trim().slice(0, 60)}”`;
  });
}

/** The focused element, if nothing shows that it has the focus: no ring on it, on its label or on its frame. */
export function unseenFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return undefined;
    const isThere = (colour: string) => colour !== 'transparent' && !/, 0\)$/.test(colour);
    const hasRing = (candidate: Element) => {
      const style = getComputedStyle(candidate);
      const outline = style.outlineStyle !== 'none' && style.outlineWidth !== '0px' && isThere(style.outlineColor);
      // A thin handle is painted as a whole.
      const painted = candidate.matches('[role=separator]') && style.backgroundImage !== 'none';
      return outline || painted || style.boxShadow !== 'none';
    };
    const candidates: Element[] = [element];
    if (element.nextElementSibling !== null) candidates.push(element.nextElementSibling);
    const active = element.getAttribute('aria-activedescendant');
    const descendant = active === null ? null : document.getElementById(active);
    if (descendant !== null) candidates.push(descendant);
    // Fields without a frame of their own: the frame around them shows it.
    let parent = element.parentElement;
    for (let level = 0; level < 3 && parent !== null; level += 1) {
      if (/^(INPUT|TEXTAREA)$/.test(element.tagName)) candidates.push(parent);
      parent = parent.parentElement;
    }
    if (candidates.some(hasRing)) return undefined;
    const border = getComputedStyle(element).borderColor;
    const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return `${element.tagName.toLowerCase()}.${element.className} “${name.trim().slice(0, 40)}” (border ${border})`;
  });
}
