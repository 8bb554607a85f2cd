import type { HttpClient } from '../../http/client.ts';
import type { WindowExchange } from '../../http/exchanges.ts';
import type { Introspection } from '../../oauth/introspect.ts';
import type { ServiceClocks } from '../../oauth/oauth1-clock.ts';
import type { DeviceLogin, GrantContext, OAuth1Settings, OAuth2Settings } from '../../oauth/settings.ts';
import type { TokenSet } from '../../oauth/token-set.ts';
import { errorPageError } from '../../platform/error-page.ts';
import type { AuthorizationWindow, Platform } from '../../platform/platform.ts';
import type { LoginRefusal } from '../../platform/refusal.ts';
import { type SignInPrompt, signInPromptIn } from '../../platform/sign-in-prompt.ts';
import { isHostAllowed } from '../../shared/connection/allowed-hosts.ts';
import type { Connection, ConnectionSecretName, ConnectionSecrets } from '../../shared/connection/connection.ts';
import { withSecretValues } from '../../shared/connection/secret-values.ts';
import type { RequestStep } from '../../shared/contract/connections.ts';
import { OAuthError, type PlatformError, RequestError } from '../../shared/errors.ts';
import type { Preset } from '../../shared/preset/preset.ts';
import type { LoginCookies } from '../login-cookies.ts';
import { settingsChange } from '../token-owner.ts';
import { hostsOf, resolveOAuth1Settings, resolveOAuth2Settings } from './resolve-settings.ts';
import { tokenWithoutLogin } from './token-without-login.ts';

/** Where the practice service is. */
export interface PracticeOrigin {
  /** `undefined` while it does not run. */
  current(): string | undefined;
  /** Starts it where it does not run. */
  ensure(): Promise<string>;
}

export interface GrantDeps {
  platform: Platform;
  http: HttpClient;
  practice: PracticeOrigin;
  findPreset(id: string | null): Preset | undefined;
  cookies: LoginCookies;
  clocks: ServiceClocks;
  now(): number;
}

export interface GrantRun {
  connection: Connection;
  secrets: ConnectionSecrets;
  freshSession: boolean;
  timeoutMs: number;
  signal: AbortSignal;
  onStep(step: RequestStep): void;
  onDeviceLogin(login: DeviceLogin): void;
  /** See GrantContext. */
  pastedCallback(): Promise<string>;
  onWindow(window: AuthorizationWindow): void;
  /** The system browser was opened at this URL. */
  onLoginUrl(url: string): void;
  /** The window shows a page that refuses windows of apps. */
  onRefused(refusal: LoginRefusal): void;
  /** The window shows an error page of the service; `undefined`: it has moved on to another page. */
  onErrorPage(error: PlatformError | undefined): void;
  /** The window shows a page that asks for a sign-in it cannot do; `undefined`: it has moved on to another page. */
  onSignInPrompt(prompt: SignInPrompt | undefined): void;
}

export const usesPractice = (connection: Connection): boolean => {
  const { accessTokenUrl, authorizationUrl, requestUrl, deviceAuthorizationUrl } = connection;
  return [accessTokenUrl, authorizationUrl, requestUrl, deviceAuthorizationUrl].some((url) =>
    url.includes('{practice}'),
  );
};

/** The connection's settings; starts the practice service where they need it. The modules of the protocol load at first use. */
async function partsOf(connection: Connection, secrets: ConnectionSecrets, deps: GrantDeps) {
  const practiceOrigin = usesPractice(connection) ? await deps.practice.ensure() : undefined;
  return { preset: deps.findPreset(connection.presetId), secrets, practiceOrigin };
}

async function oauth2Settings(
  connection: Connection,
  secrets: ConnectionSecrets,
  deps: GrantDeps,
): Promise<OAuth2Settings> {
  return resolveOAuth2Settings(connection, await partsOf(connection, secrets, deps));
}

async function oauth1Settings(
  connection: Connection,
  secrets: ConnectionSecrets,
  deps: GrantDeps,
): Promise<OAuth1Settings> {
  return resolveOAuth1Settings(connection, await partsOf(connection, secrets, deps));
}

