import { createHash, createVerify } from 'node:crypto';
import fc from 'fast-check';
import oauthSign from 'oauth-sign';
import { describe, expect, it } from 'vitest';
import { type OAuth1Request, prepareOAuth1Request, signOAuth1Request } from '../../../app/oauth/oauth1-signature.ts';
import type { OAuth1Settings } from '../../../app/oauth/settings.ts';
import { rsaPrivateKey, rsaPublicKey } from '../../servers/keys.ts';
import { oauth1Settings } from './token-settings.ts';

const now = 1_800_000_000_000;
const token = { accessToken: 'tok en', tokenSecret: 't&s' };
const settings = (changes: Partial<OAuth1Settings> = {}) => oauth1Settings('https://o.example', changes);

/** The header's parameters, decoded. */
function readHeader(header: string): Record<string, string> {
  expect(header.startsWith('OAuth ')).toBe(true);
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of header.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g))
    found[name] = decodeURIComponent(value);
  return found;
}

/** What a second signer, which shares no code with ours, makes of the same request. */
function secondSignature(used: OAuth1Settings, request: OAuth1Request, header: Record<string, string>): string {
  const { oauth_signature: _, realm: __, ...protocol } = header;
  const url = new URL(request.url);
  const parameters: Record<string, string | string[]> = Object.create(null);
  const add = ([name, value]: [string, string]) => {
    const known = parameters[name];
    parameters[name] = known === undefined ? value : [known, value].flat();
  };
  [...url.searchParams, ...Object.entries(request.form ?? {}), ...Object.entries(protocol)].forEach(add);
  const address = `${url.protocol}//${url.host}${url.pathname}`;
  const secret = used.signatureMethod === 'RSA-SHA1' ? (used.privateKey ?? '') : (used.clientSecret ?? '');
  if (used.signatureMethod === 'PLAINTEXT') return oauthSign.plaintext(secret, token.tokenSecret);
  return oauthSign.sign(used.signatureMethod, request.method, address, parameters, secret, token.tokenSecret);
}

describe('the vectors of RFC 5849', () => {
  const photos = { clientId: 'dpf43f3p2l4k3l03', clientSecret: 'kd94hf93k423kf44', realm: 'Photos' };
  const signatureOf = (url: string, method: string, data: object, tokenSecret?: string) => {
    const request = { method, url, now, protocol: {} };
    const { signer, options } = prepareOAuth1Request(settings(photos), request);
    // The vectors have no oauth_version, which the library always adds.
    return signer.getSignature(options, tokenSecret, data as Parameters<typeof signer.getSignature>[2]);
  };

  it('§1.2: the request for temporary credentials', () => {
    const initiate = {
      oauth_consumer_key: 'dpf43f3p2l4k3l03',
      oauth_signature_method: 'HMAC-SHA1',
      oauth_timestamp: '137131200',
      oauth_nonce: 'wIjqoS',
      oauth_callback: 'http://printer.example.com/ready',
    };
    expect(signatureOf('https://photos.example.net/initiate', 'POST', initiate)).toBe('74KNZJeDHnMBp0EMJ9ZHt/XKycU=');
  });

  it('§1.2: the access token and the photo', () => {
    const access = {
      oauth_consumer_key: 'dpf43f3p2l4k3l03',
      oauth_token: 'hh5s93j4hdidpola',
      oauth_signature_method: 'HMAC-SHA1',
      oauth_timestamp: '137131201',
      oauth_nonce: 'walatlh',
      oauth_verifier: 'hfdp7dh39dks9884',
    };
    expect(signatureOf('https://photos.example.net/token', 'POST', access, 'hdhd0244k9j7ao03')).toBe(
      'gKgrFCywp7rO0OXSjdot/IHF7IU=',
    );
    const photo = {
      oauth_consumer_key: 'dpf43f3p2l4k3l03',
      oauth_token: 'nnch734d00sl2jdk',
      oauth_signature_method: 'HMAC-SHA1',
      oauth_timestamp: '137131202',
      oauth_nonce: 'chapoH',
    };
    expect(
      signatureOf('http://photos.example.net/photos?file=vacation.jpg&size=original', 'GET', photo, 'pfkkdhi9sl3r4s00'),
    ).toBe('MdpQcU8iPSUjWoN/UDMsK2sui9I=');
  });

  it('§3.4.1.1: the base string with doubled, empty, encoded and plus-spaced parameters', () => {
    const request = {
      method: 'post',
      url: 'http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b',
      now,
      form: { c2: '', a3: '2 q' },
    };
    const { signer, options } = prepareOAuth1Request(settings(), request);
    const data = {
      oauth_consumer_key: '9djdj82h48djs9d2',
      oauth_token: 'kkk9d7dh3k39sjv7',
      oauth_signature_method: 'HMAC-SHA1',
      oauth_timestamp: '137131201',
      oauth_nonce: '7d8f3e4a',
    };
    expect(signer.getBaseString(options, data as never)).toBe(
      'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
    );
  });
});

