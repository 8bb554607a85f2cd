/** Every language of the app, by its own name. */
export const languages = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof languages;
export const languageCodes = Object.keys(languages) as [Language, ...Language[]];

/**
 * The app's language. `system`: the user's languages as BCP 47 tags, the preferred one first. English, unless the
 * preference or the system names another that the app has: a user who reads German second reads the app in German
 * before English only where English is not listed before it.
 */
export function languageOf(preference: Language | 'system', system: readonly string[]): Language {
  if (preference !== 'system') return preference;
  for (const tag of system) {
    const [code = ''] = tag.toLowerCase().split(/[-_]/);
    const known = languageCodes.find((each) => each === code);
    if (known !== undefined) return known;
  }
  return 'en';
}
