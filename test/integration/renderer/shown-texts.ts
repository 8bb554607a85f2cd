import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Page } from 'playwright';
import type { Language } from '../../../app/shared/messages/languages.ts';
import type { Texts } from '../../../app/shared/messages/message.ts';
import { de } from '../../../renderer/messages/de/index.ts';
import { en } from '../../../renderer/messages/en/index.ts';
import { presets } from '../../unit/renderer/presets.ts';

const catalogues: Readonly<Record<Language, Texts>> = { en, de };

/** Switches the language of the system: the open window follows. */
export async function switchLanguage(page: Page, language: Language): Promise<void> {
  await page.evaluate((code) => {
    window.fake.info = { ...window.fake.info, languages: [code] };
    window.fake.emit('app.changed', {});
  }, language);
  await page.waitForFunction((code) => document.documentElement.lang === code, language);
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const patternOf = (elements: readonly MessageFormatElement[]): string =>
  elements
    .map((element): string => {
      if (element.type === TYPE.literal) return escaped(element.value);
      if (element.type === TYPE.tag) return patternOf(element.children) || '.*';
      if (element.type === TYPE.plural || element.type === TYPE.select)
        return `(?:${Object.values(element.options)
          .map((option) => patternOf(option.value))
          .join('|')})`;
      return element.type === TYPE.pound || element.type === TYPE.number ? '[\\d.,]+' : '.+';
    })
    .join('');

/** A text that is nothing but values and signs, such as `{title}. {meaning}`, would match any text. */
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(patternOf(parse(text)));

/** What matches the texts of a language, with any values in their placeholders. */
const matcherOf = (texts: readonly string[]): RegExp =>
  new RegExp(
    `^(?:${texts
      .filter(hasWords)
      .map((text) => patternOf(parse(text)))
      .join('|')})$`,
    'u',
  );

/** The names that practice resources and first keys get when they are made: later they are the user's, in any language. */
const isName = (id: string): boolean => id.startsWith('practice.resource.') || id === 'feed.key.first';
const textsOf = (catalogue: Texts): string[] =>
  Object.entries(catalogue).flatMap(([id, text]) => (isName(id) ? [] : [text]));

const matchers: Readonly<Record<Language, RegExp>> = { en: matcherOf(textsOf(en)), de: matcherOf(textsOf(de)) };
const onlyIn = (language: Language, text: string): boolean =>
  matchers[language].test(text) &&
  !Object.entries(matchers).some(([code, other]) => code !== language && other.test(text));

/** Visible texts, labels and hints that are still those of another language; without messages that soon disappear. */
export async function textsInAnotherLanguage(page: Page, language: Language): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll('body *')) {
      if (
        element.closest('script, style, .mantine-Notifications-root') !== null ||
        !element.checkVisibility({ visibilityProperty: true })
      )
        continue;
      for (const name of ['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt'])
        found.push(element.getAttribute(name) ?? '');
      const ownText = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      if (ownText.length === 0) continue;
      found.push(element.textContent, ...ownText.map((node) => node.textContent ?? ''));
    }
    return [...new Set(found.map((text) => text.replaceAll(/\s+/g, ' ').trim()))];
  });
  // A service may be named like a word of the app, and is so in every language.
  const services = new Set(presets.all.map(({ name }) => name));
  // A single small word may be the name of a parameter.
  return shown
    .filter((text) => !services.has(text))
    .filter((text) => !/^\p{Ll}+$/u.test(text))
    .filter((text) => Object.keys(catalogues).some((code) => code !== language && onlyIn(code as Language, text)));
}

/**
 * Texts of the app that are cut off by an element around them or by the window, and controls that lie on one another.
 * What a user or a service named may be cut.
 */
