import { afterEach, describe, expect, it } from 'vitest';
import { errorCodes } from '../../../../app/shared/error-codes.ts';
import { setTexts } from '../../../../app/shared/messages/format.ts';
import { message, verbatim } from '../../../../app/shared/messages/message.ts';
import { actionLabel, adviceFor } from '../../../../renderer/errors/advice.ts';
import { adviceActions } from '../../../../renderer/errors/advice-actions.ts';
import { de } from '../../../../renderer/messages/de/index.ts';
import { en } from '../../../../renderer/messages/en/index.ts';

describe('advice', () => {
  afterEach(() => setTexts('en', en));

  it.each([
    ['en', en],
    ['de', de],
  ] as const)('speaks plainly: whole sentences, no exclamation marks, no excuses (%s)', (language, texts) => {
    setTexts(language, texts);
    for (const code of errorCodes) {
      const title = texts[`advice.${code}.title`];
      const meaning = texts[`advice.${code}.meaning`];
      expect(`${title} ${meaning}`).not.toMatch(/!|oops|sorry|something went wrong|leider|ups/i);
      expect(title).not.toMatch(/\.$|[{}]/);
      expect(meaning).toMatch(/\.$/);
      for (const action of adviceActions[code]) expect(actionLabel(action)).toMatch(/^[A-ZÄÖÜ]/);
    }
  });

  it('fills facts of the error into its advice', () => {
    const report = {
      code: 'http.offline',
      message: verbatim('No network.'),
      details: { host: 'api.example.com', retried: true },
    } as const;
    expect(adviceFor(report)).toEqual({
      title: 'There is no network',
      meaning: 'api.example.com cannot be reached. Check the network. Nothing was lost.',
      actions: ['try_again'],
    });
  });

  it('fills facts in words in the language of the advice', () => {
    const reason = message('core.unexpected');
    const details = { host: 'api.example.com', reason };
    const report = { code: 'http.malformed', message: verbatim('No HTTP.'), details } as const;
    setTexts('de', de);
    const { meaning } = adviceFor(report);
    expect(meaning).toContain(de['core.unexpected']);
    expect(meaning).toMatch(/^Die Antwort von api\.example\.com/);
  });

  it.each([
    ['is missing', { status: 503 }],
    ['lacks a value itself', { host: { id: 'advice.discovery.no_endpoints.meaning' } }],
  ])('keeps the sentence of the error where a fact %s', (_case, details) => {
    expect(adviceFor({ code: 'http.offline', message: verbatim('No network.') }).meaning).toBe('No network.');
    expect(adviceFor({ code: 'http.offline', message: verbatim('No network.'), details }).meaning).toBe('No network.');
  });
});
