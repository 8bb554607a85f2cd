import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../../../app/shared/messages/en/index.ts';
import {
  currentLanguage,
  format,
  formatEnglish,
  formatRich,
  setNumberFormat,
  setTexts,
} from '../../../../app/shared/messages/format.ts';
import { loadLanguage } from '../../../../app/shared/messages/load.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import { text } from '../../../../app/shared/messages/text.ts';

const texts = {
  plain: 'It’s 5 < 6.',
  resources: '{count, plural, one {# Ressource} other {# Ressourcen}}',
  wrapped: '{first} Danach: {rest}',
  code: 'Von <code>{host}</code> aus.',
  quoted: "Ein '{'Name'}' in {host}",
};

beforeEach(() => setTexts('de', texts));
afterEach(() => {
  setTexts('en', en);
  setNumberFormat((options) => new Intl.NumberFormat(currentLanguage(), options));
});

describe('a text', () => {
  it('without placeholders is shown as it is', () => {
    setTexts('de', { plain: 'Das ist „so“.' });
    expect(format({ id: 'plain' })).toBe('Das ist „so“.');
  });

  it('has the plural form of its language, and numbers as the region writes them', () => {
    setNumberFormat((options) => new Intl.NumberFormat('en-US', options));
    expect(format({ id: 'resources', values: { count: 1 } })).toBe('1 Ressource');
    expect(format({ id: 'resources', values: { count: 1204 } })).toBe('1,204 Ressourcen');
  });

  it('contains another message in the same language', () =>
    expect(
      format({ id: 'wrapped', values: { first: 'Zuerst.', rest: { id: 'resources', values: { count: 2 } } } }),
    ).toBe('Zuerst. Danach: 2 Ressourcen'));

  it('never reads a value as syntax', () =>
    expect(format({ id: 'wrapped', values: { first: '{rest}', rest: "<b>'{count, plural}" } })).toBe(
      "{rest} Danach: <b>'{count, plural}",
    ));

  it('shows braces that are quoted', () =>
    expect(format({ id: 'quoted', values: { host: 'h' } })).toBe('Ein {Name} in h'));

  it('is refused without the value of a placeholder', () =>
    expect(() => format({ id: 'wrapped', values: { first: 'x' } })).toThrow('rest'));

  it('draws its elements', () =>
    expect(formatRich('code', { host: 'example.com', code: (chunks: unknown[]) => ({ code: chunks }) })).toEqual([
      'Von ',
      { code: ['example.com'] },
      ' aus.',
    ]));

  it('that a language lacks is English, and an unknown one its ID', () => {
    expect(format({ id: 'core.unexpected' })).toBe('An unexpected error occurred.');
    expect(format({ id: 'no.such.text' })).toBe('no.such.text');
  });
});

it('is English for the log, whatever is chosen', async () => {
  await loadLanguage('de');
  expect(text('menu.file')).toBe('Datei');
  expect(formatEnglish({ id: 'menu.file' })).toBe('File');
  expect(formatEnglish(verbatim('As {it} is.'))).toBe('As {it} is.');
});

it('is in the language that was chosen last', async () => {
  await Promise.all([loadLanguage('de'), loadLanguage('en')]);
  expect(currentLanguage()).toBe('en');
  expect(text('menu.file')).toBe('File');
});
