import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { requireSignature } from '../../../app/oauth/callback-signature.ts';

const secret = 'hush';
const sign = (text: string, key = secret) => createHmac('sha256', key).update(text).digest('hex');
const response = { code: '0907a61c0c8d55e9', shop: 'acme.myshopify.com', state: 'st', timestamp: '1337178173' };
const message = 'code=0907a61c0c8d55e9&shop=acme.myshopify.com&state=st&timestamp=1337178173';
const refusal = expect.objectContaining({ code: 'callback.signature_mismatch' });

describe('the signature of a callback', () => {
  it("is that of Shopify's own example", () => {
    // As their documentation had it, and libraries still test with it (hexdocs.pm/shopify_oauth).
    const documented = {
      code: '0907a61c0c8d55e99db179b68161bc00',
      shop: 'some-shop.myshopify.com',
      state: '0.6784241404160823',
      timestamp: '1337178173',
    };
    const hmac = '700e2dadb827fcc8609e9d5ce208b2e9cdaab9df07390d2cbca10d7c328fc4bf';
    expect(() => requireSignature({ ...documented, hmac }, 'hmac', secret)).not.toThrow();
  });

  it('is over the other parameters by name, whatever their order, and in either case of letters', () => {
    const { timestamp, ...others } = response;
    for (const hmac of [sign(message), sign(message).toUpperCase()])
      expect(() => requireSignature({ timestamp, hmac, ...others }, 'hmac', secret)).not.toThrow();
  });

  it('may be over the values as they are, or as they stand in a query', () => {
    const parameters = { code: 'c', host: 'YWRtaW4uc2hvcA==', name: 'a b' };
    for (const text of ['code=c&host=YWRtaW4uc2hvcA==&name=a b', 'code=c&host=YWRtaW4uc2hvcA%3D%3D&name=a+b'])
      expect(() => requireSignature({ ...parameters, hmac: sign(text) }, 'hmac', secret)).not.toThrow();
  });

  it.each([
    ['is missing', {}],
    ['is empty', { hmac: '' }],
    ["is of another's secret", { hmac: sign(message, 'other') }],
    ['is cut off', { hmac: sign(message).slice(0, -1) }],
    ['is of other values', { hmac: sign(message), code: 'stolen' }],
    ['is of fewer parameters', { hmac: sign(message), admin: '1' }],
  ])('that %s is refused, without quoting anything', (_, changes) => {
    const check = () => requireSignature({ ...response, ...changes }, 'hmac', secret);
    expect(check).toThrow(refusal);
    expect(check).not.toThrow(/hush|stolen|0907/);
  });
});
