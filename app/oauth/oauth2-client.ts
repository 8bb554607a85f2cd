/** The one file that uses simple-oauth2, and works around its faults (the list is in design.md). */
import type { ModuleOptions, WreckHttpOptions } from 'simple-oauth2';
import type { HttpClient } from '../http/client.ts';
import { defaultTimeoutMs, type HttpResponse, requestText } from '../http/request-text.ts';
import { silenceLibraryDebug } from '../http/silence-debug.ts';
import { requireSecureUrl } from '../shared/secure-url.ts';
import { captureRequest } from './capture-request.ts';
import { requireClientCharacters, tellEncoding } from './client-authentication.ts';
import type { OAuth2Settings } from './settings.ts';
import { withTokenHeaders } from './token-headers.ts';
import { type ReceivedToken, readTokenResponse } from './token-response.ts';

export interface TokenRequestContext {
  http: HttpClient;
  signal?: AbortSignal | undefined;
  /** Of the whole request; 30 s unless told. */
  timeoutMs?: number | undefined;
  /** Epoch ms. */
  now(): number;
}

type Library = typeof import('simple-oauth2');
type Call = (library: Library, options: ModuleOptions, http: WreckHttpOptions) => Promise<unknown>;

type ClientOptions = Required<Pick<ModuleOptions, 'client' | 'options'>>;

function clientOptions(settings: OAuth2Settings): ClientOptions {
  const { clientId: id, clientSecret: secret = '', clientAuthentication } = settings;
  // Before the library looks: it would refuse with a message that quotes the secret.
  requireClientCharacters(settings);
  // A public client has no secret and must not send an empty one (RFC 6749 §2.3.1). The library always sends a second
  // parameter, so it is told to send the ID under the ID's name twice, which makes one.
  if (clientAuthentication === 'none' || secret === '')
    return { client: { id, secret: id, secretParamName: 'client_id' }, options: { authorizationMethod: 'body' } };
  return {
    client: { id, secret },
    options: {
      authorizationMethod: clientAuthentication === 'body' ? 'body' : 'header',
      // `strict`: form-encoded before Basic (RFC 6749 §2.3.1); `loose`: for services that do not decode.
      credentialsEncodingMode: clientAuthentication === 'basic_raw' ? 'loose' : 'strict',
    },
  };
}

async function loadLibrary(): Promise<Library> {
  await silenceLibraryDebug();
  // The default: in the bundle a CommonJS package that is loaded late has no other names.
  return (await import('simple-oauth2')).default;
}

function libraryOptions(settings: OAuth2Settings, url: URL): ModuleOptions {
  const { client, options } = clientOptions(settings);
  return {
    client,
    options: { ...options, bodyFormat: settings.tokenRequestFormat },
    // The whole URL as path: an absolute one always wins, while host and path taken apart lose a path in the host, and
    // read a path with two slashes as another host.
    auth: { tokenHost: url.origin, tokenPath: url.href, refreshPath: url.href, revokePath: url.href },
  };
}

/**
 * Loads, while the user logs in, what the token request will need: it takes longer than the request itself. The client
 * is made and thrown away, because the library compiles the check of its options with the first one.
 */
export async function prepareTokenRequest(settings: OAuth2Settings, http: HttpClient): Promise<void> {
  const url = requireSecureUrl(settings.accessTokenUrl, 'The access token URL');
  const make = async () => new (await loadLibrary()).AuthorizationCode(libraryOptions(settings, url));
  // A failure shows itself again when the token is asked for.
  await Promise.allSettled([make(), http.dispatcherFor(url)]);
}

/**
 * One POST that the library makes and our own client sends: one deadline, one size limit and one proxy for all requests.
 * The response is the caller's to read, whatever the library would make of it.
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

/** Settings are checked before this, so it is our own mistake. The library's errors carry credentials: none is kept. */
const notMade = (): never => {
  throw new Error('simple-oauth2 made no request');
};

interface Asked {
  /** What the request holds that nobody stores. */
  secrets?: (string | undefined)[];
  /** Another endpoint than the access token URL. */
  url?: URL | undefined;
  /** The service's own names of errors: see `ReadContext`. */
  errorNames?: Readonly<Record<string, string>> | undefined;
  callback?: Readonly<Record<string, string>> | undefined;
}

/** Asks the token endpoint. */
async function requestToken(
  settings: OAuth2Settings,
  context: TokenRequestContext,
  asked: Asked,
  call: Call,
): Promise<ReceivedToken> {
  const url = asked.url ?? requireSecureUrl(settings.accessTokenUrl, 'The access token URL');
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
  /** The same as in the authorization request (RFC 6749 §4.1.3). */
  redirectUri: string;
  codeVerifier?: string | undefined;
  /** Parameters of the preset or user. */
  extra: Record<string, string>;
  /** All parameters of the callback, for the captured values. */
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
    // The library knows no such grant; parameters win over the grant type that it sets.
    const grant = { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: deviceCode };
    await new library.ClientCredentials(options).getToken({ ...parameters, ...grant }, http);
  });
}

/** RFC 6749 §6. `refresh.ts` fills in what the response leaves out. */
export function requestTokenByRefresh(
  settings: OAuth2Settings,
  refreshTokenValue: string,
  parameters: Record<string, string>,
  context: TokenRequestContext,
) {
  const { refreshUrl } = settings;
  const url = refreshUrl === undefined ? undefined : requireSecureUrl(refreshUrl, 'The refresh URL');
  const asked = { secrets: [refreshTokenValue], url, errorNames: settings.refreshErrors };
  return requestToken(settings, context, asked, async (library, options, http) => {
    const token = new library.AuthorizationCode(options).createToken({ refresh_token: refreshTokenValue });
    await token.refresh(parameters, http);
  });
}

/** RFC 7009 §2.1. The caller judges the response: the library calls an empty success a failure. */
export function requestRevocation(
  settings: OAuth2Settings,
  url: URL,
  kind: 'access_token' | 'refresh_token',
  token: string,
  context: TokenRequestContext,
): Promise<HttpResponse> {
  // §2.1: always a form, whatever the token endpoint takes.
  const asForm: OAuth2Settings = { ...settings, tokenRequestFormat: 'form' };
  return post(asForm, context, url, async (library, options, http) => {
    await new library.AuthorizationCode(options).createToken({ [kind]: token }).revoke(kind, http);
  });
}
