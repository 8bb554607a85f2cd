import type { Platform } from '../platform/platform.ts';
import type { Preferences } from '../shared/contract/app.ts';
import { languageOf } from '../shared/messages/languages.ts';
import { loadLanguage } from '../shared/messages/load.ts';

/** Sets the language of the main process, its menu and its notifications. The window sets its own. */
export async function applyLanguage(
  { language }: Pick<Preferences, 'language'>,
  platform: Pick<Platform, 'languages' | 'languageChanged'>,
): Promise<void> {
  await loadLanguage(languageOf(language, platform.languages()));
  platform.languageChanged();
}
