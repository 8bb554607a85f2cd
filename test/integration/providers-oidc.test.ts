import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../app/http/client.ts';
import { requestAuthorizationCodeToken } from '../../app/oauth/authorization-code.ts';
import { requestClientCredentialsToken } from '../../app/oauth/client-credentials.ts';
import { requestDeviceCodeToken } from '../../app/oauth/device-code.ts';
import { discoverService } from '../../app/oauth/discovery.ts';
import { introspectToken } from '../../app/oauth/introspect.ts';
import { refreshToken } from '../../app/oauth/refresh.ts';
import { revokeToken } from '../../app/oauth/revoke.ts';
import type { OAuth2Settings } from '../../app/oauth/settings.ts';
import { accountOf, discoveredSettings, getWith, personContext } from '../servers/providers/engine.ts';
import { type OidcKind, oidcKinds, responseModeOf } from '../servers/providers/oidc-kinds.ts';
import { callbackUrl, type OidcServer, startOidcServer } from '../servers/providers/oidc-server.ts';
import { logInAsPerson } from '../servers/providers/person.ts';
import { directClient, rejection } from '../unit/oauth/token-settings.ts';

const ann = { login: 'ann', password: 'any' };
let http: HttpClient;
beforeAll(() => {
  http = directClient();
});
afterAll(() => http.close());

/** A service of one kind, started for a group of tests. */
function useServer(kind: OidcKind) {
  let server: OidcServer | undefined;
  beforeAll(async () => {
    server = await startOidcServer(kind);
  });
  afterAll(() => server?.close());
  const running = () => {
    if (server === undefined) throw new Error('the server did not start');
    return server;
  };
  return {
    server: running,
    settings: (changes: Partial<OAuth2Settings> = {}) =>
      discoveredSettings(http, running().issuer, running(), {
        scopes: ['openid', 'email', 'offline_access'],
        // OIDC Core §11: offline_access without consent is ignored.
        extraAuthorizationParameters: { prompt: 'consent' },
        responseMode: responseModeOf(kind),
        callbackUrl,
        ...changes,
      }),
  };
}
const context = { now: Date.now };

describe.each(Object.keys(oidcKinds) as OidcKind[])('oidc-provider %s', (kind) => {
  const service = useServer(kind);

  it('gives a token for a login, and data for the token [15] [17] [20] [21]', async () => {
    const person = personContext(http, ann);
    const settings = await service.settings();
    const tokenSet = await requestAuthorizationCodeToken(settings, person);
    expect(person.steps).toEqual(['window_opened', 'waiting_for_login', 'code_received', 'token_received']);
    expect(tokenSet).toMatchObject({ tokenType: 'Bearer', scopes: ['openid', 'email', 'offline_access'] });
    expect(await accountOf(settings, tokenSet, http)).toBe('ann@example.org');
    expect(tokenSet.refreshToken).toBeDefined();
    const { status, body } = await getWith(service.server().accountUrl, tokenSet.accessToken);
    expect({ status, body }).toEqual({ status: 200, body: { sub: 'ann', email: 'ann@example.org' } });
  });
});

describe('what a discovery document of oidc-provider says', () => {
  const service = useServer('with device code and client credentials');

  it('is taken whole [21] [22]', async () => {
    const { issuer } = service.server();
    expect(await discoverService(issuer, { http })).toMatchObject({
      issuer,
      authorizationUrl: `${issuer}/auth`,
      accessTokenUrl: `${issuer}/token`,
      deviceAuthorizationUrl: `${issuer}/device/auth`,
      revocationUrl: `${issuer}/token/revocation`,
      introspectionUrl: `${issuer}/token/introspection`,
      accountUrl: `${issuer}/me`,
      issuerInCallback: true,
      pkce: 'S256',
      clientAuthentication: 'basic',
      grants: ['authorization_code', 'client_credentials', 'device_code'],
      responseModes: ['query', 'fragment', 'form_post'],
    });
    expect(await rejection(discoverService(`${issuer}/`, { http }))).toMatchObject({ code: 'discovery.issuer_slash' });
  });
});

