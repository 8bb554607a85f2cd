import { expect, it } from 'vitest';
import { peakaPage } from '../../../../../app/practice/service/pages/peaka-page.ts';
import { textsFor } from '../../../../../app/practice/service/pages/texts.ts';

type Shown = Parameters<typeof peakaPage>[1]['projects'][number]['connections'][number];
const connection: Shown = { id: 'c', name: 'Mine', typeLabel: 'T', state: 'has_tokens', reading: undefined };
const pageOf = (change: Partial<Shown>, language = 'en') =>
  peakaPage(textsFor({ headers: { 'accept-language': language } }), {
    action: '/peaka/',
    projects: [{ name: 'P', connections: [{ ...connection, ...change }] }],
  }).markup;

it('offers to read with tokens alone', () => {
  expect(pageOf({})).toContain('>Read data</button>');
  for (const state of ['waits', 'failed', 'values_only'] as const) expect(pageOf({ state })).not.toContain('<button');
});

it('says what became of reading, in the language of the browser', () => {
  expect(pageOf({ reading: { outcome: 'read', rows: 1, wasRenewed: false } })).toContain('>1 row was read.<');
  expect(pageOf({ reading: { outcome: 'read', rows: 2, wasRenewed: true } }, 'de')).toContain(
    '>Das Token wurde erneuert, und 2 Zeilen wurden gelesen.<',
  );
  for (const outcome of ['burnt', 'no_refresh_token', 'refused'] as const)
    expect(pageOf({ reading: { outcome } })).toContain('role="alert"');
});

it('escapes names', () => {
  expect(pageOf({ name: '<img src=x>', typeLabel: '<b>', id: '"><i>' })).not.toMatch(/<img|<b>|<i>/);
});
