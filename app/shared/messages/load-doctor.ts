import { languageLoader } from './language-loader.ts';

/** As `loadLanguage`, with the texts of `tokenboard doctor`: nothing else shows them. */
export const loadDoctorLanguage = languageLoader({
  en: async () => {
    const [{ whole }, { doctor }] = await Promise.all([import('./en/later.ts'), import('./en/doctor.ts')]);
    return { ...whole, ...doctor };
  },
  de: async () => {
    const [{ de }, { doctor }] = await Promise.all([import('./de/index.ts'), import('./de/doctor.ts')]);
    return { ...de, ...doctor };
  },
});
