import { describe, expect, it } from 'vitest';
import type { PeakaField } from '../../../../../../app/shared/peaka/connection-type.ts';
import { readEdit } from '../../../../../../renderer/peaka/dialogs/edit/edit-values.ts';

const field = (name: string, facts: Partial<PeakaField> = {}): PeakaField => ({
  name,
  kind: 'text',
  required: true,
  description: '',
  isSecret: false,
  ...facts,
});
const fields = [
  field('url'),
  field('port', { kind: 'number' }),
  field('schema', { required: false }),
  field('password', { isSecret: true }),
];
const stored = { url: 'db.example.com', port: '5432', schema: 'public' };

describe('readEdit', () => {
  it('leaves a stored secret alone until another one is typed', () => {
    const isStored = (name: string) => name === 'password';
    expect(readEdit(fields, stored, isStored)).toEqual({
      values: { url: 'db.example.com', port: 5432, schema: 'public' },
      problems: {},
    });
    expect(readEdit(fields, { ...stored, password: ' new ' }, isStored).values).toMatchObject({ password: ' new ' });
  });

  it('wants a secret that is not stored, and every other required value', () => {
    expect(readEdit(fields, { ...stored, url: ' ' }, () => false).problems).toEqual({
      url: 'required',
      password: 'required',
    });
  });

  it('sends an optional text empty once the user empties it', () => {
    expect(readEdit(fields, { ...stored, schema: '' }, () => true).values).toMatchObject({ schema: '' });
    expect(readEdit(fields, { url: 'a', port: '1' }, () => true).values).not.toHaveProperty('schema');
  });
});