/** Runs the connection's grant, with the user where it needs one. Rejects with an AppError. */
export async function runGrant(run: GrantRun, deps: GrantDeps): Promise<TokenSet> {
  const { connection, secrets } = run;
  const own = tokenWithoutLogin(connection, secrets, deps.now());
  if (own) return own;
  if (connection.grant === 'oauth1') {
    const { requestOAuth1Token } = await import('../../oauth/oauth1.ts');
    return requestOAuth1Token(await oauth1Settings(connection, secrets, deps), contextOf(run, deps));
  }
  return requestOAuth2Token(run, deps);
}

/** Who is logged in, as far as the service tells. A token is safe before this is asked. Never rejects. */
export async function accountOf(
  connection: Connection,
  secrets: ConnectionSecrets,
  tokenSet: TokenSet,
  deps: GrantDeps & { signal: AbortSignal },
): Promise<string | undefined> {
  try {
    const { requestAccount } = await import('../../oauth/account.ts');
    // The account URL is the API's: the authorization server's headers, and the client's secret, are not for it.
    const { clientSecret: _secret, ...others } = secrets;
    const settings = await oauth2Settings({ ...connection, tokenHeaders: [] }, others, deps);
    // A host out of the service's answer is none that the user or the preset named (row 42).
    const named = !/^(?:[a-z]+:\/\/[^/?#]*)?\{/i.test(settings.accountUrl ?? '');
    const isAllowed = (url: URL) =>
      named || isHostAllowed(hostsOf(connection, deps.practice.current(), tokenSet.values), url);
    return await requestAccount(settings, tokenSet, { http: deps.http, signal: deps.signal, isAllowed });
  } catch {
    return undefined;
  }
}

async function requestOAuth2Token(run: GrantRun, deps: GrantDeps): Promise<TokenSet> {
  const { connection, secrets } = run;
  const context = contextOf(run, deps);
  const settings = await oauth2Settings(connection, secrets, deps);
  switch (connection.grant) {
    case 'password': {
      const { password } = secrets;
      if (!password) throw missing('password', 'Enter the password.');
      const { requestPasswordToken } = await import('../../oauth/password.ts');
      const { username } = withSecretValues(connection, secrets);
      return requestPasswordToken(settings, { username, password }, context);
    }
    case 'client_credentials': {
      // RFC 6749 §4.4: the secret is all that such a client shows.
      if (!secrets.clientSecret) throw missing('clientSecret', 'Enter the client secret.');
      const { requestClientCredentialsToken } = await import('../../oauth/client-credentials.ts');
      return requestClientCredentialsToken(settings, context);
    }
    case 'device_code': {
      const { requestDeviceCodeToken } = await import('../../oauth/device-code.ts');
      return requestDeviceCodeToken(settings, context);
    }
    default: {
      const { requestAuthorizationCodeToken } = await import('../../oauth/authorization-code.ts');
      return requestAuthorizationCodeToken(settings, context);
    }
  }
}

const missing = (field: ConnectionSecretName, message: string): RequestError =>
  new RequestError('connection.invalid', message, { details: { field } });

function contextOf(run: GrantRun, { platform, http, cookies, clocks, now }: GrantDeps): GrantContext {
  const { connection, signal, timeoutMs, freshSession, onStep } = run;
  const recordWindow = (exchange: WindowExchange) =>
    http.exchanges?.record({ ...exchange, kind: 'window', connectionId: connection.id });
  return {
    http,
    clocks,
    signal,
    timeoutMs,
    onStep,
    onDeviceLogin: run.onDeviceLogin,
    pastedCallback: run.pastedCallback,
    now,
    openInSystemBrowser: (url) => {
      recordWindow({ at: now(), method: 'GET', url, requestHeaders: {} });
      run.onLoginUrl(url);
      return platform.openInSystemBrowser(url);
    },
    openAuthorizationWindow: async ({ authorizationUrl, callbackUrl }) => {
      if (connection.session === 'fresh') cookies.forget(connection.id);
      const window = await platform.openAuthorizationWindow({
        connectionId: connection.id,
        title: `Log in: ${connection.name}`,
        authorizationUrl,
        callbackUrl,
        timeoutMs,
        // "Fresh" is said of the connection, or once by "log in as someone else".
        freshSession: freshSession || connection.session === 'fresh',
        ...(connection.session === 'fresh'
          ? {}
          : {
              cookies: cookies.of(connection.id),
              onCookies: (left) => {
                if (!signal.aborted) cookies.keep(connection.id, left);
              },
            }),
        signal,
        onRefused: run.onRefused,
        onErrorPage: (page) => run.onErrorPage(page === undefined ? undefined : errorPageError(page)),
        onExchange: (exchange) => {
          const prompt = signInPromptIn(exchange);
          recordWindow(prompt === undefined ? exchange : { ...exchange, error: 'window.sign_in_prompt' });
          run.onSignInPrompt(prompt);
        },
      });
      run.onWindow(window);
      return window;
    },
  };
}

export const canRenew = (connection: Connection, tokenSet: TokenSet, hasPassword: boolean): boolean =>
  tokenSet.refreshToken !== undefined ||
  connection.grant === 'client_credentials' ||
  (connection.grant === 'password' && connection.rememberPassword && hasPassword);

/**
 * A new token set without the user: by the refresh token, or, where it is missing or was refused, by asking again with
 * the client's secret (RFC 6749 §4.4.3) or the password that the user let us keep. Rejects with an AppError.
 */
export async function renewGrant(run: GrantRun, tokenSet: TokenSet, deps: GrantDeps): Promise<TokenSet> {
  const { connection, secrets, signal } = run;
  requireOwner(connection, tokenSet);
  const again =
    connection.grant === 'client_credentials' ||
    (connection.grant === 'password' && connection.rememberPassword && secrets.password !== undefined);
  const ask = async () => askedAgain(tokenSet, await requestOAuth2Token(run, deps));
  if (tokenSet.refreshToken === undefined) {
    if (again) return ask();
    throw new OAuthError('token.no_refresh_token', 'The service gave no refresh token. Log in again.');
  }
  const { refreshToken } = await import('../../oauth/refresh.ts');
  const settings = await oauth2Settings(connection, secrets, deps);
  try {
    return await refreshToken(settings, tokenSet, { http: deps.http, signal, now: deps.now });
  } catch (error) {
    const { needsLogin } = await import('../../oauth/token-errors.ts');
    if (again && needsLogin(error)) return ask();
    throw error;
  }
}

/** Throws OAuthError `token.settings_changed`: this service must not see the token. */
function requireOwner(connection: Connection, tokenSet: TokenSet): void {
  const change = settingsChange(connection, tokenSet);
  if (change) throw change;
}

/** A new token of the same client or person: what is known of them stays, the old refresh token does not. */
function askedAgain(old: TokenSet, response: TokenSet): TokenSet {
  const account = response.account ?? old.account;
  const values = { ...old.values, ...response.values };
  return {
    ...response,
    refreshedAt: response.obtainedAt,
    ...(account === undefined ? {} : { account }),
    ...(Object.keys(values).length === 0 ? {} : { values }),
  };
}

export type Revocation = { revoked: 'yes' | 'not_supported' } | { revoked: 'failed'; error: unknown };

/** RFC 7009, where the service has it. Never rejects. */
export async function revokeGrant(
  connection: Connection,
  secrets: ConnectionSecrets,
  tokenSet: TokenSet,
  deps: GrantDeps & { signal: AbortSignal },
): Promise<Revocation> {
  if (connection.revocationUrl.trim() === '') return { revoked: 'not_supported' };
  try {
    requireOwner(connection, tokenSet);
    const { revokeOAuth1Token, revokeToken } = await import('../../oauth/revoke.ts');
    const context = { http: deps.http, signal: deps.signal };
    if (connection.grant === 'oauth1') {
      const signing = { ...context, clocks: deps.clocks, now: deps.now };
      await revokeOAuth1Token(await oauth1Settings(connection, secrets, deps), tokenSet, signing);
    } else await revokeToken(await oauth2Settings(connection, secrets, deps), tokenSet, context);
    return { revoked: 'yes' };
  } catch (error) {
    return { revoked: 'failed', error };
  }
}

/** Asks the service about the token (RFC 7662). Rejects with an AppError. */
export async function introspectGrant(
  connection: Connection,
  secrets: ConnectionSecrets,
  tokenSet: TokenSet,
  deps: GrantDeps & { signal: AbortSignal },
): Promise<Introspection> {
  if (connection.grant === 'oauth1')
    throw new OAuthError('introspection.not_supported', 'OAuth1 tokens cannot be checked at the service.');
  requireOwner(connection, tokenSet);
  const { introspectToken } = await import('../../oauth/introspect.ts');
  const settings = await oauth2Settings(connection, secrets, deps);
  return introspectToken(settings, tokenSet, { http: deps.http, signal: deps.signal, now: deps.now });
}
