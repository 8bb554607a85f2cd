import type { Language } from '../messages/languages.ts';
import type { Preset, PresetTexts } from './preset.ts';

/** The preset with its texts in the language. A text that is not translated stays English. Pure. */
export function presetIn(preset: Preset, language: Language): Preset {
  const texts: PresetTexts | undefined = language === 'en' ? undefined : preset.translations[language];
  if (texts === undefined) return preset;
  const { removal, refreshTokens } = preset;
  return {
    ...preset,
    name: texts.name ?? preset.name,
    description: texts.description ?? preset.description,
    removal: removal && { ...removal, text: texts.removal ?? removal.text },
    windowReason: texts.windowReason ?? preset.windowReason,
    refreshTokens: { ...refreshTokens, note: texts.refreshTokensNote ?? refreshTokens.note },
    scopes: preset.scopes.map((scope) => ({
      ...scope,
      description: texts.scopes?.[scope.value] ?? scope.description,
    })),
    variables: preset.variables.map((variable) => ({ ...variable, ...texts.variables?.[variable.name] })),
    notes: texts.notes ?? preset.notes,
  };
}

/** The presets in the language, sorted by their names in it, the practice service first. Pure. */
export function presetsIn(presets: readonly Preset[], language: Language): Preset[] {
  const { compare } = new Intl.Collator(language);
  return presets
    .map((preset) => presetIn(preset, language))
    .sort((a, b) => Number(b.practice) - Number(a.practice) || compare(a.name, b.name));
}
