import { setTexts } from './format.ts';
import type { Language } from './languages.ts';
import type { Texts } from './message.ts';

/** The texts of each language. English is always loaded; any other language is in a file that loads when it is chosen. */
export type LanguageTexts = Readonly<Record<Language, () => Texts | Promise<Texts>>>;

/**
 * Returns a function that loads the texts of a language and sets them. Of two choices at once, the later one wins:
 * resolves with whether this choice did. Rejects if the texts cannot be loaded, and changes nothing then.
 */
export function languageLoader(texts: LanguageTexts): (language: Language) => Promise<boolean> {
  let latest: Language = 'en';
  return async (language) => {
    latest = language;
    const loaded = await texts[language]();
    if (latest !== language) return false;
    setTexts(language, loaded);
    return true;
  };
}