describe('a signature', () => {
  it.each(['HMAC-SHA1', 'HMAC-SHA256', 'RSA-SHA1', 'PLAINTEXT'] as const)(
    'by %s agrees with a second signer for any URL and form',
    (signatureMethod) => {
      const text = fc.string({ unit: 'grapheme' });
      const name = fc
        .oneof(text, fc.constantFrom('__proto__', 'constructor', 'a', ''))
        .filter((n) => !n.startsWith('oauth_'));
      fc.assert(
        fc.property(
          fc.webUrl({ withQueryParameters: true }),
          fc.array(fc.tuple(name, text)),
          fc.dictionary(name, text, { noNullPrototype: true }),
          fc.string({ minLength: 1, unit: 'grapheme-ascii' }),
          (address, query, form, clientSecret) => {
            const url = new URL(address);
            for (const [key, value] of query) url.searchParams.append(key, value);
            fc.pre(![...url.searchParams.keys()].some((key) => key.startsWith('oauth_')));
            url.protocol = 'https:';
            const used = settings({ signatureMethod, clientSecret, privateKey: rsaPrivateKey });
            const request = { method: 'POST', url: url.href, now, form };
            const header = readHeader(signOAuth1Request(used, token, request));
            expect(header.oauth_signature).toBe(secondSignature(used, request, header));
          },
        ),
        { numRuns: signatureMethod === 'RSA-SHA1' ? 40 : 150 },
      );
    },
    30_000,
  );

  it.each([
    ['a second equals sign', 'https://o.example/a?x=1=2'],
    ['a plus, which is a space', 'https://o.example/a?q=a+b'],
    ['an encoded plus', 'https://o.example/a?q=a%2Bb'],
    ['an encoded name', 'https://o.example/a?na%C3%AFve%20one=1'],
    ['a name without a value', 'https://o.example/a?x&y='],
    ['a name three times', 'https://o.example/a?x=3&x=1&x=2'],
    ['a second question mark', 'https://o.example/a?x=1?y=2'],
    ['a default port and capitals', 'HTTPS://O.Example:443/A?x=1'],
    ['another port', 'https://o.example:8443/a'],
    ['no path', 'https://o.example?x=1'],
    ['a broken percent sign', 'https://o.example/a?x=%zz'],
  ])('is right with %s', (_, url) => {
    const request = { method: 'GET', url, now };
    const header = readHeader(signOAuth1Request(settings(), token, request));
    expect(header.oauth_signature).toBe(secondSignature(settings(), request, header));
  });

  it('lets RSA-SHA1 be verified by the public key', () => {
    const used = settings({ signatureMethod: 'RSA-SHA1', privateKey: rsaPrivateKey });
    const request = { method: 'GET', url: 'https://o.example/a?x=1', now };
    const header = readHeader(signOAuth1Request(used, token, request));
    const { oauth_signature: signature = '', ...protocol } = header;
    const base = oauthSign.generateBase('GET', 'https://o.example/a', { ...protocol, x: '1' });
    expect(createVerify('RSA-SHA1').update(base).verify(rsaPublicKey, signature, 'base64')).toBe(true);
  });

  it('says that a private key cannot be used, without showing it', () => {
    const used = settings({ signatureMethod: 'RSA-SHA1', privateKey: 'canary' });
    expect(() => signOAuth1Request(used, token, { method: 'GET', url: 'https://o.example/', now })).toThrow(
      'The private key cannot be used: an RSA key in PEM format is needed.',
    );
  });

  it('sends PLAINTEXT only over https or loopback', () => {
    const used = settings({ signatureMethod: 'PLAINTEXT' });
    const sign = (url: string) => signOAuth1Request(used, token, { method: 'GET', url, now });
    expect(() => sign('http://o.example/')).toThrow('https://');
    expect(readHeader(sign('http://127.0.0.1:1/')).oauth_signature).toBe('consumer-secret&t%26s');
  });

  it('hashes a body as it signs, and names in an error what the user should look at', () => {
    const body = '{"a":1}';
    const hashOf = (signatureMethod: OAuth1Settings['signatureMethod']) =>
      readHeader(
        signOAuth1Request(settings({ signatureMethod }), token, {
          method: 'POST',
          url: 'https://o.example/',
          now,
          body,
        }),
      ).oauth_body_hash;
    expect(hashOf('HMAC-SHA256')).toBe(createHash('sha256').update(body).digest('base64'));
    expect(hashOf('HMAC-SHA1')).toBe(createHash('sha1').update(body).digest('base64'));
    const failure = (changes: Partial<OAuth1Settings>, url: string) => {
      try {
        signOAuth1Request(settings(changes), token, { method: 'GET', url, now });
      } catch (error) {
        return error;
      }
      throw new Error('it was signed');
    };
    expect(failure({ signatureMethod: 'RSA-SHA1', privateKey: 'x' }, 'https://o.example/')).toMatchObject({
      code: 'oauth1.private_key',
    });
    expect(failure({ signatureMethod: 'PLAINTEXT' }, 'http://o.example/')).toMatchObject({
      code: 'http.insecure_url',
      details: { host: 'o.example' },
    });
    expect(failure({}, 'https://o.example/?oauth_token=x')).toMatchObject({
      code: 'oauth1.reserved_parameter',
      details: { parameter: 'oauth_token' },
    });
  });

  it('names no realm where there is none', () => {
    const request = { method: 'GET', url: 'https://o.example/', now };
    expect(signOAuth1Request(settings({ realm: '' }), token, request)).not.toContain('realm');
    expect(signOAuth1Request(settings({ realm: 'r' }), token, request)).toContain('realm="r"');
  });

  it('draws its nonces from the system, not from Math.random [34]', () => {
    const random = Math.random;
    Math.random = () => 0.5;
    try {
      const nonces = Array.from({ length: 500 }, () => {
        const header = signOAuth1Request(settings(), token, { method: 'GET', url: 'https://o.example/', now });
        return readHeader(header).oauth_nonce ?? '';
      });
      expect(new Set(nonces).size).toBe(500);
      for (const nonce of nonces) expect(nonce).toMatch(/^[0-9a-f]{32}$/);
    } finally {
      Math.random = random;
    }
  });

  it('uses the corrected time [34]', () => {
    const request = { method: 'GET', url: 'https://o.example/', now, clockSkewMs: -3_600_000 };
    expect(readHeader(signOAuth1Request(settings(), token, request)).oauth_timestamp).toBe('1799996400');
  });

  it('puts the protocol into the header, and nothing of the request', () => {
    const protocol = { oauth_callback: 'https://example.com/cb?x=1' };
    const request = { method: 'POST', url: 'https://o.example/?secret=1', now, form: { also: '2' }, protocol };
    expect(Object.keys(readHeader(signOAuth1Request(settings(), undefined, request))).sort()).toEqual([
      'oauth_callback',
      'oauth_consumer_key',
      'oauth_nonce',
      'oauth_signature',
      'oauth_signature_method',
      'oauth_timestamp',
      'oauth_version',
    ]);
  });

  it('escapes the realm, so that it cannot add to the header', () => {
    const header = signOAuth1Request(settings({ realm: 'a", oauth_token="x\\\r\n' }), token, {
      method: 'GET',
      url: 'https://o.example/',
      now,
    });
    expect(header.startsWith('OAuth realm="a\\", oauth_token=\\"x\\\\", oauth_consumer_key="consumer"')).toBe(true);
  });

  it.each(['https://o.example/?oauth_token=mine', 'https://o.example/?oauth_nonce=1'])(
    'refuses parameters of its own in %s',
    (url) => {
      expect(() => signOAuth1Request(settings(), token, { method: 'GET', url, now })).toThrow(
        'belongs to the signature',
      );
    },
  );

  it('signs the hash of another body without any key, and the query beside it', () => {
    const body = '{"a":1}';
    const request = { method: 'POST', url: 'https://o.example/?x=1', now, body };
    const header = readHeader(signOAuth1Request(settings(), token, request));
    expect(header.oauth_body_hash).toBe(createHash('sha1').update(body).digest('base64'));
    expect(header.oauth_signature).toBe(secondSignature(settings(), request, header));
  });
});
