import { en } from './en/index.ts';
import { languageLoader } from './language-loader.ts';

/** Sets the language of the main process. */
export const loadLanguage = languageLoader({
  en: () => en,
  de: async () => (await import('./de/index.ts')).de,
});
