import { createHash, randomBytes } from 'node:crypto';
import { ann, createPerson, type Page, type Person } from './person.ts';
import type { RunningPractice } from './start.ts';

export const callbackUrl = 'https://www.peakboard.com/oauth2-callback/';
export const allScopes = 'sales:read inventory:read profile:read offline_access';

export interface Tokens {
  access_token: string;
  refresh_token: string;
  expires_in: number;
  token_type: string;
  scope: string;
}

export function authorizationUrl(practice: RunningPractice, parameters: Record<string, string> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: practice.ready.oauth2.clientId,
    redirect_uri: callbackUrl,
    scope: allScopes,
    state: 'a-state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...parameters,
  });
  return { verifier, url: `${practice.origin}/oauth2/authorize?${query}` };
}

/** A POST to the token endpoint or the revocation endpoint with Basic authentication. */
export async function post(practice: RunningPractice, path: string, values: Record<string, string>): Promise<Response> {
  const { clientId, clientSecret } = practice.ready.oauth2;
  return fetch(`${practice.origin}${path}`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams(values),
  });
}

export async function requestTokens(practice: RunningPractice, values: Record<string, string>): Promise<Tokens> {
  const response = await post(practice, '/oauth2/token', values);
  if (response.status !== 200) throw new Error(await response.text());
  // The provider's response; the tests look at what they need of it.
  return (await response.json()) as Tokens;
}

export const passwordGrant = { grant_type: 'password', ...ann };
export const refreshGrant = (refreshToken: string) => ({ grant_type: 'refresh_token', refresh_token: refreshToken });

/** The whole authorization code grant: login, consent, code, token. */
export async function logIn(
  practice: RunningPractice,
  person: Person = createPerson(practice.origin),
  parameters: Record<string, string> = {},
): Promise<{ callback: Page; verifier: string; exchange(): Promise<Tokens> }> {
  const { url, verifier } = authorizationUrl(practice, parameters);
  const login = await person.open(url);
  const consent = await person.submit(login, ann);
  const callback = await person.submit(consent, { decision: 'allow' });
  const exchange = () =>
    requestTokens(practice, {
      grant_type: 'authorization_code',
      code: callback.url.searchParams.get('code') ?? '',
      redirect_uri: parameters.redirect_uri ?? callbackUrl,
      code_verifier: verifier,
    });
  return { callback, verifier, exchange };
}

export const getWith = (practice: RunningPractice, path: string, token: string) =>
  fetch(`${practice.origin}${path}`, { headers: { authorization: `Bearer ${token}` } });
