import { describe, expect, it } from 'vitest';
import { hostsOf } from '../../../app/connections/grants/resolve-settings.ts';
import { placeToken } from '../../../app/oauth/place-token.ts';
import { withoutSecrets } from '../../../app/resources/redirect-secrets.ts';
import { validateResource } from '../../../app/shared/resource/validate.ts';
import { inEnglish } from '../../servers/english.ts';
import { connection, resource } from '../../servers/items.ts';

const inQuery = connection({ tokenPlacement: { in: 'query', name: 'key', prefix: '' } });
const secrets = ['a/b+c=token', 'refresh-token', 'Zr8#kQ2v', 'word'];
const redirected = (to: string, tokenParameter: string | undefined = undefined) =>
  withoutSecrets(new URL(to), new URL('https://api.example.com/x'), { tokenParameter, secrets });
const next = (to: string, tokenParameter?: string) => redirected(to, tokenParameter).url.href;

const base64 = (text: string) => Buffer.from(text).toString('base64');
const hex = (text: string) => Buffer.from(text).toString('hex');
const spellings: Record<string, (secret: string) => string> = {
  'as it is': encodeURIComponent,
  'percent-encoded twice': (secret) => encodeURIComponent(encodeURIComponent(secret)),
  'percent-encoded four times': (secret) =>
    [1, 2, 3, 4].reduce((text) => encodeURIComponent(text.replaceAll('-', '%2d')), secret),
  'in a URL in a URL': (secret) =>
    encodeURIComponent(
      `https://b.example/?to=${encodeURIComponent(`https://c.example/?t=${encodeURIComponent(secret)}`)}`,
    ),
  'in Base64': (secret) => encodeURIComponent(base64(`user:${secret}`)),
  'in Base64 for URLs': (secret) => Buffer.from(`{"t":"${secret}"}`).toString('base64url'),
  'in Base64 twice': (secret) => encodeURIComponent(base64(base64(secret))),
  'in Base64 of a query': (secret) => encodeURIComponent(base64(`a=1&t=${encodeURIComponent(secret)}`)),
  'in hex': hex,
  'in hex with capitals': (secret) => hex(secret).toUpperCase(),
  'in Base64 of hex': (secret) => encodeURIComponent(base64(hex(secret))),
  'in Base64 of many lines': (secret) =>
    encodeURIComponent(base64(`${'-'.repeat(50)}${secret}`).replace(/(.{76})/g, '$1\r\n')),
  'in JSON': (secret) => encodeURIComponent(JSON.stringify({ t: secret }).replaceAll('/', '\\/')),
};

it('takes its own parameter out of a redirect within the origin, and nothing else', () => {
  expect(next('https://api.example.com/y?a=%20b&key=old', 'key')).toBe('https://api.example.com/y?a=%20b');
  expect(next('https://api.example.com/y?a=%20b', 'key')).toBe('https://api.example.com/y?a=%20b');
  expect(next('https://api.example.com/y?key=users-own')).toBe('https://api.example.com/y?key=users-own');
});

it.each([
  ['https://other.example/y?key=1&a=2', 'https://other.example/y?a=2', false],
  ['https://other.example/y?key=refresh-token&a=2', 'https://other.example/y?a=2', true],
  ['https://other.example/y?t=a%2Fb%2Bc%3Dtoken&a=2', 'https://other.example/y?a=2', true],
  ['https://other.example/y?url=https://api.example.com/?t=a/b%2Bc=token', 'https://other.example/y', true],
  ['https://other.example/y?r=refresh-token', 'https://other.example/y', true],
  ['https://other.example/y?pin=word&a=1', 'https://other.example/y?a=1', true],
  ['https://other.example/y?a=b', 'https://other.example/y?a=b', false],
])('removes secrets from the query of a redirect to another origin: %s [42] [52]', (to, expected, isCleaned) => {
  const safe = redirected(to, 'key');
  expect([safe.url.href, safe.isCleaned]).toEqual([expected, isCleaned]);
});

describe.each(Object.entries(spellings))('a secret %s', (_, spell) => {
  it('is removed from the query of a redirect to another origin [52]', () => {
    for (const secret of secrets)
      expect(next(`https://other.example/y?note=${spell(secret)}&a=2`)).toBe('https://other.example/y?a=2');
  });

  it('keeps a redirect to another origin from being followed where it is in the path or the fragment [52]', () => {
    for (const secret of secrets)
      for (const to of [`https://other.example/files/${spell(secret)}/x`, `https://other.example/#to=${spell(secret)}`])
        expect(() => next(to)).toThrow(expect.objectContaining({ code: 'resource.unsafe_redirect' }));
  });
});

it.each([
  'https://other.example/refresh-token/',
  'https://other.example/a%2Fb+c=token',
  'https://other.example/#t=a/b+c=token',
  'https://refresh-token.other.example/',
  'https://ann:zr8%23KQ2V@other.example/',
])('does not follow a redirect that has a secret elsewhere: %s [42] [52]', (to) => {
  expect(() => next(to)).toThrow(expect.objectContaining({ code: 'resource.unsafe_redirect' }));
});

