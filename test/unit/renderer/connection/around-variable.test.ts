import { describe, expect, it } from 'vitest';
import { aroundVariable, plainValue } from '../../../../renderer/connection/around-variable.ts';

const shop = ['https://{shop}.myshopify.com/admin/oauth/authorize'];
const tenant = ['https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize'];

describe('what stands around a variable', () => {
  it.each([
    [shop, 'shop', { before: 'https://', after: '.myshopify.com' }],
    [tenant, 'tenant', { before: 'login.microsoftonline.com/', after: '' }],
    [['https://{host}/oauth/token'], 'host', { before: 'https://', after: '' }],
    [['https://example.com/', '*.{region}.example.com'], 'region', { before: '*.', after: '.example.com' }],
    [['https://example.com/'], 'nowhere', { before: '', after: '' }],
  ])('is shown from %j', (texts, name, around) => {
    expect(aroundVariable(texts, name)).toEqual(around);
  });

  it('is cut where it is long, at the side away from the field', () => {
    const { before } = aroundVariable([`https://${'long.'.repeat(20)}example.com/{x}`], 'x');
    expect(before).toMatch(/^….*example\.com\/$/);
    expect(before.length).toBeLessThan(35);
  });
});

describe('a pasted address', () => {
  it.each([
    ['https://acme.myshopify.com/admin/products?x=1', 'acme'],
    ['acme.myshopify.com', 'acme'],
    ['Acme.MyShopify.com', 'Acme'],
    ['acme', 'acme'],
    [' acme ', 'acme'],
    ['https://acme.example.com/', 'https://acme.example.com/'],
    ['.myshopify.com', '.myshopify.com'],
  ])('%j gives %j for the shop', (pasted, value) => {
    expect(plainValue(pasted, shop, 'shop')).toBe(value);
  });

  it('gives the host where the whole host is asked for', () => {
    expect(plainValue('https://git.example.com/a/b', ['https://{host}/oauth'], 'host')).toBe('git.example.com');
  });

  it('stays as it is where the variable is part of a path', () => {
    expect(plainValue('contoso.com', tenant, 'tenant')).toBe('contoso.com');
    expect(plainValue('https://elsewhere.example/contoso.com/x', tenant, 'tenant')).toBe(
      'https://elsewhere.example/contoso.com/x',
    );
  });

  it('gives the segment of a path', () => {
    const pasted = 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize?client_id=1';
    expect(plainValue(pasted, tenant, 'tenant')).toBe('contoso.com');
  });
});
