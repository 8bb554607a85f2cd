import { expect, it } from 'vitest';
import { languageOf } from '../../../../app/shared/messages/languages.ts';

it.each([
  [['de-CH', 'en'], 'de'],
  [['de_AT'], 'de'],
  [['DE'], 'de'],
  [['en-GB', 'de'], 'en'],
  // The app has no French: the next language that it has.
  [['fr-FR', 'de-DE'], 'de'],
  [['fr-FR'], 'en'],
  // A language whose code only starts the same.
  [['den'], 'en'],
  [['constructor'], 'en'],
  [[], 'en'],
] as const)('follows the system: %j → %s', (system, language) => expect(languageOf('system', system)).toBe(language));

it('is the chosen one, whatever the system has', () => {
  expect(languageOf('de', ['en'])).toBe('de');
  expect(languageOf('en', ['de'])).toBe('en');
});
