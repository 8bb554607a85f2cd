import { describe, expect, it } from 'vitest';
import { grantsOf } from '../../../../app/shared/preset/grants-of.ts';
import { presetForUrl } from '../../../../renderer/connection/preset-for-url.ts';
import { presets } from '../presets.ts';

const idFor = (url: string, recent: string[] = []) => presetForUrl(url, presets.all, recent)?.id;
const grantsFor = (id: string) => grantsOf(presets.get(id));

describe('the preset of a URL', () => {
  it.each([
    ['https://sheets.googleapis.com/v4/spreadsheets/1/values/A1', 'google-sheets'],
    ['https://acme.myshopify.com/admin/api/2026-07/orders.json', 'shopify'],
    ['https://acme.my.salesforce.com/services/data', 'salesforce'],
    ['https://api.x.com/2/users/me', 'x-oauth2'],
    ['https://graph.microsoft.com/v1.0/me', 'microsoft-graph'],
    ['https://api.example.com/', undefined],
    ['https://evil-api.github.com.example.com/', undefined],
    ['api.github.com', undefined],
    ['', undefined],
  ])('for %j is %s', (url, id) => {
    expect(idFor(url)).toBe(id);
  });

  it('is the one used last where a service has several', () => {
    expect(idFor('https://api.x.com/2/users/me', ['github', 'x-oauth1', 'x-oauth2'])).toBe('x-oauth1');
  });
});

describe('the grants of a preset', () => {
  it('are those that the service has', () => {
    expect(grantsFor('slack')).toEqual(['authorization_code']);
    expect(grantsFor('github')).toEqual(['authorization_code', 'device_code']);
    expect(grantsFor('microsoft-graph')).toEqual(['authorization_code', 'device_code', 'client_credentials']);
    expect(grantsFor('x-oauth1')).toEqual(['oauth1']);
  });
});
