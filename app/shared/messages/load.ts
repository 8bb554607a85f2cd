import { languageLoader } from './language-loader.ts';

/** Sets the language of the main process. */
export const loadLanguage = languageLoader({
  en: async () => (await import('./en/later.ts')).whole,
  de: async () => (await import('./de/index.ts')).de,
});
