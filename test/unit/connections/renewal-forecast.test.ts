import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type RenewalForecast, renewalForecast } from '../../../app/connections/renewal-forecast.ts';
import type { TokenSet } from '../../../app/oauth/token-set.ts';
import { openPresets } from '../../../app/presets/presets.ts';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import { forecastSchema } from '../../../app/shared/contract/connections.ts';
import type { Preset } from '../../../app/shared/preset/preset.ts';
import { connection } from '../../servers/items.ts';

const now = Date.UTC(2026, 0, 1);
const hour = 3_600_000;
const day = 24 * hour;
const first = openPresets(fileURLToPath(new URL('../../../presets', import.meta.url)), () => undefined).find('github');
if (!first) throw new Error('there are no presets');
const preset = (refreshTokens: Preset['refreshTokens']): Preset => ({ ...first, refreshTokens });

const token = (changes: Partial<TokenSet> = {}): TokenSet => ({
  accessToken: 'canary',
  tokenType: 'Bearer',
  obtainedAt: now,
  expiresAt: now + hour,
  ...changes,
});
const withRefresh = (changes: Partial<TokenSet> = {}) => token({ refreshToken: 'canary', ...changes });
const endless = (({ expiresAt: _, ...rest }) => rest)(token());
const consent = { prompt: 'consent' };
const google = preset({
  issued: 'on_request',
  needs: { accessType: 'offline', authorizationParameters: consent },
});

