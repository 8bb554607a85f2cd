import { en } from './en/index.ts';
import { setTexts } from './format.ts';
import type { Language } from './languages.ts';
import type { Texts } from './message.ts';

/** Each language but English is a file of its own, loaded when it is chosen. */
const texts: Record<Language, () => Texts | Promise<Texts>> = {
  en: () => en,
  de: async () => (await import('./de/index.ts')).de,
};

let latest: Language = 'en';

/** Sets the language of the main process. Where two are chosen at once, the later choice wins. */
export async function loadLanguage(language: Language): Promise<void> {
  latest = language;
  const loaded = await texts[language]();
  if (latest === language) setTexts(language, loaded);
}
