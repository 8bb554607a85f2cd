import { readExpiry } from '../oauth/expiry.ts';
import type { TokenSet } from '../oauth/token-set.ts';
import type { Connection } from '../shared/connection/connection.ts';
import { protocolOf } from '../shared/connection/grants/definitions.ts';
import { apiHeadersOf } from '../shared/connection/secret-values.ts';
import { OAuthError, RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { Vault } from '../vault/vault.ts';
import type { Tokens } from './tokens.ts';

export interface HandOutTokenDeps {
  tokens: Pick<Tokens, 'usableToken' | 'tokenInsteadOf'>;
  vault: Pick<Vault, 'read'>;
  /** Epoch ms. */
  now(): number;
}

/** A token for another program of the user. */
export interface HandedOutToken {
  accessToken: string;
  tokenType: string;
  /** Epoch ms. `null`: the service does not say. */
  expiresAt: number | null;
  scopes: string[] | null;
  placement: { in: 'header' | 'query'; name: string; value: string };
  /** All headers of the connection's requests, with the token if it is sent in one. */
  headers: Record<string, string>;
}

/**
 * A usable token that is valid for at least `minimumMs`, renewed if need be. Throws RequestError `local.signs_requests`,
 * `local.short_token`; and as `Tokens.usableToken`.
 */
export async function handOutToken(
  connection: Connection,
  minimumMs: number,
  { tokens, vault, now }: HandOutTokenDeps,
): Promise<HandedOutToken> {
  const { id, name, tokenPlacement } = connection;
  if (protocolOf(connection).signsRequests)
    throw new RequestError('local.signs_requests', message('local.signsRequests', { name }));
  const lasts = ({ expiresAt }: TokenSet): boolean => expiresAt === undefined || expiresAt - now() >= minimumMs;
  const canLast = ({ expiresAt, obtainedAt }: TokenSet): boolean =>
    expiresAt === undefined || expiresAt - obtainedAt >= minimumMs;
  let token = await tokens.usableToken(id);
  // A service whose tokens never last so long must not be asked for another one each time.
  if (!lasts(token) && canLast(token)) token = (await tokens.tokenInsteadOf(id, token.accessToken)) ?? token;
  if (!lasts(token)) {
    const seconds = Math.max(0, Math.round(((token.expiresAt ?? 0) - now()) / 1000));
    throw new RequestError('local.short_token', message('local.shortToken', { name, seconds }), {
      details: { seconds },
    });
  }
  if (readExpiry(token, now()).status === 'expired')
    throw new OAuthError('token.expired', message('connection.expired'));
  const { accessToken, tokenType, expiresAt, scopes } = token;
  const placement = { in: tokenPlacement.in, name: tokenPlacement.name, value: placedValue(connection, accessToken) };
  return {
    accessToken,
    tokenType,
    expiresAt: expiresAt ?? null,
    scopes: scopes ?? null,
    placement,
    headers: {
      ...apiHeadersOf(connection, vault.read, token.values).headers,
      ...(placement.in === 'header' ? { [placement.name]: placement.value } : {}),
    },
  };
}

const placedValue = ({ tokenPlacement }: Connection, token: string): string =>
  tokenPlacement.in === 'header' ? tokenPlacement.prefix + token : token;
