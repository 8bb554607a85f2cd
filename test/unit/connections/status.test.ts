import { expect, it } from 'vitest';
import { type StatusFacts, statusOf } from '../../../app/connections/status.ts';
import { connectionStatusSchema } from '../../../app/shared/contract/connections.ts';
import { HttpError, PlatformError, VaultError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { says } from '../../servers/english.ts';

const now = 1_000_000;
const token = {
  tokenSet: { accessToken: 'canary', tokenType: 'Bearer', obtainedAt: now - 10, expiresAt: now + 3_600_000 },
};
const facts = (changes: Partial<StatusFacts> = {}): StatusFacts => ({
  request: undefined,
  renewing: false,
  failure: undefined,
  refused: undefined,
  token,
  renewable: true,
  forecast: { kind: 'renews' },
  now,
  ...changes,
});
const expired = { tokenSet: { ...token.tokenSet, expiresAt: now } };
const rejected = { ...token, rejected: { code: 'token.invalid_grant', message: verbatim('log in again') } } as const;
const transient = {
  kind: 'transient',
  error: new HttpError('http.offline', verbatim('offline')),
  retryAt: now + 5,
  attempts: 1,
} as const;

it.each([
  ['unauthorized', facts({ token: undefined })],
  ['authorized', facts()],
  ['authorizing', facts({ request: { step: 'code_received', window: 'popup', waitsForPaste: false }, renewing: true })],
  ['renewing', facts({ renewing: true, failure: transient })],
  ['failing', facts({ failure: transient })],
  ['failing', facts({ refused: { code: 'token.not_accepted', message: verbatim('refused') } })],
  ['needs_login', facts({ token: rejected })],
  ['needs_login', facts({ token: expired, renewable: false })],
  ['authorized', facts({ token: expired })],
  ['failing', facts({ token: new VaultError('vault.locked', verbatim('locked')) })],
  ['needs_login', facts({ token: new VaultError('vault.decrypt_failed', verbatim('damaged')) })],
] as const)('says %s', (expected, given) => {
  const status = statusOf(given);
  expect(status.status).toBe(expected);
  expect(connectionStatusSchema.parse(status)).toEqual(status);
  expect(JSON.stringify(status)).not.toContain('canary');
});

it('says the expiry as it is, also when the clock was set back [28]', () => {
  expect(statusOf(facts())).toEqual({
    status: 'authorized',
    obtainedAt: now - 10,
    expiresAt: now + 3_600_000,
    renewsByItself: true,
    hasRefreshToken: false,
    forecast: { kind: 'renews' },
  });
  expect(statusOf(facts({ now: now - 86_400_000 }))).toMatchObject({ expiresAt: now + 3_600_000 });
});

it('notes what is wrong with the ID token without withholding the token', () => {
  const { tokenSet } = token;
  for (const [idTokenProblem, words] of [
    ['missing', 'could not be checked'],
    ['unreadable', 'cannot be read'],
    ['several_audiences', 'several clients'],
  ] as const)
    expect(statusOf(facts({ token: { tokenSet: { ...tokenSet, idTokenProblem } } }))).toMatchObject({
      status: 'authorized',
      idTokenNote: says(words),
    });
  expect(statusOf(facts())).not.toHaveProperty('idTokenNote');
});

it.each([
  ['renewing', facts({ renewing: true })],
  ['failing', facts({ failure: transient })],
  ['failing', facts({ refused: { code: 'token.not_accepted', message: verbatim('refused') } })],
  ['needs_login', facts({ token: rejected })],
  ['needs_login', facts({ token: expired, renewable: false })],
  ['authorized', facts()],
] as const)('says whose token it is while %s, so that two connections to one service stay two', (expected, given) => {
  const stored = given.token;
  if (stored === undefined || !('tokenSet' in stored)) throw new Error('a case without a token');
  const token = { ...stored, tokenSet: { ...stored.tokenSet, account: 'ann@example.org' } };
  expect(statusOf({ ...given, token })).toMatchObject({ status: expected, account: 'ann@example.org' });
});

it('passes on what a login shows, and adds nothing that is not there', () => {
  const request = { step: 'code_received', window: 'popup', waitsForPaste: false } as const;
  expect(statusOf(facts({ request }))).toStrictEqual({ status: 'authorizing', ...request });
  const shown = {
    device: { userCode: 'A', verificationUri: 'https://x.example/', expiresAt: 1 },
    signInPrompt: { host: 'x.example', scheme: 'Basic' },
  } as const;
  const errorPage = new PlatformError('window.error_page', verbatim('Error 500.'));
  expect(statusOf(facts({ request: { ...request, ...shown, errorPage } }))).toStrictEqual({
    status: 'authorizing',
    ...request,
    ...shown,
    errorPage: expect.objectContaining({ code: 'window.error_page' }),
  });
});

it.each([
  ['vault.locked', 'failing'],
  ['vault.no_keychain', 'failing'],
  ['vault.unreadable', 'failing'],
  ['vault.decrypt_failed', 'needs_login'],
  ['vault.wrong_key', 'needs_login'],
] as const)('of a token that cannot be read for %s is %s', (code, status) => {
  expect(statusOf(facts({ token: new VaultError(code, verbatim('x')) }))).toMatchObject({ status, error: { code } });
});

it('tells all that is known of a good token, and nothing else', () => {
  const least = { accessToken: 'a', tokenType: 'Bearer', obtainedAt: now };
  const good = { status: 'authorized', obtainedAt: now, renewsByItself: true, hasRefreshToken: false };
  expect(statusOf(facts({ token: { tokenSet: least }, forecast: undefined }))).toStrictEqual({
    ...good,
    forecast: { kind: 'unknown' },
  });
  const more = {
    refreshedAt: 1,
    refreshTokenExpiresAt: 2,
    refreshTokenRotates: true,
    scopes: ['s'],
    expiresAt: now + 1,
  };
  const tokenSet = { ...least, ...more, refreshToken: 'r', tokenType: 'strange' };
  expect(statusOf(facts({ token: { tokenSet } }))).toStrictEqual({
    ...good,
    ...more,
    hasRefreshToken: true,
    forecast: { kind: 'renews' },
    tokenTypeNote: says('strange'),
  });
});

it('says when a failure is tried again, where it is', () => {
  expect(statusOf(facts({ failure: transient }))).toStrictEqual({
    status: 'failing',
    error: { code: 'http.offline', message: verbatim('offline') },
    retryAt: now + 5,
  });
  const permanent = { kind: 'permanent', error: new HttpError('http.offline', verbatim('offline')) } as const;
  expect(statusOf(facts({ failure: permanent as StatusFacts['failure'] }))).not.toHaveProperty('retryAt');
});

it('needs a login from the moment a token ends that nothing can renew', () => {
  const ends = (expiresAt: number) =>
    statusOf(facts({ renewable: false, token: { tokenSet: { ...token.tokenSet, expiresAt } } })).status;
  expect([ends(now + 1), ends(now), ends(now - 1)]).toEqual(['authorized', 'needs_login', 'needs_login']);
});
