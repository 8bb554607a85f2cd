import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Account, findAccount } from '../accounts.ts';
import { challenge, type OAuth1 } from '../oauth1/endpoints.ts';
import { OAuth1Problem } from '../oauth1/problem.ts';
import { checkSignedRequest, isOAuth1Request } from '../oauth1/signed-request.ts';
import { sendJson } from '../responses.ts';
import type { Service } from '../service.ts';

export type AccessKind = 'OAuth2' | 'OAuth1';
export interface Access {
  /** `undefined`: an app acting for itself, by client credentials or by a signature without a token. */
  account: Account | undefined;
  kind: AccessKind;
}

const realm = 'practice';

/**
 * Identifies the caller by a Bearer token (RFC 6750) or an OAuth1 signature. `undefined`: access is denied, and the
 * refusal was sent.
 */
export async function checkAccess(
  service: Service,
  oauth1: OAuth1,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  scope: string,
): Promise<Access | undefined> {
  const bearer = /^Bearer +([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return checkBearer(service, response, bearer, scope);
  if (isOAuth1Request(request, url)) return checkOAuth1(oauth1, request, response, url);
  refuse(response, 401, undefined, 'This data needs an access token. None was sent.', oauth1.realm);
  return undefined;
}

async function checkBearer(
  { provider }: Service,
  response: ServerResponse,
  value: string,
  scope: string,
): Promise<Access | undefined> {
  const [ofPerson, ofApp] = await Promise.all([
    provider.AccessToken.find(value, { ignoreExpiration: true }),
    provider.ClientCredentials.find(value, { ignoreExpiration: true }),
  ]);
  const token = ofPerson ?? ofApp;
  const account = findAccount(ofPerson?.accountId ?? '');
  if (!token || (ofPerson && !account))
    refuse(response, 401, 'invalid_token', 'The access token is unknown or was revoked.');
  else if (token.isExpired) refuse(response, 401, 'invalid_token', 'The access token expired.');
  else if (!token.scopes.has(scope))
    refuse(response, 403, 'insufficient_scope', `This data needs the scope ${scope}.`, undefined, scope);
  else return { account, kind: 'OAuth2' };
  return undefined;
}

function checkOAuth1(oauth1: OAuth1, request: IncomingMessage, response: ServerResponse, url: URL): Access | undefined {
  try {
    const context = { ...oauth1, tokenSecretOf: oauth1.credentials.tokenSecret };
    const token = checkSignedRequest(request, url, '', context).get('oauth_token');
    // RFC 5849 §3.1: a client without a token acts for itself.
    if (!token) return { account: undefined, kind: 'OAuth1' };
    const account = findAccount(oauth1.credentials.usernameOf(token) ?? '');
    if (!account) throw new OAuth1Problem('token_rejected', 'This access token is unknown.');
    return { account, kind: 'OAuth1' };
  } catch (error) {
    if (!(error instanceof OAuth1Problem)) throw error;
    const body = { error: error.problem, error_description: error.message, ...error.facts };
    sendJson(response, error.status, body, { 'WWW-Authenticate': challenge(oauth1.realm, error) });
    return undefined;
  }
}

/** Refuses an app that requests a person's data. */
export function refuseApp(response: ServerResponse): void {
  refuse(response, 403, 'access_denied', 'This is data of a person, and the request was made by an app for itself.');
}

/** RFC 6750 §3: no error code if the request had no token. */
function refuse(
  response: ServerResponse,
  status: 401 | 403,
  error: string | undefined,
  description: string,
  oauth1Realm?: string,
  scope?: string,
): void {
  const facts = error ? `, error="${error}", error_description="${description}"` : '';
  const bearer = `Bearer realm="${realm}"${facts}${scope ? `, scope="${scope}"` : ''}`;
  const challenges = oauth1Realm === undefined ? bearer : [bearer, `OAuth realm="${oauth1Realm}"`];
  sendJson(
    response,
    status,
    { error: error ?? 'missing_token', error_description: description },
    { 'WWW-Authenticate': challenges },
  );
}
