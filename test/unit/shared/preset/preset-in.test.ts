import { describe, expect, it } from 'vitest';
import { type Preset, type PresetTexts, presetSchema } from '../../../../app/shared/preset/preset.ts';
import { presetIn } from '../../../../app/shared/preset/preset-in.ts';
import { presets } from '../../renderer/presets.ts';

const google = presets.get('google-sheets');
const withTexts = (de: PresetTexts): Preset => ({ ...google, translations: { de } });

describe('a preset in a language', () => {
  it('is itself in English, and where it is not translated', () => {
    expect(presetIn(google, 'en')).toBe(google);
    const english = { ...google, translations: {} };
    expect(presetIn(english, 'de')).toBe(english);
  });

  it('has the texts of the language, and the same facts', () => {
    const german = presetIn(google, 'de');
    const texts = google.translations.de;
    expect(german.description).toBe(texts?.description);
    expect(german.removal).toEqual({ ...google.removal, text: texts?.removal });
    expect(german.windowReason).toBe(texts?.windowReason);
    expect(german.refreshTokens).toEqual({ ...google.refreshTokens, note: texts?.refreshTokensNote });
    expect(german.notes).toEqual(texts?.notes);
    expect(german.scopes.map(({ value, selected }) => ({ value, selected }))).toEqual(
      google.scopes.map(({ value, selected }) => ({ value, selected })),
    );
    expect(german.scopes.map(({ description }) => description)).toEqual(Object.values(texts?.scopes ?? {}));
    expect(german).toMatchObject({ id: google.id, name: google.name, accessTokenUrl: google.accessTokenUrl });
  });

  it('translates the labels of its variables', () => {
    const [tenant] = presetIn(presets.get('microsoft-graph'), 'de').variables;
    expect(tenant).toMatchObject({ name: 'tenant', label: 'Mandant' });
    expect(tenant?.default).toBe(presets.get('microsoft-graph').variables[0]?.default);
  });

  it('stays English where a text is left out', () => {
    const partly = presetIn(withTexts({ description: 'Zellen', scopes: { openid: 'Konto anzeigen' } }), 'de');
    expect(partly.description).toBe('Zellen');
    expect(partly.notes).toEqual(google.notes);
    expect(partly.removal).toEqual(google.removal);
    expect(partly.scopes.find(({ value }) => value === 'openid')?.description).toBe('Konto anzeigen');
    expect(partly.scopes.find(({ value }) => value === 'email')).toEqual(
      google.scopes.find(({ value }) => value === 'email'),
    );
  });

  it('gets no text where it has none', () => {
    const { removal: _, ...rest } = withTexts({ removal: 'Dort entfernen' });
    expect(presetIn(rest, 'de').removal).toBeUndefined();
  });
});

describe('the schema of translations', () => {
  const parse = (translations: unknown) => presetSchema.safeParse({ ...google, translations }).success;

  it('takes the texts of a preset in a language of the app, and nothing else', () => {
    expect(parse({ de: { notes: ['Ein Hinweis'] } })).toBe(true);
    expect(parse({ de: { accessTokenUrl: 'https://evil.example/' } })).toBe(false);
    expect(parse({ de: { variables: { tenant: { label: 'Mandant', help: 'Hilfe', default: 'x' } } } })).toBe(false);
    expect(parse({ en: {} })).toBe(false);
    expect(parse({ xx: {} })).toBe(false);
  });
});
