import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { errorCodes } from '../../../../app/shared/error-codes.ts';
import type { ExchangeSummary } from '../../../../app/shared/exchange.ts';
import { setTexts } from '../../../../app/shared/messages/format.ts';
import { exchangeTest, isFiltering, noFilter, offeredChips } from '../../../../renderer/console/exchange-filter.ts';
import { isFailed, resultOf, resultTip, resultTone, shortUrl } from '../../../../renderer/console/exchange-words.ts';
import { de } from '../../../../renderer/messages/de/index.ts';
import { en } from '../../../../renderer/messages/en/index.ts';
import { loadLanguage } from '../../../../renderer/messages/language.ts';

const exchange = (facts: Partial<ExchangeSummary>): ExchangeSummary => ({
  id: 1,
  at: 0,
  kind: 'get',
  method: 'GET',
  url: 'https://api.example.com/v1/sales?from=2026',
  ...facts,
});
const exchanges = [
  exchange({ id: 1, kind: 'window', url: 'https://login.example.com/authorize', status: 302, connectionId: 'a' }),
  exchange({
    id: 2,
    kind: 'token',
    method: 'POST',
    url: 'https://login.example.com/token',
    status: 200,
    connectionId: 'a',
  }),
  exchange({
    id: 3,
    kind: 'refresh',
    method: 'POST',
    url: 'https://login.other.example/token',
    status: 400,
    connectionId: 'b',
  }),
  exchange({ id: 4, status: 200, connectionId: 'a', resourceId: 'sales' }),
  exchange({ id: 5, error: 'http.offline', connectionId: 'b', resourceId: 'stock' }),
];
const names = (each: Pick<ExchangeSummary, 'connectionId'>) => (each.connectionId === 'a' ? 'Google (Ann)' : 'Jira');
const found = (filter: Partial<typeof noFilter>) =>
  exchanges.filter(exchangeTest({ ...noFilter, ...filter }, names, 'en')).map(({ id }) => id);

describe('the kinds to choose from', () => {
  it('have Peaka only if a request went there, or while it is chosen', () => {
    const usual = ['login', 'token', 'refresh', 'get', 'errors'];
    expect(offeredChips([], new Set())).toEqual(usual);
    expect(offeredChips(exchanges, new Set())).toEqual(usual);
    expect(offeredChips([...exchanges, exchange({ kind: 'peaka' })], new Set())).toContain('peaka');
    expect(offeredChips([], new Set(['peaka'] as const))).toContain('peaka');
  });
});

describe('the filter of the console', () => {
  it('finds by method, host, path, status, kind, error and the name of the connection, all words together', () => {
    expect(found({ text: 'post' })).toEqual([2, 3]);
    expect(found({ text: 'login.example.com' })).toEqual([1, 2]);
    expect(found({ text: '/v1/sales' })).toEqual([4, 5]);
    expect(found({ text: '400' })).toEqual([3]);
    expect(found({ text: 'refresh' })).toEqual([3]);
    expect(found({ text: 'offline' })).toEqual([5]);
    expect(found({ text: 'google (ann)' })).toEqual([1, 2, 4]);
    expect(found({ text: 'jira GET' })).toEqual([5]);
    expect(found({ text: 'nothing of it' })).toEqual([]);
  });

  it('finds the words of the language that is shown, also after another one', async () => {
    const german = () => exchanges.filter(exchangeTest({ ...noFilter, text: 'erneuerung' }, names, 'de'));
    expect(found({ text: 'refresh' })).toEqual([3]);
    // What the language sets beside the texts.
    vi.stubGlobal('document', { documentElement: { lang: 'en' } });
    await loadLanguage('de');
    expect(german().map(({ id }) => id)).toEqual([3]);
    await loadLanguage('en');
    vi.unstubAllGlobals();
    expect(found({ text: 'erneuerung' })).toEqual([]);
  });

  it('adds up chips of kinds, and narrows them by Errors', () => {
    expect(found({ chips: new Set(['login', 'token']) })).toEqual([1, 2]);
    expect(found({ chips: new Set(['errors']) })).toEqual([3, 5]);
    expect(found({ chips: new Set(['get', 'errors']) })).toEqual([5]);
  });

  it('keeps to one connection or resource', () => {
    expect(found({ scope: { kind: 'connection', id: 'b' } })).toEqual([3, 5]);
    expect(found({ scope: { kind: 'resource', id: 'sales' } })).toEqual([4]);
  });

  it('is off where nothing narrows', () => {
    expect(isFiltering(noFilter)).toBe(false);
    expect(isFiltering({ ...noFilter, text: '  ' })).toBe(false);
    expect(isFiltering({ ...noFilter, scope: { kind: 'resource', id: 'sales' } })).toBe(true);
  });
});

describe('the words of a request', () => {
  it('calls no failure what the user cancelled', () => {
    expect(isFailed({ error: 'http.cancelled' })).toBe(false);
    expect(resultTone({ error: 'http.cancelled' })).toBe('none');
    expect(resultOf({ kind: 'get', error: 'http.cancelled' })).toBe('cancelled');
  });

  it('calls failed what got no response or no success', () => {
    expect(exchanges.map(isFailed)).toEqual([false, false, true, false, true]);
    expect(resultOf({ kind: 'get', error: 'http.too_large' })).toBe('too large');
    expect(resultOf({ kind: 'window' })).toBe('caught');
    expect(resultOf({ kind: 'get', status: 404, error: 'resource.not_there' })).toBe('404');
  });

  it('has a short word for every failure in every language, and never a bare code', () => {
    onTestFinished(() => setTexts('en', en));
    for (const [language, texts] of Object.entries({ en, de })) {
      setTexts(language === 'de' ? 'de' : 'en', texts);
      const words = errorCodes.map((error) => resultOf({ kind: 'token', error }));
      for (const [index, word] of words.entries()) {
        expect(word, errorCodes[index]).toMatch(/^[^_]{2,22}$/);
        expect(errorCodes).not.toContain(word);
      }
    }
    setTexts('en', en);
    expect(resultOf({ kind: 'token', error: 'token.invalid_grant' })).toBe('A new login is needed');
    expect(resultOf({ kind: 'window', error: 'window.load_failed' })).toBe('not loaded');
    expect(resultOf({ kind: 'token', error: 'token.unauthorized_client' })).toBe('failed');
    expect(resultTip({ error: 'token.unauthorized_client' })).toBe(
      'This client is not allowed to use this grant (token.unauthorized_client)',
    );
    expect(resultTip({})).toBeUndefined();
    setTexts('de', de);
    expect(resultOf({ kind: 'token', error: 'token.expired' })).toBe('fehlgeschlagen');
    expect(resultOf({ kind: 'window', error: 'window.certificate_refused' })).toBe('Zertifikat');
    expect(resultOf({ kind: 'get', error: 'app.unexpected' })).toBe('Unerwarteter Fehler');
  });

  it('cuts a long address in two, so that its middle gives way, and says that there is a query', () => {
    const url = 'https://api.example.com/v1/organizations/4711/projects/12/reports/sales?token=x';
    const { start, end, hasQuery } = shortUrl(url);
    expect(`${start}${end}`).toBe('api.example.com/v1/organizations/4711/projects/12/reports/sales');
    expect(end).toBe('jects/12/reports/sales');
    expect(hasQuery).toBe(true);
    expect(shortUrl('https://api.example.com/me')).toEqual({ start: 'api.example.com/me', end: '', hasQuery: false });
  });
});
