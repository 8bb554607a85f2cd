import { expect, it } from 'vitest';
import type { PeakaType } from '../../../../../../app/shared/peaka/connection-type.ts';
import { categoriesOf, findTypes } from '../../../../../../renderer/peaka/dialogs/through/type-search.ts';

const type = (type: string, label: string, category: string): PeakaType => ({
  type,
  label,
  category,
  authorizationType: 'oauth2',
  needsLogin: true,
  fields: [],
  documentationUrl: '',
});
const types = [
  type('zoho_crm', 'Zoho CRM', 'CRM'),
  type('stripe', 'Stripe', ''),
  type('POSTGRES', 'PostgreSQL', 'Database'),
  type('hubspot', 'HubSpot', 'CRM'),
  type('MYSQL', 'MySQL', 'Database'),
];
const found = (typed: string, category: string | null = null) =>
  findTypes(types, typed, category).map((each) => each.type);

it('lists types by category and name, those without a category last', () => {
  expect(categoriesOf(types)).toEqual(['CRM', 'Database', '']);
  expect(found('')).toEqual(['hubspot', 'zoho_crm', 'MYSQL', 'POSTGRES', 'stripe']);
});

it('finds a type by every word of its name, identifier or category', () => {
  expect(found('crm zo')).toEqual(['zoho_crm']);
  expect(found('database')).toEqual(['MYSQL', 'POSTGRES']);
  expect(found('sql')).toEqual(['MYSQL', 'POSTGRES']);
  expect(found('postgreSQL')).toEqual(['POSTGRES']);
  expect(found('sap')).toEqual([]);
});

it('puts a name that begins with the typed text first', () => {
  expect(findTypes([type('a', 'A CRM', 'x'), type('c', 'CRM', 'x')], 'crm', null).map((each) => each.type)).toEqual([
    'c',
    'a',
  ]);
});

it('can be narrowed to a category', () => {
  expect(found('', 'CRM')).toEqual(['hubspot', 'zoho_crm']);
  expect(found('sql', '')).toEqual([]);
});
