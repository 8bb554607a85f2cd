import { describe, expect, it } from 'vitest';
import { type ExpectedIdToken, readIdToken } from '../../../app/oauth/id-token.ts';
import { idToken } from './id-tokens.ts';

const now = Date.parse('2030-01-01T00:00:00Z');
const claims = {
  iss: 'https://login.example.com',
  sub: '248289761001',
  aud: 'client',
  exp: now / 1000 + 300,
  nonce: 'n-0S6_WzA2Mj',
};
const expected: ExpectedIdToken = {
  clientId: 'client',
  issuer: 'https://login.example.com',
  nonce: 'n-0S6_WzA2Mj',
  now,
};
const codeOf = (token: string, changes: Partial<ExpectedIdToken> = {}): unknown => {
  try {
    return readIdToken(token, { ...expected, ...changes }) === undefined ? 'unreadable' : 'accepted';
  } catch (error) {
    return (error as { code: string }).code; // only ours is thrown
  }
};

describe('an ID token', () => {
  it('gives its claims where all of them are as they should be', () => {
    expect(readIdToken(idToken({ ...claims, email: 'ann@example.com' }), expected)).toMatchObject({
      sub: '248289761001',
      email: 'ann@example.com',
    });
    expect(codeOf(idToken({ ...claims, aud: ['client'] }))).toBe('accepted');
    expect(codeOf(idToken({ ...claims, aud: ['client', 'api'], azp: 'client' }))).toBe('accepted');
    // Point 4 only recommends azp beside several audiences.
    expect(codeOf(idToken({ ...claims, aud: ['client', 'api'] }))).toBe('accepted');
  });

  it.each([
    ['another issuer', { iss: 'https://evil.example' }, 'id_token.issuer_mismatch'],
    ['an issuer with a slash more', { iss: 'https://login.example.com/' }, 'id_token.issuer_mismatch'],
    ['an issuer in capitals', { iss: 'https://LOGIN.example.com' }, 'id_token.issuer_mismatch'],
    ['another audience', { aud: 'other' }, 'id_token.audience_mismatch'],
    ['an audience in capitals', { aud: 'Client' }, 'id_token.audience_mismatch'],
    ['no audience in its list', { aud: [] }, 'id_token.audience_mismatch'],
    ['several audiences, ours not among them', { aud: ['other', 'api'] }, 'id_token.audience_mismatch'],
    ['another authorized party', { azp: 'other' }, 'id_token.audience_mismatch'],
    ['another nonce', { nonce: 'other' }, 'id_token.nonce_mismatch'],
    ['no nonce', { nonce: undefined }, 'id_token.nonce_mismatch'],
    ['an end that is past', { exp: now / 1000 - 301 }, 'id_token.expired'],
    ['an end as text', { exp: '99999999999' }, 'unreadable'],
    ['no subject', { sub: undefined }, 'unreadable'],
    ['no issuer', { iss: undefined }, 'unreadable'],
  ])('is not accepted with %s', (_, changes, code) => {
    expect(codeOf(idToken({ ...claims, ...changes }))).toBe(code);
  });

  it('may have ended a moment ago: clocks differ', () => {
    expect(codeOf(idToken({ ...claims, exp: now / 1000 - 299 }))).toBe('accepted');
    expect(codeOf(idToken({ ...claims, exp: now / 1000 - 300 }))).toBe('id_token.expired');
  });

  it.each(['none', 'None', 'NONE'])('is refused when it says that nobody signed it: %s', (alg) => {
    expect(codeOf(idToken(claims, { alg }))).toBe('id_token.unsigned');
    expect(codeOf(idToken(claims, { alg: 'RS256' }, ''))).toBe('id_token.unsigned');
  });

  it('is compared with an issuer and a nonce only where they are known', () => {
    const changed = idToken({ ...claims, iss: 'https://other.example', nonce: undefined });
    expect(codeOf(changed, { issuer: undefined, nonce: undefined })).toBe('accepted');
  });

  it('is compared with a nonce only where one was sent, also where it names one', () => {
    expect(codeOf(idToken(claims), { nonce: undefined })).toBe('accepted');
  });

  it('says who it is from and for when that is somebody else [36]', () => {
    const thrownFor = (changes: object) => {
      try {
        readIdToken(idToken({ ...claims, ...changes }), expected);
      } catch (error) {
        return error;
      }
      throw new Error('it was accepted');
    };
    expect(thrownFor({ iss: 'https://evil.example' })).toMatchObject({
      serviceMessage: 'https://evil.example',
      details: { issuer: 'https://evil.example' },
    });
    expect(thrownFor({ aud: ['one', 'two'] })).toMatchObject({ serviceMessage: 'one, two' });
    expect(thrownFor({ aud: ['client', 'two'], azp: 'two' })).toMatchObject({ serviceMessage: 'two' });
  });

  it('cannot be read where its header names no algorithm, or a part has a sign that Base64 has not', () => {
    expect(codeOf(idToken(claims, { typ: 'JWT' }))).toBe('unreadable');
    const [header, body, signature] = idToken(claims).split('.');
    for (const token of [`${header}=.${body}.${signature}`, `${header}.=${body}.${signature}`])
      expect(codeOf(token)).toBe('unreadable');
  });

  it.each(['', 'x', 'a.b', 'a.b.c', 'a.b.c.d', `${idToken(claims)}.x`, 'e30.e30.x', '..', `=${idToken(claims)}`])(
    'cannot be read when it is none: %j',
    (token) => {
      expect(codeOf(token)).toBe('unreadable');
    },
  );
});
