import { describe, expect, it } from 'vitest';
import {
  knownCredential,
  knownValues,
  linkSecretNames,
  requiredNames,
  requireValues,
  saveSecretValues,
  sortValues,
} from '../../../app/peaka/values.ts';
import { field, link, memoryVault } from './peaka-links.ts';

const fields = [
  field('url', { required: true }),
  field('port', { kind: 'number', required: true }),
  field('password', { required: true, isSecret: true }),
  field('useSsl', { kind: 'boolean', required: true }),
  field('schema'),
];

describe('the values of a form', () => {
  it('are sorted into those for the file and those for the vault [37]', () => {
    expect(sortValues(fields, { url: 'db', port: 5432, password: 'pw', useSsl: true })).toEqual({
      plain: { url: 'db', port: 5432, useSsl: true },
      secret: { password: 'pw' },
    });
  });

  it('count as secret without a field, lose empty texts, and have required switches off', () => {
    expect(sortValues(fields, { other: 'x', schema: '', port: 0 })).toEqual({
      plain: { port: 0, useSsl: false },
      secret: { other: 'x' },
    });
  });

  it('are refused with the names of those that are missing', () => {
    const names = requiredNames(fields);
    expect(names).toEqual(['url', 'port', 'password', 'useSsl']);
    expect(() => requireValues(names, { url: '', port: 0, useSsl: false })).toThrow(
      expect.objectContaining({ code: 'peaka.values_missing', details: { fields: 'url, password' } }),
    );
    expect(() => requireValues(names, { url: 'db', port: 0, password: 'x', useSsl: false })).not.toThrow();
  });

  it('are known later, with the secrets of the vault and the user’s app', () => {
    const vault = memoryVault();
    saveSecretValues(vault, 'link-1', { password: 'pw', gone: 'x' });
    vault.remove('link-1', 'value:gone');
    const form = link({ values: { url: 'db' }, secretFields: ['password', 'gone'] });
    expect(knownValues(form, vault)).toEqual({ url: 'db', password: 'pw' });
    expect(knownCredential(form, vault)).toEqual({ url: 'db', password: 'pw' });
    expect(linkSecretNames(form, vault)).toEqual(['value:password']);
    vault.write('link-1', 'clientSecret', 's');
    const app = { ...form, clientId: 'c', ownCallbackUrl: 'https://own.example/cb' };
    expect(knownCredential(app, vault)).toMatchObject({
      clientId: 'c',
      clientSecret: 's',
      redirectUrl: 'https://own.example/cb',
    });
    expect(linkSecretNames(app, vault)).toEqual(['clientSecret', 'value:password']);
    expect(linkSecretNames(link(), memoryVault())).toEqual([]);
  });
});
