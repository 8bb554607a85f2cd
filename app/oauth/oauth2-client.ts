/**
 * The only file that uses simple-oauth2. It works around the library's faults:
 * docs/decisions/009-simple-oauth2-behind-one-file.md.
 */
import type { ModuleOptions, WreckHttpOptions } from 'simple-oauth2';
import type { HttpClient } from '../http/client.ts';
import { defaultTimeoutMs, type HttpResponse, requestText } from '../http/request-text.ts';
import { silenceLibraryDebug } from '../http/silence-debug.ts';
import { message } from '../shared/messages/message.ts';
import { requireSecureUrl } from '../shared/secure-url.ts';
import { captureRequest } from './capture-request.ts';
import { requireClientCharacters, tellEncoding } from './client-authentication.ts';
import type { OAuth2Settings } from './settings.ts';
import { withTokenHeaders } from './token-headers.ts';
import { type ReceivedToken, readTokenResponse } from './token-response.ts';

export interface TokenRequestContext {
  http: HttpClient;
  signal?: AbortSignal | undefined;
  /** For the whole request. Default: 30 s. */
  timeoutMs?: number | undefined;
  /** Epoch ms. */
  now(): number;
}

type Library = typeof import('simple-oauth2');
type Call = (library: Library, options: ModuleOptions, http: WreckHttpOptions) => Promise<unknown>;

type ClientOptions = Required<Pick<ModuleOptions, 'client' | 'options'>>;

function clientOptions(settings: OAuth2Settings): ClientOptions {
  const { clientId: id, clientSecret: secret = '', clientAuthentication } = settings;
  // Check before the library does: its error message quotes the secret.
  requireClientCharacters(settings);
  // A public client has no secret and must not send an empty one (RFC 6749 §2.3.1). The library always sends a second
  // parameter, so both parameters get the client ID's name and merge into one.
  if (clientAuthentication === 'none' || secret === '')
    return { client: { id, secret: id, secretParamName: 'client_id' }, options: { authorizationMethod: 'body' } };
  return {
    client: { id, secret },
    options: {
      authorizationMethod: clientAuthentication === 'body' ? 'body' : 'header',
      // `strict`: form-encoded before Basic (RFC 6749 §2.3.1). `loose`: for services that do not decode.
      credentialsEncodingMode: clientAuthentication === 'basic_raw' ? 'loose' : 'strict',
    },
  };
}

async function loadLibrary(): Promise<Library> {
  await silenceLibraryDebug();
  // Use the default export: in the bundle, a lazily loaded CommonJS package has no named exports.
  return (await import('simple-oauth2')).default;
}

function libraryOptions(settings: OAuth2Settings, url: URL): ModuleOptions {
  const { client, options } = clientOptions(settings);
  return {
    client,
    options: { ...options, bodyFormat: settings.tokenRequestFormat },
    // Pass the whole URL as the path, because an absolute path always wins. The library drops a path in the host, and
    // reads a path with two slashes as another host.
    auth: { tokenHost: url.origin, tokenPath: url.href, refreshPath: url.href, revokePath: url.href },
  };
}

/**
 * Loads, while the user logs in, what the token request needs: loading takes longer than the request. Creates and
 * discards a client, because the library compiles its options check with the first one.
 */
export async function prepareTokenRequest(settings: OAuth2Settings, http: HttpClient): Promise<void> {
  const url = requireSecureUrl(settings.accessTokenUrl, message('fields.url.accessTokenUrl'));
  const make = async () => new (await loadLibrary()).AuthorizationCode(libraryOptions(settings, url));
  // The token request reports the same failure again.
  await Promise.allSettled([make(), http.dispatcherFor(url)]);
}

/**
 * Sends one POST that the library builds through the app's HTTP client: all requests share one deadline, size limit and
 * proxy. Returns the response unparsed, whatever the library makes of it.
 */
async function post(
  settings: OAuth2Settings,
  context: TokenRequestContext,
  url: URL,
  call: Call,
): Promise<HttpResponse> {
  const { http, signal, timeoutMs = defaultTimeoutMs } = context;
  const options = libraryOptions(settings, url);
  const library = await loadLibrary();
  const { agent, captured } = captureRequest(url);
  const made = call(library, options, { agent, redirects: false, json: 'force' }).then(notMade, notMade);
  const { headers, body } = await Promise.race([captured, made]);
  return requestText(http, {
    method: 'POST',
    url,
    headers: withTokenHeaders(settings, headers),
    body,
    signal,
    timeoutMs,
  });
}

/** Settings were checked before, so this is a bug in the app. Drops the library's error, which contains credentials. */
const notMade = (): never => {
  throw new Error('simple-oauth2 made no request');
};

