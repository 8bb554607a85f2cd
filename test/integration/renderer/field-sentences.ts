import type { Page } from 'playwright';

/**
 * Fields of the uppermost dialog, or else of the page, without a sentence that says what goes in. The sentence is on the
 * screen, and is the field's description or that of a group around it. A field that searches a list needs none.
 */
export const fieldsWithoutSentence = (page: Page, within: 'dialog' | 'main' = 'dialog'): Promise<string[]> =>
  page.evaluate((place) => {
    const roots = document.querySelectorAll(place === 'dialog' ? '[role=dialog]' : 'main');
    const root = roots[roots.length - 1];
    if (root === undefined) return [];
    const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
    const isShown = (sentence: string) =>
      [...root.querySelectorAll('*')].some((each) => isSeen(each) && plain(each.textContent) === sentence);
    const sentenceOf = (element: Element): string => {
      const ids = (element.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '');
      const described = ids
        .map((id) => document.getElementById(id))
        // A problem comes and goes: it is no description of the field.
        .filter((each) => each !== null && isSeen(each) && !/error|problem/i.test(each.id))
        .map((each) => plain(each?.textContent ?? ''))
        .join(' ');
      const own = plain(element.getAttribute('aria-description') ?? '');
      return described !== '' ? described : isShown(own) ? own : '';
    };
    const isDescribed = (field: Element): boolean => {
      for (let each: Element | null = field; each !== null && root.contains(each); each = each.parentElement)
        if ((each === field || each.matches('fieldset, [role=group]')) && sentenceOf(each).includes(' ')) return true;
      return false;
    };
    const isSearch = (field: Element) =>
      field.matches('[role=combobox]') && document.getElementById(field.getAttribute('aria-controls') ?? '') !== null;
    return [...root.querySelectorAll('input, select, textarea, [role=radiogroup], [role=switch]')]
      .filter((field) => !field.matches('[type=radio], [type=hidden]') && !isSearch(field))
      .filter((field) => field.matches('[type=file]') || isSeen(field))
      .filter((field) => !isDescribed(field))
      .map((field) => {
        const [label] = (field as HTMLInputElement).labels ?? [];
        return field.getAttribute('aria-label') ?? label?.textContent ?? field.outerHTML;
      });
  }, within);
