import { describe, expect, it } from 'vitest';
import { type OAuth1Request, prepareOAuth1Request, signOAuth1Request } from '../../../app/oauth/oauth1-signature.ts';
import type { OAuth1Settings } from '../../../app/oauth/settings.ts';
import { oauth1Settings } from './token-settings.ts';

/** The base string and the signature for protocol parameters that a service's documentation gives. */
function sign(changes: Partial<OAuth1Settings>, request: OAuth1Request, data: object, tokenSecret?: string) {
  const { signer, options } = prepareOAuth1Request(oauth1Settings('https://o.example', changes), request);
  type Data = Parameters<typeof signer.getSignature>[2];
  return {
    base: signer.getBaseString(options, data as Data), // the library's own type wants all parameters
    signature: signer.getSignature(options, tokenSecret, data as Data),
  };
}
const now = 1_318_622_958_000;

describe('the signatures that services document', () => {
  it('X: "Creating a signature" (docs.x.com)', () => {
    const clientSecret = 'kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw';
    const request = {
      method: 'post',
      url: 'https://api.x.com/1.1/statuses/update.json?include_entities=true',
      form: { status: 'Hello Ladies + Gentlemen, a signed OAuth request!' },
      now,
    };
    const protocol = {
      oauth_consumer_key: 'xvz1evFS4wEEPTGEFPHBog',
      oauth_nonce: 'kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg',
      oauth_signature_method: 'HMAC-SHA1',
      oauth_timestamp: '1318622958',
      oauth_token: '370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb',
      oauth_version: '1.0',
    };
    const secret = 'LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE';
    expect(sign({ clientSecret }, request, protocol, secret).signature).toBe('Ls93hJiZbQ3akF3HF3x1Bz8/zU4=');
    // The same request at the address that X had when it was Twitter.
    const older = { ...request, url: request.url.replace('api.x.com', 'api.twitter.com') };
    expect(sign({ clientSecret }, older, protocol, secret).signature).toBe('hCtSmYh+iHYCEqBWrE7C7hYmtUk=');
  });

  it('NetSuite: the base string of "Constructing the Signature for Step One" (HMAC-SHA256, the realm is not signed)', () => {
    const key = '60712990bc09623786e7047c226bcb3f86d49dca0b04efc21001dc76d97a81f5';
    const request = {
      method: 'POST',
      url: 'https://1234567.restlets.api.netsuite.com/rest/requesttoken?role=45678',
      now,
    };
    const protocol = {
      oauth_callback: 'https://my.example.com/TBA/?callbackRequest',
      oauth_consumer_key: key,
      oauth_nonce: 'bUvpxBX93OWo0FLswq5M',
      oauth_signature_method: 'HMAC-SHA256',
      oauth_timestamp: '1575998103',
      oauth_version: '1.0',
    };
    const settings = { clientSecret: key, signatureMethod: 'HMAC-SHA256', realm: '1234567' } as const;
    const { base, signature } = sign(settings, request, protocol);
    expect(base).toBe(
      `POST&https%3A%2F%2F1234567.restlets.api.netsuite.com%2Frest%2Frequesttoken&oauth_callback%3Dhttps%253A%252F%252Fmy.example.com%252FTBA%252F%253FcallbackRequest%26oauth_consumer_key%3D${key}%26oauth_nonce%3DbUvpxBX93OWo0FLswq5M%26oauth_signature_method%3DHMAC-SHA256%26oauth_timestamp%3D1575998103%26oauth_version%3D1.0%26role%3D45678`,
    );
    // Oracle's page does not show the result; computed from its base string with another program.
    expect(signature).toBe('7kgwwmiAylqeMdHjCBnIUUW+drDrGCbZGBkuCt39J90=');
  });

  it('WooCommerce: no token, the key ends with an ampersand, and brackets of filters are signed as they are sent', () => {
    const request = {
      method: 'GET',
      url: 'http://www.example.com/wp-json/wc/v3/orders?filter[period]=week&filter%5Blimit%5D=5',
      now,
    };
    const protocol = {
      oauth_consumer_key: 'ck_abc123',
      oauth_nonce: '703d4e049bdd43d0',
      oauth_signature_method: 'HMAC-SHA256',
      oauth_timestamp: '1717000000',
    };
    const { base } = sign({ clientSecret: 'cs_abc123', signatureMethod: 'HMAC-SHA256' }, request, protocol);
    expect(base).toBe(
      'GET&http%3A%2F%2Fwww.example.com%2Fwp-json%2Fwc%2Fv3%2Forders&filter%255Blimit%255D%3D5%26filter%255Bperiod%255D%3Dweek%26oauth_consumer_key%3Dck_abc123%26oauth_nonce%3D703d4e049bdd43d0%26oauth_signature_method%3DHMAC-SHA256%26oauth_timestamp%3D1717000000',
    );
  });
});

describe('a request without a token', () => {
  const url = 'https://shop.example/wp-json/wc/v3/orders';
  const tokenless = { accessToken: '', tokenType: 'OAuth1', obtainedAt: now };
  const header = (settings: Partial<OAuth1Settings>) =>
    signOAuth1Request(oauth1Settings('https://o.example', settings), tokenless, { method: 'GET', url, now });

  it('names no token (RFC 5849 §3.1)', () => {
    expect(header({})).not.toContain('oauth_token');
    expect(header({})).toContain('oauth_signature="');
  });

  it('is signed with the client secret and an ampersand (RFC 5849 §3.4.4)', () => {
    expect(header({ signatureMethod: 'PLAINTEXT', clientSecret: 'cs_1' })).toContain('oauth_signature="cs_1%26"');
  });

  it('has the realm of NetSuite as it was entered', () => {
    expect(header({ realm: '1234567_SB1' }).startsWith('OAuth realm="1234567_SB1", ')).toBe(true);
  });
});
