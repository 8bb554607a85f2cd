import { describe, expect, it } from 'vitest';
import { type PresetSummary, summaryOf } from '../../../../app/shared/preset/preset-summary.ts';
import { findPresets } from '../../../../renderer/presets/find-presets.ts';
import { presets } from '../presets.ts';

const base = summaryOf(presets.get('github'));
const service = (name: string, more: Partial<PresetSummary> = {}): PresetSummary => ({
  ...base,
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  aliases: [],
  description: `Data of ${name}.`,
  ...more,
});
const services = [
  service('Bexio', { category: 'finance-erp' }),
  service('Google Ads', { aliases: ['AdWords'] }),
  service('Google Search Console'),
  service('Google Sheets', { aliases: ['Spreadsheets'], description: 'Cells of a spreadsheet.' }),
  service('Microsoft Excel'),
  service('Salesforce', { aliases: ['SFDC'] }),
  service('Société Générale'),
  service('Team Sheets'),
];
const found = (text: string) =>
  findPresets(services, text, ({ category }) => (category === 'finance-erp' ? 'Finance and ERP' : 'Others')).map(
    ({ name }) => name,
  );

describe('services are found', () => {
  it.each([
    [
      'by the beginning of the name, before a word inside it',
      'goo',
      ['Google Ads', 'Google Search Console', 'Google Sheets'],
    ],
    ['by a word of the name', 'sheets', ['Google Sheets', 'Team Sheets']],
    ['whatever the case and the accents', 'GENERALE', ['Société Générale']],
    ['by another name', 'sfdc', ['Salesforce']],
    ['by a former name', 'adwords', ['Google Ads']],
    ['by several words in any order', 'sheets google', ['Google Sheets']],
    ['by what data they have', 'cells', ['Google Sheets']],
    ['by their category', 'erp', ['Bexio']],
    ['by letters in order, the closer together the better', 'ggsh', ['Google Sheets', 'Google Search Console']],
    ['by the first letters of the words', 'mse', ['Microsoft Excel']],
    ['by a part of a word', 'force', ['Salesforce']],
    ['not by letters of other words', 'xqz', []],
  ])('%s: %s', (_, text, names) => {
    expect(found(text)).toEqual(names);
  });

  it('all of them, in their order, where nothing was typed', () => {
    expect(found('  ')).toEqual(services.map(({ name }) => name));
  });
});