describe('PKCE at oidc-provider', () => {
  const service = useServer('that requires PKCE');

  it('is missed where it is left out, and the service’s words are passed on [20]', async () => {
    const settings = await service.settings({ pkce: 'none' });
    expect(await rejection(requestAuthorizationCodeToken(settings, personContext(http, ann)))).toMatchObject({
      code: 'callback.error',
      serviceMessage: expect.stringContaining('PKCE'),
    });
  });
});

describe('client authentication at oidc-provider', () => {
  const body = useServer('that takes the secret in the body only');
  const basic = useServer('that takes the secret by Basic only, with characters to encode');

  it('is refused the other way round, and without a secret, with a code of its own [32]', async () => {
    const wrong = [
      await body.settings({ clientAuthentication: 'basic' }),
      await body.settings({ clientSecret: undefined }),
      await body.settings({ clientSecret: 'wrong-secret' }),
      await basic.settings({ clientAuthentication: 'body' }),
      // Not decoded is another secret: this service reads RFC 6749 §2.3.1 as it is written.
      await basic.settings({ clientAuthentication: 'basic_raw' }),
    ];
    for (const settings of wrong)
      expect(await rejection(requestAuthorizationCodeToken(settings, personContext(http, ann)))).toMatchObject({
        code: 'token.invalid_client',
      });
  });

  it('is the same for refresh, introspection and revocation, with characters that need encoding [32] [33]', async () => {
    for (const service of [body, basic]) {
      const settings = await service.settings();
      const first = await requestAuthorizationCodeToken(settings, personContext(http, ann));
      const second = await refreshToken(settings, first, { http, ...context });
      expect(second.accessToken).not.toBe(first.accessToken);
      expect(await introspectToken(settings, second, { http, ...context })).toMatchObject({
        active: true,
        scopes: ['openid', 'email', 'offline_access'],
        expiresAt: expect.any(Number),
        account: 'ann',
      });
      await revokeToken(settings, second, { http, ...context });
      expect(await introspectToken(settings, second, { http, ...context })).toMatchObject({ active: false });
      expect(await rejection(refreshToken(settings, second, { http, ...context }))).toMatchObject({
        code: 'token.invalid_grant',
      });
    }
  });
});

describe('refresh tokens at oidc-provider', () => {
  const rotating = useServer('that rotates refresh tokens');
  const keeping = useServer('that keeps refresh tokens');

  it('are replaced where the service rotates them, and a used one is good for nothing [29]', async () => {
    const settings = await rotating.settings();
    const first = await requestAuthorizationCodeToken(settings, personContext(http, ann));
    const second = await refreshToken(settings, first, { http, ...context });
    expect(second.refreshToken).toBeDefined();
    expect(second.refreshToken).not.toBe(first.refreshToken);
    const third = await refreshToken(settings, second, { http, ...context });
    expect(await accountOf(settings, third, http)).toBe('ann@example.org');
    expect(await rejection(refreshToken(settings, first, { http, ...context }))).toMatchObject({
      code: 'token.invalid_grant',
    });
    // The reuse ended the whole grant (RFC 9700 §4.14.2).
    expect(await rejection(refreshToken(settings, third, { http, ...context }))).toMatchObject({
      code: 'token.invalid_grant',
    });
  });

  it('are kept where the service keeps them [29]', async () => {
    const settings = await keeping.settings();
    const first = await requestAuthorizationCodeToken(settings, personContext(http, ann));
    const second = await refreshToken(settings, first, { http, ...context });
    expect(second.refreshToken).toBe(first.refreshToken);
    expect(await refreshToken(settings, first, { http, ...context })).toMatchObject({ tokenType: 'Bearer' });
  });

  it('are not there where nobody asked for one', async () => {
    const settings = await keeping.settings({ scopes: ['openid'], extraAuthorizationParameters: {} });
    const tokenSet = await requestAuthorizationCodeToken(settings, personContext(http, ann));
    expect(tokenSet.refreshToken).toBeUndefined();
    expect(await rejection(refreshToken(settings, tokenSet, { http, ...context }))).toMatchObject({
      code: 'token.no_refresh_token',
    });
  });
});

