import type { Region } from '../shared/contract/app.ts';

/** POSIX, XBD 8.2: `LC_ALL` overrides the category, which overrides `LANG`. Empty counts as unset. */
export function regionOfEnvironment(environment: NodeJS.ProcessEnv): Region {
  const of = (category: 'LC_TIME' | 'LC_NUMERIC'): string | null =>
    localeTag(environment.LC_ALL || environment[category] || environment.LANG || '');
  return { dates: of('LC_TIME'), numbers: of('LC_NUMERIC') };
}

/**
 * The languages of texts, the preferred one first. GNU gettext, "Specifying a Priority List of Languages": `LANGUAGE`
 * comes first, unless the locale is `C`. Empty if the environment names none.
 */
export function languagesOfEnvironment(environment: NodeJS.ProcessEnv): string[] {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  const list = localeTag(locale) === null ? [] : (environment.LANGUAGE ?? '').split(':');
  return [...list, locale].map(localeTag).filter((tag) => tag !== null);
}

/** For a process without Electron. Chromium's own list follows the same environment, or the system's setting. */
export function languagesOfProcess(environment: NodeJS.ProcessEnv): string[] {
  const ofEnvironment = languagesOfEnvironment(environment);
  return ofEnvironment.length > 0 ? ofEnvironment : [new Intl.DateTimeFormat().resolvedOptions().locale];
}

/** For systems with a setting (Windows, macOS): the region format, which may differ from the language. */
export function regionOfSystem(locale: string): Region {
  const tag = localeTag(locale);
  return { dates: tag, numbers: tag };
}

const scripts: Readonly<Record<string, string>> = { latin: 'Latn', cyrillic: 'Cyrl', devanagari: 'Deva' };

/** `de_CH.UTF-8` → `de-CH`, `sr_RS@latin` → `sr-Latn-RS`. `null` for `C`, `POSIX` and text that is not a locale. */
export function localeTag(name: string): string | null {
  const [, language, country, modifier] =
    /^([a-z]{2,3})(?:[_-]([a-z]{2}|\d{3}))?(?:\.[\w-]*)?(?:@(\w+))?$/i.exec(name) ?? [];
  // The system may return a complete tag, such as `zh-Hant-TW`.
  const script = modifier === undefined ? undefined : scripts[modifier];
  const tag =
    language === undefined ? name : [language, script, country].filter((part) => part !== undefined).join('-');
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag)[0] ?? null;
  } catch {
    return null;
  }
}
