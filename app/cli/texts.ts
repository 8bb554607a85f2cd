import { languagesOfProcess } from '../platform/region.ts';
import type { Texts } from './context.ts';

/** Loads the texts in the language of the process. */
export async function loadTexts(environment: NodeJS.ProcessEnv): Promise<Texts> {
  const [{ textOf }, { loadLanguage }, { languageOf }] = await Promise.all([
    import('../shared/messages/text.ts'),
    import('../shared/messages/load.ts'),
    import('../shared/messages/languages.ts'),
  ]);
  const language = languageOf('system', languagesOfProcess(environment));
  await loadLanguage(language).catch(() => undefined);
  return { textOf, language };
}
