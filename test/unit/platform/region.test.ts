import { describe, expect, it } from 'vitest';
import {
  languagesOfEnvironment,
  languagesOfProcess,
  localeTag,
  regionOfEnvironment,
  regionOfSystem,
} from '../../../app/platform/region.ts';

describe('the region of the user', () => {
  it.each([
    ['de_CH.UTF-8', 'de-CH'],
    ['de_DE@euro', 'de-DE'],
    ['en_DK', 'en-DK'],
    ['sr_RS.UTF-8@latin', 'sr-Latn-RS'],
    ['fi-FI', 'fi-FI'],
    ['zh-Hant-TW', 'zh-Hant-TW'],
    ['es_419', 'es-419'],
    ['C', null],
    ['C.UTF-8', null],
    ['POSIX', null],
    ['', null],
    ['../../etc', null],
    ['xx_YY', null],
  ])('in %j is %j', (name, tag) => {
    expect(localeTag(name)).toBe(tag);
  });

  it('is LC_ALL over the category over LANG, and an empty one counts for nothing', () => {
    const lang = { LANG: 'en_US.UTF-8' };
    expect(regionOfEnvironment(lang)).toEqual({ dates: 'en-US', numbers: 'en-US' });
    expect(regionOfEnvironment({ ...lang, LC_TIME: 'de_CH.UTF-8', LC_NUMERIC: 'fr_FR' })).toEqual({
      dates: 'de-CH',
      numbers: 'fr-FR',
    });
    expect(regionOfEnvironment({ ...lang, LC_TIME: 'de_CH', LC_ALL: 'fi_FI' })).toEqual({
      dates: 'fi-FI',
      numbers: 'fi-FI',
    });
    expect(regionOfEnvironment({ ...lang, LC_ALL: '' }).dates).toBe('en-US');
    expect(regionOfEnvironment({ ...lang, LC_ALL: 'C' })).toEqual({ dates: null, numbers: null });
    expect(regionOfEnvironment({})).toEqual({ dates: null, numbers: null });
  });

  it('is what the system says where it has a setting of its own', () => {
    expect(regionOfSystem('fi-FI')).toEqual({ dates: 'fi-FI', numbers: 'fi-FI' });
    expect(regionOfSystem('')).toEqual({ dates: null, numbers: null });
  });
});

describe('the languages of the user', () => {
  it.each([
    [{ LANG: 'de_DE.UTF-8' }, ['de-DE']],
    [{ LANG: 'de_DE.UTF-8', LANGUAGE: 'nl:de_AT' }, ['nl', 'de-AT', 'de-DE']],
    // The format of dates says nothing about the language.
    [{ LANG: 'en_US.UTF-8', LC_TIME: 'de_DE.UTF-8', LC_MESSAGES: 'fr_FR' }, ['fr-FR']],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'de_CH' }, ['de-CH']],
    // gettext ignores LANGUAGE in the C locale.
    [{ LANG: 'C', LANGUAGE: 'de' }, []],
    [{ LANGUAGE: 'de' }, []],
    [{}, []],
  ])('are those of the environment: %j', (environment, languages) =>
    expect(languagesOfEnvironment(environment)).toEqual(languages),
  );

  it('are those of Node where the environment names none', () => {
    expect(languagesOfProcess({ LANG: 'de_DE.UTF-8' })).toEqual(['de-DE']);
    expect(languagesOfProcess({})).toEqual([new Intl.DateTimeFormat().resolvedOptions().locale]);
  });
});
