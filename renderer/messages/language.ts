import { useSyncExternalStore } from 'react';
import { currentLanguage, setTexts } from '../../app/shared/messages/format.ts';
import type { Language } from '../../app/shared/messages/languages.ts';
import type { Texts } from '../../app/shared/messages/message.ts';
import { en } from './en/index.ts';

/** Each language but English is a file of its own, loaded when it is chosen. */
const texts: Record<Language, () => Texts | Promise<Texts>> = {
  en: () => en,
  de: async () => (await import('./de/index.ts')).de,
};

setTexts('en', en);
let latest: Language = 'en';
const listeners = new Set<() => void>();

/**
 * Loads the texts of a language, then draws the window in it. Where two are chosen at once, the later choice wins. A
 * language whose file cannot be read leaves the window as it is.
 */
export async function loadLanguage(language: Language): Promise<void> {
  latest = language;
  const loaded = await texts[language]();
  if (latest !== language) return;
  setTexts(language, loaded);
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The language of the window. Draws its component again when the language changes. */
export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage);
