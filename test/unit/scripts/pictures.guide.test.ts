import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Language, languageCodes } from '../../../app/shared/messages/languages.ts';
import { de } from '../../../renderer/messages/de/index.ts';
import { en } from '../../../renderer/messages/en/index.ts';
import { readPng } from '../../../scripts/pictures/small-png.ts';

const guide = join(import.meta.dirname, '../../../docs/guide');
const catalogues: Record<Language, Record<string, string>> = { en, de };
/** Keys, as the window writes them: the catalogues have only their names. */
const keys = /^(?:Ctrl|Strg) [A-Z]$/;

const pagesIn = (language: Language): string[] => readdirSync(join(guide, language)).toSorted();
const pages = languageCodes.flatMap((language) =>
  pagesIn(language).map((name) => ({
    language,
    name,
    text: readFileSync(join(guide, language, name), 'utf8'),
  })),
);
const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, first = '']) => first.replace(/\s+/g, ' '));

/** `../pictures/error-de.png` */
const picturesOf = (text: string): string[] => found(text, /!\[[^\]]+\]\(([^)]+)\)/g);
const plain = (label: string): string => label.replace(/[\s….?]+$/, '');

describe('the guide', () => {
  it('has the same pages in every language', () => {
    expect(pages.length).toBeGreaterThan(0);
    for (const language of languageCodes) expect(pagesIn(language), language).toEqual(pagesIn('en'));
  });

  it.each(pages)('finds $language/$name by its keywords and its one title', ({ text }) => {
    expect(text).toMatch(/^---\nkeywords: \S.*\S\n---\n\n# \S/);
    expect(found(text, /^# (.+)$/gm)).toHaveLength(1);
  });

  it.each(pages)('links from $language/$name to pages that exist', ({ language, text }) => {
    const links = found(text, /(?<!!)\[[^\]]+\]\(([^)]+)\)/g);
    expect(links.filter((link) => !existsSync(join(guide, language, link)))).toEqual([]);
  });

  it.each(pages)('shows in $language/$name only labels that the window has', ({ language, text }) => {
    const labels = new Set(Object.values(catalogues[language]).map(plain));
    const bold = found(text, /\*\*([^*]+)\*\*/g).filter((label) => !keys.test(label));
    expect(bold.filter((label) => !labels.has(plain(label)))).toEqual([]);
  });

  it('shows every picture in the language of the page', () => {
    for (const { language, name, text } of pages)
      for (const picture of picturesOf(text))
        expect(picture, `${language}/${name}`).toMatch(new RegExp(`^\\.\\./pictures/[\\w-]+-${language}\\.png$`));
  });

  it('names every picture that exists, and no other', () => {
    const named = pages.flatMap(({ text }) => picturesOf(text)).map((picture) => picture.replace('../pictures/', ''));
    expect(named.toSorted()).toEqual(readdirSync(join(guide, 'pictures')).toSorted());
  });

  it('has small pictures, none larger than the window', () => {
    for (const name of readdirSync(join(guide, 'pictures'))) {
      const file = readFileSync(join(guide, 'pictures', name));
      const { width, height } = readPng(file);
      expect({ name, fits: width <= 1280 && height <= 800 }).toEqual({ name, fits: true });
      expect(file.length, name).toBeLessThan(70_000);
    }
  });
});
