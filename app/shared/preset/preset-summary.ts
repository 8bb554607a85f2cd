import { z } from 'zod';
import type { Language } from '../messages/languages.ts';
import { type Preset, presetSchema } from './preset.ts';

/** What lists of services show and search: small, because the window loads all of them. */
export const presetSummarySchema = presetSchema
  .pick({
    id: true,
    name: true,
    aliases: true,
    category: true,
    status: true,
    badge: true,
    icon: true,
    description: true,
    grant: true,
    hosts: true,
    practice: true,
  })
  .extend({
    /** By language, like the preset's own. */
    translations: z.record(z.string(), z.object({ name: z.string().optional(), description: z.string().optional() })),
  });
export type PresetSummary = z.infer<typeof presetSummarySchema>;

export function summaryOf(preset: Preset): PresetSummary {
  const { id, name, aliases, category, status, badge, icon, description, grant, hosts, practice } = preset;
  const translations = Object.fromEntries(
    Object.entries(preset.translations).map(([language, texts]) => [
      language,
      { name: texts.name, description: texts.description },
    ]),
  );
  return { id, name, aliases, category, status, badge, icon, description, grant, hosts, practice, translations };
}

/** The summaries in the language, sorted by their names in it, the practice service first. Pure. */
export function summariesIn(summaries: readonly PresetSummary[], language: Language): PresetSummary[] {
  const { compare } = new Intl.Collator(language);
  return summaries
    .map((summary) => {
      const { name = summary.name, description = summary.description } = summary.translations[language] ?? {};
      return { ...summary, name, description };
    })
    .sort((a, b) => Number(b.practice) - Number(a.practice) || compare(a.name, b.name));
}
