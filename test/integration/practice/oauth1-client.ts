import { randomBytes } from 'node:crypto';
import oauthSign from 'oauth-sign';
import { ann, createPerson, type Person } from './person.ts';
import type { RunningPractice } from './start.ts';

/** Signs with `oauth-sign` from npm: neither the app's signer nor the service's checker had a hand in it. */
export interface OAuth1Call {
  method?: 'GET' | 'POST';
  path: string;
  /** Part of what is signed, sent as the query. */
  query?: Record<string, string>;
  signatureMethod?: string;
  token?: { oauth_token: string; oauth_token_secret: string };
  /** Added to the protocol parameters, or put in their place. */
  parameters?: Record<string, string>;
  /** Sent in place of the right one. */
  signature?: string;
}

export const callbackUrl = 'https://www.peakboard.com/oauth2-callback/';

export function signedHeader(practice: RunningPractice, call: OAuth1Call): string {
  const { clientId, clientSecret, privateKey } = practice.ready.oauth1;
  const signatureMethod = call.signatureMethod ?? 'HMAC-SHA1';
  const parameters: Record<string, string> = {
    oauth_consumer_key: clientId,
    oauth_nonce: randomBytes(16).toString('hex'),
    oauth_signature_method: signatureMethod,
    oauth_timestamp: String(Math.floor(Date.now() / 1000)),
    oauth_version: '1.0',
    ...(call.token ? { oauth_token: call.token.oauth_token } : {}),
    ...call.parameters,
  };
  const signature =
    call.signature ??
    oauthSign.sign(
      signatureMethod,
      call.method ?? 'GET',
      `${practice.origin}${call.path}`,
      { ...call.query, ...parameters },
      signatureMethod === 'RSA-SHA1' ? privateKey : clientSecret,
      call.token?.oauth_token_secret ?? '',
    );
  const quoted = Object.entries({ ...parameters, oauth_signature: signature }).map(
    ([name, value]) => `${oauthSign.rfc3986(name)}="${oauthSign.rfc3986(value)}"`,
  );
  return `OAuth realm="practice", ${quoted.join(', ')}`;
}

export function send(practice: RunningPractice, call: OAuth1Call, authorization = signedHeader(practice, call)) {
  const query = call.query ? `?${new URLSearchParams(call.query)}` : '';
  return fetch(`${practice.origin}${call.path}${query}`, { method: call.method ?? 'GET', headers: { authorization } });
}

export const requestTokenCall = (signatureMethod?: string): OAuth1Call => ({
  method: 'POST',
  path: '/oauth1/request_token',
  parameters: { oauth_callback: callbackUrl },
  ...(signatureMethod === undefined ? {} : { signatureMethod }),
});

export async function requestToken(practice: RunningPractice, signatureMethod?: string) {
  const response = await send(practice, requestTokenCall(signatureMethod));
  if (response.status !== 200) throw new Error(await response.text());
  return tokenOf(await response.text());
}

function tokenOf(text: string) {
  const values = new URLSearchParams(text);
  return {
    oauth_token: values.get('oauth_token') ?? '',
    oauth_token_secret: values.get('oauth_token_secret') ?? '',
    values,
  };
}

/** Login and consent; returns the URL that the browser is sent to. */
export async function allow(
  practice: RunningPractice,
  token: string,
  decision = 'allow',
  person: Person = createPerson(practice.origin),
) {
  const login = await person.open(`${practice.origin}/oauth1/authorize?oauth_token=${token}`);
  const consent = await person.submit(login, ann);
  return (await person.submit(consent, { decision })).url;
}

/** All three legs. */
export async function logIn(practice: RunningPractice, signatureMethod?: string) {
  const temporary = await requestToken(practice, signatureMethod);
  const callback = await allow(practice, temporary.oauth_token);
  const response = await send(practice, {
    method: 'POST',
    path: '/oauth1/access_token',
    token: temporary,
    parameters: { oauth_verifier: callback.searchParams.get('oauth_verifier') ?? '' },
    ...(signatureMethod === undefined ? {} : { signatureMethod }),
  });
  if (response.status !== 200) throw new Error(await response.text());
  return tokenOf(await response.text());
}