describe('a token in pieces', () => {
  const accessToken = 'ya29.Qm7xT4vKz9RbW2nH5cJ8dLf6Pg3';
  const [start, end] = [accessToken.slice(0, 16), accessToken.slice(16)];
  const follow = (to: string) =>
    withoutSecrets(new URL(to), new URL('https://api.example.com/x'), {
      tokenParameter: undefined,
      secrets: [accessToken, 'Basic0pair'],
    }).url.href;
  const packed = base64(`tok=${accessToken}`);
  const thirds = (text: string) => text.match(new RegExp(`.{1,${Math.ceil(text.length / 3)}}`, 'g')) ?? [];

  it.each([
    ['three parameters', thirds(accessToken).map((part, index) => `p${index}=${part}`)],
    ['three parameters in Base64', thirds(packed).map((part, index) => `p${index}=${encodeURIComponent(part)}`)],
  ])('in %s keeps a redirect to another origin from being followed [52]', (_, parameters) => {
    expect(() => follow(`https://other.example/y?a=1&${parameters.join('&')}`)).toThrow(
      expect.objectContaining({ code: 'resource.unsafe_redirect' }),
    );
  });

  it('in segments of a path, or in a path and a parameter, does so as well [52]', () => {
    const [first, second, third] = thirds(accessToken);
    for (const to of [`${first}/${second}/${third}`, `${first}?a=${second}&b=${third}`])
      expect(() => follow(`https://other.example/${to}`)).toThrow(
        expect.objectContaining({ code: 'resource.unsafe_redirect' }),
      );
  });

  it('is removed where half of it is in one parameter, in whatever order [52]', () => {
    expect(follow(`https://other.example/y?b=${end}&a=1&x=${start}`)).toBe('https://other.example/y?a=1');
    expect(follow(`https://other.example/y?cut=${accessToken.slice(3, -4)}&a=1`)).toBe('https://other.example/y?a=1');
  });

  it('of which a URL has less than half by chance is no reason to change the URL', () => {
    const to = `https://other.example/y?t=ya29.${'x'.repeat(27)}&m=${accessToken.slice(0, 15)}`;
    expect(follow(to)).toBe(to);
  });
});

it.each([
  // As S3, Azure Storage and Google Cloud Storage sign theirs.
  'https://bucket.s3.eu-west-1.amazonaws.com/a/b.csv?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20261130%2Feu-west-1%2Fs3%2Faws4_request&X-Amz-Date=20261130T120000Z&X-Amz-Expires=300&X-Amz-SignedHeaders=host&X-Amz-Signature=fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024',
  'https://account.blob.core.windows.net/c/report.csv?sv=2024-11-04&sr=b&sig=Z%2FRHIX5Xcg0Mq2rqI3OlWTjEg2tYkboXr1P9ZUXDtkk%3D&se=2026-11-30T13%3A00%3A00Z&sp=r',
  'https://passwords.example/keyword/swordfish?words=1&byword=2',
])('leaves a redirect to signed storage as it is: %s', (to) => {
  expect(redirected(to)).toEqual({ url: new URL(to), isCleaned: false });
});

it('does not follow a redirect with more layers than it can read [52]', () => {
  const endless = Buffer.from(Buffer.from('a'.repeat(3_000_000)).toString('base64')).toString('base64');
  expect(() => next(`https://other.example/#${endless}`)).toThrow(
    expect.objectContaining({ code: 'resource.unsafe_redirect' }),
  );
});

it('encodes the token as one value', () => {
  const placed = placeToken(inQuery.tokenPlacement, 'a b&c=1#', new URL('https://api.example.com/?x=1'));
  expect(placed).toEqual({ url: new URL('https://api.example.com/?x=1&key=a%20b%26c%3D1%23'), headers: {} });
});

it('lets a host pattern name a captured value, and no host where it is none [42]', () => {
  const capturing = connection({
    hosts: ['{instance_url}', '{dc}.api.example.com', '{other}'],
    capturedValues: { instance_url: 'token:/instance_url', dc: 'token:/dc' },
  });
  const hosts = (values: Record<string, string>) => hostsOf(capturing, undefined, values);
  expect(hosts({ instance_url: 'https://eu1.example.com', dc: 'us6' })).toEqual([
    'eu1.example.com',
    'us6.api.example.com',
  ]);
  expect(hosts({ instance_url: 'http://eu1.example.com', dc: 'evil.com/' })).toEqual([]);
  // Only what the connection says that it takes.
  expect(hosts({ other: 'https://evil.example' })).toEqual([]);
  expect(hosts({})).toEqual([]);
});

it('takes a URL that starts with a captured value only where a login can bring it', () => {
  const at = (type: 'oauth' | 'bearer') =>
    validateResource(
      resource({
        url: '{instance_url}/data',
        authorization: type === 'oauth' ? { type, connectionId: 'c' } : { type },
      }),
    );
  expect(at('oauth')).toEqual([]);
  expect(inEnglish(at('bearer'))).toEqual([
    { field: 'url', message: expect.stringContaining('complete URL') },
    { field: 'variables.instance_url', message: expect.stringContaining('{instance_url} is missing') },
  ]);
});