const table: [string, Partial<Connection>, TokenSet, Preset | undefined, RenewalForecast][] = [
  ['renews while a refresh token is there', {}, withRefresh(), undefined, { kind: 'renews' }],
  [
    'says that it rotates when it was seen to',
    {},
    withRefresh({ refreshTokenRotates: true }),
    undefined,
    { kind: 'renews', rotates: true },
  ],
  [
    'trusts what was seen more than what the preset knows',
    {},
    withRefresh({ refreshTokenRotates: false }),
    preset({ issued: 'always', rotates: true }),
    { kind: 'renews', rotates: false },
  ],
  [
    'says when the refresh token ends, where the response told it',
    {},
    withRefresh({ refreshTokenExpiresAt: now + 30 * day }),
    preset({ issued: 'always', lifetimeDays: 90 }),
    { kind: 'renews_until', endsAt: now + 30 * day },
  ],
  [
    'does not say whether a renewal extends the login before one has shown it (Keycloak, refresh_expires_in)',
    {},
    withRefresh({ refreshTokenExpiresAt: now + 30 * 60_000 }),
    undefined,
    { kind: 'renews_until', endsAt: now + 30 * 60_000 },
  ],
  [
    'says it once a renewal has shown it, also where the refresh token itself is another one each time',
    {},
    withRefresh({ refreshTokenExpiresAt: now + hour, refreshTokenRotates: true, refreshTokenExtends: false }),
    undefined,
    { kind: 'renews_until', endsAt: now + hour, rotates: true, extends: false },
  ],
  [
    'offers no refresh token to a client without a secret where nobody knows that it may have one (Spring)',
    { issuer: 'https://id.example.com', scopes: ['openid'], clientAuthentication: 'none' },
    token(),
    undefined,
    { kind: 'ends', endsAt: now + hour, isPublicClient: true },
  ],
  [
    'offers one to such a client at a service that documents it (Auth0)',
    { issuer: 'https://example.eu.auth0.com/', clientAuthentication: 'none' },
    token(),
    undefined,
    { kind: 'ends', endsAt: now + hour, fix: { scope: 'offline_access', authorizationParameters: consent } },
  ],
  [
    'counts the usual life of a rotating refresh token from the last renewal',
    {},
    withRefresh({ loggedInAt: now - 80 * day, refreshedAt: now }),
    preset({ issued: 'always', rotates: true, lifetimeDays: 90 }),
    { kind: 'renews_until', endsAt: now + 90 * day, rotates: true, extends: true },
  ],
  [
    'counts the usual life of one that stays from the login',
    {},
    withRefresh({ loggedInAt: now - 80 * day, refreshedAt: now }),
    preset({ issued: 'always', rotates: false, lifetimeDays: 90 }),
    { kind: 'renews_until', endsAt: now + 10 * day, rotates: false, extends: false },
  ],
  [
    'guesses no end where the login is not known',
    {},
    withRefresh({ refreshedAt: now }),
    preset({ issued: 'always', rotates: false, lifetimeDays: 90 }),
    { kind: 'renews', rotates: false },
  ],
  [
    'does not hold a usual end against a service that still renews',
    {},
    withRefresh({ loggedInAt: now - 100 * day, refreshedAt: now }),
    preset({ issued: 'always', rotates: false, lifetimeDays: 90 }),
    { kind: 'renews', rotates: false },
  ],
  [
    'renews with a remembered password',
    { grant: 'password', rememberPassword: true },
    token(),
    undefined,
    { kind: 'renews' },
  ],
  [
    'ends with the token where nothing renews it, and a password form has nothing to agree to',
    { grant: 'password' },
    token(),
    google,
    { kind: 'ends', endsAt: now + hour },
  ],
  [
    'knows from the preset what would have brought a refresh token',
    { accessType: 'online' },
    token(),
    google,
    { kind: 'ends', endsAt: now + hour, fix: { accessType: 'offline', authorizationParameters: consent } },
  ],
  [
    'names only what the connection does not do yet',
    { accessType: 'offline' },
    token(),
    google,
    { kind: 'ends', endsAt: now + hour, fix: { authorizationParameters: consent } },
  ],
  [
    'names nothing where everything was done already',
    { accessType: 'offline', extraAuthorizationParameters: consent },
    token(),
    google,
    { kind: 'ends', endsAt: now + hour },
  ],
  [
    'knows the scope that the preset needs',
    { scopes: ['User.Read'] },
    token(),
    preset({ issued: 'on_request', needs: { scope: 'offline_access' } }),
    { kind: 'ends', endsAt: now + hour, fix: { scope: 'offline_access' } },
  ],
  [
    'tries offline_access at an OpenID Connect service that nobody described',
    { issuer: 'https://id.example.com' },
    token(),
    undefined,
    { kind: 'ends', endsAt: now + hour, fix: { scope: 'offline_access', authorizationParameters: consent } },
  ],
  [
    'sees by the scope openid that it is one',
    { scopes: ['openid'], extraAuthorizationParameters: consent },
    token(),
    undefined,
    { kind: 'ends', endsAt: now + hour, fix: { scope: 'offline_access' } },
  ],
  [
    'tries the access type where a service that nobody described has one',
    { accessType: 'online', extraAuthorizationParameters: consent },
    token(),
    undefined,
    { kind: 'ends', endsAt: now + hour, fix: { accessType: 'offline' } },
  ],
  [
    'knows Google by its addresses, where offline_access would be refused as an unknown scope',
    { issuer: 'https://accounts.google.com', scopes: ['openid'] },
    token(),
    undefined,
    { kind: 'ends', endsAt: now + hour, fix: { accessType: 'offline', authorizationParameters: consent } },
  ],
  [
    'knows Google by the authorization URL alone',
    { authorizationUrl: 'https://accounts.google.com/o/oauth2/v2/auth', extraAuthorizationParameters: consent },
    token(),
    undefined,
    { kind: 'ends', endsAt: now + hour, fix: { accessType: 'offline' } },
  ],
  [
    'takes no other host for Google',
    { authorizationUrl: 'https://accounts.google.com.example.com/auth', scopes: ['openid', 'offline_access'] },
    token(),
    undefined,
    { kind: 'ends', endsAt: now + hour, fix: { authorizationParameters: consent } },
  ],
  [
    'asks Microsoft for the scope alone',
    { authorizationUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize', scopes: ['openid'] },
    token(),
    undefined,
    { kind: 'ends', endsAt: now + hour, fix: { scope: 'offline_access' } },
  ],
  ['guesses nothing without a fact', {}, token(), undefined, { kind: 'ends', endsAt: now + hour }],
  ['does not know what nobody said', {}, endless, undefined, { kind: 'unknown' }],
  ['lasts where the service has no refresh tokens', {}, endless, preset({ issued: 'never' }), { kind: 'lasts' }],
  ['lasts with OAuth1', { grant: 'oauth1' }, endless, undefined, { kind: 'lasts' }],
];

it.each(table)('%s', (_sentence, changes, tokenSet, facts, expected) => {
  const forecast = renewalForecast(connection(changes), tokenSet, facts, now);
  expect(forecast).toStrictEqual(expected);
  expect(forecastSchema.parse(forecast)).toEqual(expected);
});