interface Asked {
  /** Secrets in the request that are not stored. */
  secrets?: (string | undefined)[];
  /** Absent: the access token URL. */
  url?: URL | undefined;
  /** The service's error names: see `ReadContext`. */
  errorNames?: Readonly<Record<string, string>> | undefined;
  callback?: Readonly<Record<string, string>> | undefined;
}

/** Sends a request to the token endpoint. */
async function requestToken(
  settings: OAuth2Settings,
  context: TokenRequestContext,
  asked: Asked,
  call: Call,
): Promise<ReceivedToken> {
  const url = asked.url ?? requireSecureUrl(settings.accessTokenUrl, message('fields.url.accessTokenUrl'));
  context.http.exchanges?.learn(asked.secrets ?? []);
  const response = await post(settings, context, url, call);
  return tellEncoding(settings, () =>
    readTokenResponse(response, {
      host: url.host,
      now: context.now(),
      places: settings.tokenMapping,
      capturedValues: settings.capturedValues,
      callback: asked.callback,
      errorNames: asked.errorNames,
    }),
  );
}

export interface CodeRequest {
  code: string;
  /** Identical to that of the authorization request (RFC 6749 §4.1.3). */
  redirectUri: string;
  codeVerifier?: string | undefined;
  /** Extra parameters of the preset or the user. */
  extra: Record<string, string>;
  /** All parameters of the callback, to capture values from. */
  callback?: Readonly<Record<string, string>> | undefined;
}

/** RFC 6749 §4.1.3. */
export function requestTokenByCode(settings: OAuth2Settings, request: CodeRequest, context: TokenRequestContext) {
  const { code, redirectUri, codeVerifier, extra, callback } = request;
  const pkce = codeVerifier === undefined ? {} : { code_verifier: codeVerifier };
  const asked = { secrets: [code, codeVerifier], callback };
  return requestToken(settings, context, asked, async (library, options, http) => {
    await new library.AuthorizationCode(options).getToken({ ...extra, ...pkce, code, redirect_uri: redirectUri }, http);
  });
}

/** RFC 6749 §4.3.2. */
export function requestTokenByPassword(
  settings: OAuth2Settings,
  login: { username: string; password: string },
  parameters: Record<string, string>,
  context: TokenRequestContext,
) {
  return requestToken(settings, context, { secrets: [login.password] }, async (library, options, http) => {
    await new library.ResourceOwnerPassword(options).getToken({ ...parameters, ...login }, http);
  });
}

/** RFC 6749 §4.4.2. */
export function requestTokenByClientCredentials(
  settings: OAuth2Settings,
  parameters: Record<string, string>,
  context: TokenRequestContext,
) {
  return requestToken(settings, context, {}, async (library, options, http) => {
    await new library.ClientCredentials(options).getToken(parameters, http);
  });
}

/** RFC 8628 §3.4. */
export function requestTokenByDeviceCode(
  settings: OAuth2Settings,
  deviceCode: string,
  parameters: Record<string, string>,
  context: TokenRequestContext,
) {
  return requestToken(settings, context, { secrets: [deviceCode] }, async (library, options, http) => {
    // The library does not support this grant, but the given parameters override its grant type.
    const grant = { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: deviceCode };
    await new library.ClientCredentials(options).getToken({ ...parameters, ...grant }, http);
  });
}

/** RFC 6749 §6. `refresh.ts` fills in what the response omits. */
export function requestTokenByRefresh(
  settings: OAuth2Settings,
  refreshTokenValue: string,
  parameters: Record<string, string>,
  context: TokenRequestContext,
) {
  const { refreshUrl } = settings;
  const url = refreshUrl === undefined ? undefined : requireSecureUrl(refreshUrl, message('fields.url.refreshUrl'));
  const asked = { secrets: [refreshTokenValue], url, errorNames: settings.refreshErrors };
  return requestToken(settings, context, asked, async (library, options, http) => {
    const token = new library.AuthorizationCode(options).createToken({ refresh_token: refreshTokenValue });
    await token.refresh(parameters, http);
  });
}

/** RFC 7009 §2.1. The caller checks the response: the library treats an empty success as a failure. */
export function requestRevocation(
  settings: OAuth2Settings,
  url: URL,
  kind: 'access_token' | 'refresh_token',
  token: string,
  context: TokenRequestContext,
): Promise<HttpResponse> {
  // §2.1: always a form, whatever format the token endpoint accepts.
  const asForm: OAuth2Settings = { ...settings, tokenRequestFormat: 'form' };
  return post(asForm, context, url, async (library, options, http) => {
    await new library.AuthorizationCode(options).createToken({ [kind]: token }).revoke(kind, http);
  });
}
