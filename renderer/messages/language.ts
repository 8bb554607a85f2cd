import { useSyncExternalStore } from 'react';
import { currentLanguage, setTexts } from '../../app/shared/messages/format.ts';
import { languageLoader } from '../../app/shared/messages/language-loader.ts';
import type { Language } from '../../app/shared/messages/languages.ts';
import { english, loadEnglish } from './later-texts.ts';

const load = languageLoader({
  en: async () => {
    await loadEnglish();
    return english;
  },
  de: async () => (await import('./de/index.ts')).de,
});

// Enough for the first frame.
setTexts('en', english);
const listeners = new Set<() => void>();

/** Loads the texts of a language, then draws the window in it. Rejects if its file cannot be read: the window stays as it is. */
export async function loadLanguage(language: Language): Promise<void> {
  if (!(await load(language))) return;
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The language of the window. Draws its component again when the language changes. */
export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage);
