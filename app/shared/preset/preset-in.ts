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
    statusNote: texts.statusNote ?? preset.statusNote,
    callback: { ...preset.callback, note: texts.callbackNote ?? preset.callback.note },
    steps: texts.steps ?? preset.steps,
    samples: preset.samples.map((sample, at) => ({ ...sample, name: texts.samples?.[at] ?? sample.name })),
    refreshTokens: { ...refreshTokens, note: texts.refreshTokensNote ?? refreshTokens.note },
    scopes: preset.scopes.map((scope) => ({
      ...scope,
      description: texts.scopes?.[scope.value] ?? scope.description,
    })),
    variables: preset.variables.map((variable) => ({ ...variable, ...texts.variables?.[variable.name] })),
    notes: texts.notes ?? preset.notes,
  };
}