describe('iss at oidc-provider', () => {
  const service = useServer('that names itself with iss');
  const other = useServer('that names itself with iss');

  it('unmasks a response of another service, before any code is sent [21]', async () => {
    const settings = await service.settings();
    // The mix-up of RFC 9700 §4.4: the login is sent to another service that the user trusts as well.
    const mixedUp = personContext(http, ann, {
      openAuthorizationWindow: async ({ authorizationUrl, callbackUrl: registered }) => {
        const elsewhere = authorizationUrl.replace(service.server().issuer, other.server().issuer);
        return { callback: logInAsPerson(elsewhere, registered, ann), show() {} };
      },
    });
    expect(await rejection(requestAuthorizationCodeToken(settings, mixedUp))).toMatchObject({
      code: 'callback.issuer_mismatch',
      serviceMessage: other.server().issuer,
    });
    expect(service.server().tokenRequests).toEqual([]);
    expect(other.server().tokenRequests).toEqual([]);
  });

  it('misses it when somebody takes it away [21]', async () => {
    const stripped = personContext(http, ann, {
      openAuthorizationWindow: async ({ authorizationUrl, callbackUrl: registered }) => {
        const strip = async () => {
          const response = await logInAsPerson(authorizationUrl, registered, ann);
          const url = new URL(response.url);
          url.searchParams.delete('iss');
          return { ...response, url: url.href };
        };
        return { callback: strip(), show() {} };
      },
    });
    expect(await rejection(requestAuthorizationCodeToken(await service.settings(), stripped))).toMatchObject({
      code: 'callback.issuer_mismatch',
    });
  });
});

describe('the other grants at oidc-provider', () => {
  const service = useServer('with device code and client credentials');

  it('gives a token for client credentials', async () => {
    const settings = await service.settings({ scopes: [] });
    const tokenSet = await requestClientCredentialsToken(settings, { ...personContext(http, ann), http });
    expect(await introspectToken(settings, tokenSet, { http, ...context })).toMatchObject({ active: true });
    expect(tokenSet.refreshToken).toBeUndefined();
  });

  it('gives a token for a device code, once somebody typed it in elsewhere', async () => {
    const settings = await service.settings({ scopes: ['openid', 'email'] });
    let pauses = 0;
    const codes: string[] = [];
    let login: Promise<unknown> | undefined;
    const device = {
      ...personContext(http, ann),
      onDeviceLogin: ({ userCode, verificationUri }: { userCode: string; verificationUri: string }) => {
        codes.push(userCode);
        expect(verificationUri).toBe(service.server().deviceUrl);
      },
    };
    // The first question comes too early; then a person logs in.
    const wait = async () => {
      pauses++;
      if (pauses === 2) {
        login = logInAsPerson(service.server().deviceUrl, callbackUrl, { ...ann, user_code: codes[0] ?? '' });
        await login;
      }
    };
    const tokenSet = await requestDeviceCodeToken(settings, device, wait);
    expect(codes).toHaveLength(1);
    expect(tokenSet).toMatchObject({ scopes: ['openid', 'email'] });
    expect(await accountOf(settings, tokenSet, http)).toBe('ann@example.org');
    expect(device.steps).toEqual(['device_code_received', 'waiting_for_login', 'token_received']);
    const asked = service.server().tokenRequests.filter(({ grantType }) => grantType.endsWith('device_code'));
    expect(asked.map(({ granted }) => granted)).toEqual([false, true]);
  });
});