export async function cutTexts(page: Page, language: Language): Promise<string[]> {
  const { cut, overlapping } = await page.evaluate(() => {
    type Box = { left: number; top: number; right: number; bottom: number };
    const dialogs = document.querySelectorAll('[role=dialog]');
    const root = dialogs[dialogs.length - 1] ?? document.body;
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.closest('[inert]') === null;
    const window: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };

    /** What an element shows of its content, up to the next that scrolls: a scroll brings the rest into view. */
    const clipOf = (element: Element | null, axis: 'x' | 'y'): [number, number] => {
      const [start, end] = axis === 'x' ? (['left', 'right'] as const) : (['top', 'bottom'] as const);
      let clip: [number, number] = [-Infinity, Infinity];
      for (let each = element; each !== null; each = each.parentElement) {
        const overflow = getComputedStyle(each)[axis === 'x' ? 'overflowX' : 'overflowY'];
        if (overflow === 'auto' || overflow === 'scroll') return clip;
        if (overflow === 'visible') continue;
        const box = each.getBoundingClientRect();
        clip = [Math.max(clip[0], box[start]), Math.min(clip[1], box[end])];
      }
      return [Math.max(clip[0], window[start]), Math.min(clip[1], window[end])];
    };

    const cut: string[] = [];
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || (node.textContent ?? '').trim() === '' || !isSeen(parent)) continue;
      // A value of the service, such as yes or no, in a row at the edge of the table.
      if (parent.closest('[role=gridcell][data-column]') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      // For screen readers only.
      if (box.width === 0 || getComputedStyle(parent).clipPath !== 'none' || parent.clientWidth === 1) continue;
      const [left, right] = clipOf(parent, 'x');
      const [top, bottom] = clipOf(parent, 'y');
      // A line box is higher than its letters.
      if (box.left < left - 1 || box.right > right + 1 || box.top < top - 4 || box.bottom > bottom + 4)
        cut.push(parent.textContent.trim());
    }

    const canvas = document.createElement('canvas').getContext('2d');
    for (const field of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
      const box = field.getBoundingClientRect();
      if (
        canvas === null ||
        !isSeen(field) ||
        box.width < 10 ||
        field.matches('[type=radio], [type=checkbox], [type=file]')
      )
        continue;
      const style = getComputedStyle(field);
      canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      const shown =
        field instanceof HTMLSelectElement
          ? (field.selectedOptions[0]?.textContent ?? '')
          : field.value === ''
            ? field.placeholder
            : field.value;
      if (canvas.measureText(shown).width > room + 1) cut.push(shown);
    }

    const layerOf = (element: Element) =>
      element.closest('[role=dialog], [role=menu], [role=listbox], [class*=Notification], [class*=Popover]');
    const controls = [...root.querySelectorAll('button, input, select, textarea, a[href], [role=tab], [role=combobox]')]
      .filter((element) => isSeen(element) && !element.matches('[type=radio], [type=file]'))
      .map((element) => {
        const shape = element.getBoundingClientRect();
        const box: Box = { left: shape.left, top: shape.top, right: shape.right, bottom: shape.bottom };
        for (let each = element.parentElement; each !== null; each = each.parentElement) {
          if (getComputedStyle(each).overflowY === 'visible') continue;
          const clip = each.getBoundingClientRect();
          box.left = Math.max(box.left, clip.left);
          box.right = Math.min(box.right, clip.right);
          box.top = Math.max(box.top, clip.top);
          box.bottom = Math.min(box.bottom, clip.bottom);
        }
        return { element, box, layer: layerOf(element) };
      })
      .filter(({ box }) => box.right - box.left > 2 && box.bottom - box.top > 2);
    const nameOf = (element: Element) =>
      element.getAttribute('aria-label') ?? (element.textContent.trim() || element.outerHTML.slice(0, 80));
    const overlapping = controls.flatMap((one, index) =>
      controls
        .slice(index + 1)
        .filter(
          (other) =>
            one.layer === other.layer &&
            !one.element.contains(other.element) &&
            !other.element.contains(one.element) &&
            Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > 2 &&
            Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) > 2 &&
            // A field with a button in it.
            (one.element.closest('[class*=Input-wrapper]') ?? one.element.parentElement)?.contains(other.element) !==
              true,
        )
        .map((other) => `${nameOf(one.element)} and ${nameOf(other.element)} overlap`),
    );
    return { cut: cut.map((text) => text.replaceAll(/\s+/g, ' ')), overlapping };
  });
  return [...new Set(cut.filter((text) => matchers[language].test(text))), ...overlapping];
}
