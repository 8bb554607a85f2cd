import { describe, expect, it } from 'vitest';
import type { PeakaField, PeakaType } from '../../../../../app/shared/peaka/connection-type.ts';
import { fieldLabel } from '../../../../../renderer/peaka/dialogs/field-words.ts';
import { formFields, inputsOf, readForm } from '../../../../../renderer/peaka/dialogs/form-values.ts';

const field = (name: string, facts: Partial<PeakaField> = {}): PeakaField => ({
  name,
  kind: 'text',
  required: true,
  description: '',
  isSecret: false,
  ...facts,
});

describe('the values of a form', () => {
  it('are texts without the space around them, but a secret stays as typed', () => {
    const fields = [field('url'), field('password', { isSecret: true })];
    expect(readForm(fields, { url: ' db.example.com ', password: ' a b ' })).toEqual({
      values: { url: 'db.example.com', password: ' a b ' },
      problems: {},
    });
  });

  it('leave out an optional field without input, and miss a required one', () => {
    expect(readForm([field('schema', { required: false }), field('url')], { schema: '  ', url: ' ' })).toEqual({
      values: {},
      problems: { url: 'required' },
    });
  });

  it('are numbers where Peaka wants a number', () => {
    const port = [field('port', { kind: 'number' })];
    expect(readForm(port, { port: ' 5432 ' }).values).toEqual({ port: 5432 });
    expect(readForm(port, { port: '0,5' }).values).toEqual({ port: 0.5 });
    for (const typed of ['abc', '1e3', '5 432', '0x10', '12345678901234567890'])
      expect(readForm(port, { port: typed })).toEqual({ values: {}, problems: { port: 'number' } });
  });

  it('answer a required yes or no that was not touched with no', () => {
    const fields = [field('useSsl', { kind: 'boolean' }), field('readOnly', { kind: 'boolean', required: false })];
    expect(readForm(fields, {})).toEqual({ values: { useSsl: false }, problems: {} });
    expect(readForm(fields, { useSsl: true, readOnly: false }).values).toEqual({ useSsl: true, readOnly: false });
  });

  it('can be edited again', () => {
    const fields = [field('port', { kind: 'number' }), field('useSsl', { kind: 'boolean' }), field('url')];
    const values = { port: 5432, useSsl: true, url: 'db.example.com' };
    expect(readForm(fields, inputsOf(values)).values).toEqual(values);
  });
});

it('does not ask for the values that a login gives', () => {
  const type: PeakaType = {
    type: 'zoho',
    label: 'Zoho',
    category: '',
    authorizationType: 'oauth2',
    needsLogin: true,
    fields: [field('clientId'), field('refreshToken'), field('domain')],
    documentationUrl: '',
  };
  expect(formFields(type).map(({ name }) => name)).toEqual(['domain']);
  expect(formFields({ ...type, needsLogin: false })).toHaveLength(3);
});

it('shows the name of a field as words', () => {
  expect(
    ['databaseName', 'useSsl', 'restApiTokenUrl', 'client_id', 'URL', 'tenantID', 'x', ''].map(fieldLabel),
  ).toEqual(['Database name', 'Use SSL', 'Rest API token URL', 'Client ID', 'URL', 'Tenant ID', 'X', '']);
});
