import { expect, it } from 'vitest';
import {
  type PresetSummary,
  presetSummarySchema,
  summariesIn,
  summaryOf,
} from '../../../../app/shared/preset/preset-summary.ts';
import { presets } from '../../renderer/presets.ts';

const google = summaryOf(presets.get('google-sheets'));

it('has what lists show of a preset, in every language', () => {
  expect(presetSummarySchema.parse(google)).toEqual(google);
  const preset = presets.get('google-sheets');
  expect(google).toMatchObject({ id: preset.id, name: preset.name, hosts: preset.hosts, grant: preset.grant });
  expect(summariesIn([google], 'de')[0]?.description).toBe(preset.translations.de?.description);
  expect(summariesIn([google], 'en')[0]?.description).toBe(preset.description);
});

it('is sorted by the names in the language, the practice service first', () => {
  const named = (practice: boolean, name: string, german: string): PresetSummary => ({
    ...google,
    name,
    practice,
    translations: { de: { name: german } },
  });
  const given = [
    named(false, 'Oil', 'Öl'),
    named(false, 'Apple', 'Zucker'),
    named(false, 'Bread', 'Obst'),
    named(true, 'Practice', 'Übung'),
  ];
  const namesIn = (language: 'en' | 'de') => summariesIn(given, language).map(({ name }) => name);
  expect(namesIn('en')).toEqual(['Practice', 'Apple', 'Bread', 'Oil']);
  // By the letters of the language: Ö beside O, not behind Z.
  expect(namesIn('de')).toEqual(['Übung', 'Obst', 'Öl', 'Zucker']);
  expect(given.map(({ name }) => name)).toEqual(['Oil', 'Apple', 'Bread', 'Practice']);
});
