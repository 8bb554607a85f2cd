import type { HttpClient } from '../http/client.ts';
import type { AuthorizationWindow } from '../platform/platform.ts';
import type { TokenRequestHeader } from '../shared/connection/token-headers.ts';
import type { TokenMapping, TokenPlacement } from '../shared/connection/token-mapping.ts';
import type { RequestStep } from '../shared/contract/connections.ts';
import type { ServiceClocks } from './oauth1-clock.ts';

/** A service's own way to revoke an authorization; see the preset's `revocationRequest`. */
export interface RevocationRequest {
  method: 'POST' | 'DELETE';
  authentication: 'client' | 'bearer';
  body: 'json' | 'none';
  token: 'refresh_token' | 'access_token';
  tokenParameter: string;
}

/** What the protocol needs to know about an OAuth2 service and client. URLs are complete, with variables filled in. */
export interface OAuth2Settings {
  /** RFC 8414. `undefined`: unknown. */
  issuer?: string | undefined;
  /** Whether a response without `iss` is refused (RFC 9207 §2.4). */
  issuerInCallback: boolean;
  authorizationUrl: string;
  accessTokenUrl: string;
  /** `undefined`: same as the access token URL. */
  refreshUrl?: string | undefined;
  /** RFC 7009, or as `revocationRequest` says. */
  revocationUrl?: string | undefined;
  revocationRequest?: RevocationRequest | undefined;
  /** RFC 7662. */
  introspectionUrl?: string | undefined;
  /** RFC 8628. */
  deviceAuthorizationUrl?: string | undefined;
  /** Returns the account. */
  accountUrl?: string | undefined;
  /** JSON Pointer to the account's name. Empty: the usual claims. */
  accountPointer: string;
  /** Sent byte for byte (RFC 6749 §4.1.3). */
  callbackUrl: string;
  clientId: string;
  clientSecret?: string | undefined;
  clientAuthentication: 'basic' | 'basic_raw' | 'body' | 'none';
  tokenRequestFormat: 'form' | 'json';
  scopes: string[];
  scopeSeparator: ' ' | ',';
  /** Usually `scope`; `user_scope` for Slack. */
  scopeParameter: string;
  /** Sent as `access_type` unless null. */
  accessType: string | null;
  pkce: 'S256' | 'none';
  responseMode: 'default' | 'query' | 'fragment' | 'form_post';
  /**
   * `popup`: the app catches the callback in its own window. `browser`: the system browser sends it to a loopback port
   * (RFC 8252 §7.3).
   */
  window: 'popup' | 'browser';
  extraAuthorizationParameters: Record<string, string>;
  extraTokenParameters: Record<string, string>;
  extraRefreshParameters: Record<string, string>;
  /** The service's names for `invalid_grant` and `slow_down` in the response to a refresh, in lower case. */
  refreshErrors: Readonly<Record<string, string>>;
  /** The parameter that signs the callback with the client secret. */
  callbackSignature?: string | undefined;
  tokenMapping: TokenMapping;
  /** Name → `callback:<parameter>` or `token:<JSON Pointer>`; see `Connection.capturedValues`. */
  capturedValues: Record<string, string>;
  /** How a GET carries the token. Also used for the GET of `accountUrl`. */
  tokenPlacement: TokenPlacement;
  /** Also sent with the GET of `accountUrl`. */
  apiHeaders: Record<string, string>;
  /** Sent with every request to the authorization server. */
  tokenHeaders: readonly TokenRequestHeader[];
}

/** What the protocol needs to know about an OAuth1 service and client (RFC 5849). */
export interface OAuth1Settings {
  requestUrl: string;
  authorizationUrl: string;
  accessTokenUrl: string;
  callbackUrl: string;
  /** The consumer key. */
  clientId: string;
  clientSecret?: string | undefined;
  /** PEM, RSA-SHA1 only. */
  privateKey?: string | undefined;
  signatureMethod: 'HMAC-SHA1' | 'HMAC-SHA256' | 'RSA-SHA1' | 'PLAINTEXT';
  /** OAuth1 defines no revocation, but a few services accept a signed POST. */
  revocationUrl?: string | undefined;
  realm: string;
  /** Sent with the request for temporary credentials (X: `x_auth_access_type`). */
  extraTokenParameters: Record<string, string>;
  extraAuthorizationParameters: Record<string, string>;
  window: 'popup' | 'browser';
  /** JSON Pointer to the account's name in the token response. Empty: none. */
  accountPointer: string;
  capturedValues: Record<string, string>;
  /** Sent with each step of the login and with the revocation. */
  tokenHeaders: readonly TokenRequestHeader[];
}

/** What the user needs to log in on another device (RFC 8628 §3.2). `expiresAt`: epoch ms. */
export interface DeviceLogin {
  userCode: string;
  verificationUri: string;
  verificationUriComplete?: string | undefined;
  expiresAt: number;
}

/** What a grant needs from its caller. */
export interface GrantContext {
  http: HttpClient;
  /** OAuth1. */
  clocks: ServiceClocks;
  /** Opens this connection's authorization window. The caller supplies connection, title, time limit and signal. */
  openAuthorizationWindow(request: { authorizationUrl: string; callbackUrl: string }): Promise<AuthorizationWindow>;
  /** For `browser` mode. */
  openInSystemBrowser(url: string): Promise<void>;
  /**
   * For `browser` mode with a callback URL that is not on this computer. Resolves with the URL that the user pastes
   * from the browser's address bar. Called once per login.
   */
  pastedCallback(): Promise<string>;
  /** Device code: shows the code to the user. */
  onDeviceLogin(login: DeviceLogin): void;
  signal: AbortSignal;
  timeoutMs: number;
  onStep(step: RequestStep): void;
  /** Epoch ms. */
  now(): number;
}
