import { createHttpClient, type HttpClient } from '../../../app/http/client.ts';
import { createServiceClocks } from '../../../app/oauth/oauth1-clock.ts';
import type { GrantContext, OAuth1Settings, OAuth2Settings } from '../../../app/oauth/settings.ts';
import { bearerPlacement, standardTokenMapping } from '../../../app/shared/connection/standard-mapping.ts';
import type { RequestStep } from '../../../app/shared/contract/connections.ts';

/** Straight to loopback, whatever proxy the test machine has. */
export const directClient = (): HttpClient =>
  createHttpClient({ resolveProxy: async () => 'DIRECT', environment: {}, systemCertificates: () => [] });

export function oauth2Settings(accessTokenUrl: string, changes: Partial<OAuth2Settings> = {}): OAuth2Settings {
  return {
    authorizationUrl: 'https://login.example.com/authorize',
    accessTokenUrl,
    callbackUrl: 'https://www.peakboard.com/oauth2-callback/',
    clientId: 'client',
    clientSecret: 'top-secret',
    clientAuthentication: 'basic',
    scopes: [],
    scopeSeparator: ' ',
    scopeParameter: 'scope',
    accessType: null,
    pkce: 'S256',
    window: 'popup',
    extraAuthorizationParameters: {},
    extraTokenParameters: {},
    extraRefreshParameters: {},
    refreshErrors: {},
    issuerInCallback: false,
    accountPointer: '',
    tokenRequestFormat: 'form',
    responseMode: 'default',
    tokenMapping: standardTokenMapping,
    capturedValues: {},
    tokenPlacement: bearerPlacement,
    apiHeaders: {},
    tokenHeaders: [],
    ...changes,
  };
}

export function oauth1Settings(origin: string, changes: Partial<OAuth1Settings> = {}): OAuth1Settings {
  return {
    requestUrl: `${origin}/request`,
    authorizationUrl: `${origin}/authorize`,
    accessTokenUrl: `${origin}/access`,
    callbackUrl: 'https://www.peakboard.com/oauth2-callback/',
    clientId: 'consumer',
    clientSecret: 'consumer-secret',
    signatureMethod: 'HMAC-SHA1',
    realm: '',
    extraTokenParameters: {},
    extraAuthorizationParameters: {},
    window: 'popup',
    accountPointer: '',
    capturedValues: {},
    tokenHeaders: [],
    ...changes,
  };
}

export interface TestGrant extends GrantContext {
  steps: RequestStep[];
  /** The authorization URLs that were shown. */
  shown: URL[];
}

/** A user in a window: `response` makes the callback from the authorization URL that was shown. */
export function grantContext(
  http: HttpClient,
  response: (shown: URL, callbackUrl: string) => { url: string; method?: 'GET' | 'POST'; body?: string } | Error,
  changes: Partial<GrantContext> = {},
): TestGrant {
  const steps: RequestStep[] = [];
  const shown: URL[] = [];
  return {
    http,
    clocks: createServiceClocks(),
    steps,
    shown,
    signal: new AbortController().signal,
    timeoutMs: 20_000,
    now: Date.now,
    onStep: (step) => steps.push(step),
    onDeviceLogin: () => undefined,
    pastedCallback: () => new Promise(() => undefined),
    async openAuthorizationWindow({ authorizationUrl, callbackUrl }) {
      const url = new URL(authorizationUrl);
      shown.push(url);
      const result = response(url, callbackUrl);
      return {
        callback: result instanceof Error ? Promise.reject(result) : Promise.resolve({ method: 'GET', ...result }),
        show() {},
      };
    },
    async openInSystemBrowser() {
      throw new Error('no system browser was expected');
    },
    ...changes,
  };
}

/** The error that a promise is rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await promise;
  } catch (error) {
    return error as Record<string, unknown>; // every error here is an object
  }
  throw new Error('it was not rejected');
}
