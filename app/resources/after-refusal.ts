import type { Readable } from 'node:stream';
import type { PracticeOrigin } from '../connections/grants/grant-runner.ts';
import { accountUrlOf } from '../connections/grants/resolve-settings.ts';
import type { Tokens } from '../connections/tokens.ts';
import { isTransient } from '../oauth/token-errors.ts';
import type { TokenSet } from '../oauth/token-set.ts';
import type { Connection } from '../shared/connection/connection.ts';
import { definitionOf } from '../shared/connection/grants/definitions.ts';
import type { Resource } from '../shared/resource/resource.ts';
import { peek } from './peek.ts';
import { mayRefuseToken, namesMissingScope, type RenewedInVain, refusesToken } from './refused-token.ts';
import type { RequestAuthorizer, Signature } from './request-authorizer.ts';

interface Deps {
  tokens: Pick<Tokens, 'noteRefused' | 'noteAccepted'>;
  authorizer: Pick<RequestAuthorizer, 'insteadOf'>;
  renewedInVain: RenewedInVain;
  practice: Pick<PracticeOrigin, 'current'>;
}

/** A GET that was sent with a token. */
interface Sent {
  resource: Resource;
  connection: Connection;
  tokenSet: TokenSet;
  url: URL;
}
interface SentGet extends Sent {
  signature: Signature | undefined;
  method: Resource['method'];
}

interface Response {
  status: number;
  headers: Record<string, string>;
  body: Readable;
}

/**
 * The token to retry with, if the response may refuse the one that was sent. `response` replaces the given one, whose
 * body may have been read from. Rejects with an AppError if the renewal fails.
 */
export async function insteadAfterRefusal<Given extends Response>(
  { resource, connection, tokenSet, url, signature, method }: SentGet,
  given: Given,
  { authorizer, renewedInVain }: Deps,
): Promise<{ response: Given | (Omit<Given, 'body'> & { body: Readable }); instead?: TokenSet | undefined }> {
  const { status, headers } = given;
  const refused = { url, status, headers, signature, method, text: '' };
  if (signature !== undefined) {
    if (!mayRefuseSignature(status)) return { response: given };
    // Some services say only in the body that the timestamp is wrong, or which times they accept.
    const peeked = await peek(given.body, headers['content-encoding']);
    const instead = await authorizer.insteadOf(connection, tokenSet, { ...refused, text: peeked.text });
    return { response: { ...given, body: peeked.body }, instead };
  }
  if (!mayRefuseToken(given)) return { response: given };
  // Check the body of a 403 first: a missing scope is not the token's fault.
  const peeked = status === 403 ? await peek(given.body, headers['content-encoding']) : undefined;
  const response = peeked === undefined ? given : { ...given, body: peeked.body };
  if (peeked !== undefined && namesMissingScope(peeked.text)) return { response };
  if (renewedInVain.isKnown(resource.id, tokenSet.accessToken)) return { response };
  try {
    return { response, instead: await authorizer.insteadOf(connection, tokenSet, refused) };
  } catch (error) {
    // A 403 may be about the account. Its text says more than a failed renewal.
    if (status === 403 && isTransient(error)) return { response };
    throw error;
  }
}

/** RFC 5849 §3.2 names 400 and 401; gateways also send 403. */
const mayRefuseSignature = (status: number): boolean => status === 400 || status === 401 || status === 403;

/** Tells the connection whether its token worked. Returns whether the token was renewed in vain. */
export function noteOutcome(
  sent: Sent,
  response: Omit<Response, 'body'>,
  isRenewed: boolean,
  { tokens, renewedInVain, practice }: Deps,
): boolean {
  const { resource, connection } = sent;
  const { accessToken } = sent.tokenSet;
  if (response.status < 400) {
    renewedInVain.forget(resource.id);
    tokens.noteAccepted(connection.id);
    return false;
  }
  if (!mayRefuseToken(response)) return false;
  if (isRenewed) renewedInVain.note(resource.id, accessToken);
  const inVain = renewedInVain.isKnown(resource.id, accessToken);
  // A 403 without a reason may concern only this resource, until a new token is refused as well.
  const ofToken = refusesToken(response);
  if ((ofToken || inVain) && !isUserinfoWithoutUser(sent, practice.current()))
    tokens.noteRefused(connection.id, accessToken, ofToken ? 'token' : 'data');
  return inVain;
}

/**
 * The account URL is about the user who logged in (OIDC Core §5.3). Without a user (client credentials, RFC 6749 §4.4),
 * a refusal there says nothing about the token.
 */
function isUserinfoWithoutUser({ connection, url }: Sent, practiceOrigin: string | undefined): boolean {
  if (definitionOf(connection).hasUser) return false;
  const account = accountUrlOf(connection, practiceOrigin);
  if (!URL.canParse(account)) return false;
  const { origin, pathname } = new URL(account);
  return url.origin === origin && url.pathname === pathname;
}
