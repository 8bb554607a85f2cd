import type { IncomingMessage, ServerResponse } from 'node:http';
import { isAllowedCallback } from '../callbacks.ts';
import { readBody, respond } from '../responses.ts';
import type { Credentials } from './credentials.ts';
import type { Nonces } from './nonces.ts';
import { encode } from './percent-encoding.ts';
import { OAuth1Problem } from './problem.ts';
import { type Client, checkSignedRequest, required } from './signed-request.ts';

export interface OAuth1 {
  client: Client;
  credentials: Credentials;
  nonces: Nonces;
  realm: string;
}

/** RFC 5849 §2.1. */
export async function handleRequestToken(
  oauth1: OAuth1,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  await handleSigned(oauth1, request, response, async (body) => {
    const protocol = checkSignedRequest(request, url, body, {
      ...oauth1,
      tokenSecretOf: () => {
        throw new OAuth1Problem('parameter_rejected', 'A request token needs no oauth_token.');
      },
    });
    const callback = required(protocol, 'oauth_callback');
    if (!isAllowedCallback(callback))
      throw new OAuth1Problem('parameter_rejected', 'This callback URL is not registered for the client.', {
        oauth_parameters_rejected: 'oauth_callback',
      });
    const { token, secret } = oauth1.credentials.begin(callback);
    return { oauth_token: token, oauth_token_secret: secret, oauth_callback_confirmed: 'true' };
  });
}

/** RFC 5849 §2.3. */
export async function handleAccessToken(
  oauth1: OAuth1,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  await handleSigned(oauth1, request, response, async (body) => {
    const protocol = checkSignedRequest(request, url, body, {
      ...oauth1,
      tokenSecretOf: oauth1.credentials.temporarySecret,
    });
    const requestToken = required(protocol, 'oauth_token');
    const { token, secret } = await oauth1.credentials.exchange(requestToken, required(protocol, 'oauth_verifier'));
    const username = oauth1.credentials.usernameOf(token) ?? '';
    return { oauth_token: token, oauth_token_secret: secret, screen_name: username };
  });
}

async function handleSigned(
  oauth1: OAuth1,
  request: IncomingMessage,
  response: ServerResponse,
  act: (body: string) => Promise<Record<string, string>>,
): Promise<void> {
  try {
    const body = await readBody(request);
    if (body === undefined) throw new OAuth1Problem('parameter_rejected', 'The request is too large.');
    sendForm(response, 200, await act(body));
  } catch (error) {
    if (!(error instanceof OAuth1Problem)) throw error;
    sendForm(response, error.status, error.facts, { 'WWW-Authenticate': challenge(oauth1.realm, error) });
  }
}

/** RFC 5849 §3.5.1 and the problem reporting extension. */
export function challenge(realm: string, problem?: OAuth1Problem): string {
  const facts = problem ? Object.entries(problem.facts).map(([name, value]) => `, ${name}="${encode(value)}"`) : [];
  return `OAuth realm="${realm}"${facts.join('')}`;
}

function sendForm(
  response: ServerResponse,
  status: number,
  values: Readonly<Record<string, string>>,
  headers: Record<string, string> = {},
): void {
  const body = Object.entries(values)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
  const type = { 'Content-Type': 'application/x-www-form-urlencoded', 'Cache-Control': 'no-store' };
  respond(response, status, { ...type, ...headers }, body);
}
