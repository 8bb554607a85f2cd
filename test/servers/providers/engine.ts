import type { HttpClient } from '../../../app/http/client.ts';
import { requestAccount } from '../../../app/oauth/account.ts';
import { discoverService } from '../../../app/oauth/discovery.ts';
import { createServiceClocks } from '../../../app/oauth/oauth1-clock.ts';
import type { GrantContext, OAuth2Settings } from '../../../app/oauth/settings.ts';
import type { TokenSet } from '../../../app/oauth/token-set.ts';
import type { RequestStep } from '../../../app/shared/contract/connections.ts';
import { oauth2Settings } from '../../unit/oauth/token-settings.ts';
import { logInAsPerson, type Typed } from './person.ts';

/** What a user enters who has an issuer, a client and nothing else: the rest comes from discovery. */
export async function discoveredSettings(
  http: HttpClient,
  issuer: string,
  client: { clientId: string; clientSecret: string },
  changes: Partial<OAuth2Settings> = {},
): Promise<OAuth2Settings> {
  const service = await discoverService(issuer, { http });
  return oauth2Settings(service.accessTokenUrl, {
    issuer: service.issuer,
    issuerInCallback: service.issuerInCallback,
    authorizationUrl: service.authorizationUrl,
    revocationUrl: service.revocationUrl,
    introspectionUrl: service.introspectionUrl,
    deviceAuthorizationUrl: service.deviceAuthorizationUrl,
    accountUrl: service.accountUrl,
    pkce: 'S256',
    clientAuthentication: service.clientAuthentication,
    clientId: client.clientId,
    clientSecret: client.clientSecret,
    ...changes,
  });
}

export interface PersonContext extends GrantContext {
  steps: RequestStep[];
  /** The authorization requests that were made. */
  asked: URL[];
}

/** A popup with a person in it who types what the service's pages ask for. */
export function personContext(http: HttpClient, typed: Typed, changes: Partial<GrantContext> = {}): PersonContext {
  const steps: RequestStep[] = [];
  const asked: URL[] = [];
  return {
    http,
    clocks: createServiceClocks(),
    steps,
    asked,
    signal: new AbortController().signal,
    timeoutMs: 20_000,
    now: Date.now,
    onStep: (step) => steps.push(step),
    onDeviceLogin: () => undefined,
    pastedCallback: () => new Promise(() => undefined),
    async openAuthorizationWindow({ authorizationUrl, callbackUrl }) {
      asked.push(new URL(authorizationUrl));
      return { callback: logInAsPerson(authorizationUrl, callbackUrl, typed), show() {} };
    },
    async openInSystemBrowser() {
      throw new Error('no system browser was expected');
    },
    ...changes,
  };
}

/** As the app does once the token is safe: the name that came with it, else what the service says. */
export const accountOf = async (settings: OAuth2Settings, tokenSet: TokenSet, http: HttpClient) =>
  tokenSet.account ?? (await requestAccount(settings, tokenSet, { http }));

/** A GET with the token, as the app's own. */
export const getWith = async (url: string, accessToken: string): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(url, { headers: { authorization: `Bearer ${accessToken}` } });
  return { status: response.status, body: await response.json().catch(() => undefined) };
};
