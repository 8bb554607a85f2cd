import type { HttpClient } from '../http/client.ts';
import { parseJson } from '../http/parse-json.ts';
import { requestText } from '../http/request-text.ts';
import { fillValues } from '../shared/connection/fill-values.ts';
import { fillKnown } from '../shared/connection/template.ts';
import { valueAt } from '../shared/json-pointer.ts';
import { message } from '../shared/messages/message.ts';
import { requireSecureUrl } from '../shared/secure-url.ts';
import { accountText, claimsAccount, claimsName } from './claims.ts';
import { hasUnnamedParty, readIdToken } from './id-token.ts';
import { placeToken } from './place-token.ts';
import type { OAuth2Settings } from './settings.ts';
import type { ReceivedToken } from './token-response.ts';
import type { TokenSet } from './token-set.ts';

export interface AccountContext {
  http: HttpClient;
  signal?: AbortSignal | undefined;
  /** Whether the token may be sent there. Absent: anywhere. */
  isAllowed?: ((url: URL) => boolean) | undefined;
}

/** Small limits, because the response is only a name. */
const limits = { timeoutMs: 10_000, maxBytes: 256 * 1024 };

/**
 * Adds the account's name to a login's token set, if the response contains one: from the token response, otherwise from
 * the ID token. The ID token is checked if `openid` was requested; only that check can fail. A missing or unreadable ID
 * token is only noted, because data does not need it. `nonce`: that of the authorization request. If no name was found,
 * `requestAccount` asks for one after the token is stored. Throws OAuthError `id_token.*`.
 */
export function identify(
  settings: OAuth2Settings,
  { tokenSet, idToken }: ReceivedToken,
  { now, nonce }: { now(): number; nonce?: string | undefined },
): TokenSet {
  const { clientId, issuer } = settings;
  if (!settings.scopes.includes('openid')) return tokenSet;
  if (idToken === undefined) return { ...tokenSet, idTokenProblem: 'missing' };
  const claims = readIdToken(idToken, { clientId, issuer, nonce, now: now() });
  if (claims === undefined) return { ...tokenSet, idTokenProblem: 'unreadable' };
  const account = tokenSet.account ?? claimsName(claims);
  return {
    ...tokenSet,
    subject: claims.sub,
    ...(account === undefined ? {} : { account }),
    ...(hasUnnamedParty(claims) ? { idTokenProblem: 'several_audiences' as const } : {}),
  };
}

/**
 * The account's name: from `accountUrl`, otherwise the subject of the ID token, which names nobody but distinguishes
 * two accounts. `undefined`: neither is available. Never rejects.
 */
export async function requestAccount(
  settings: Pick<OAuth2Settings, 'accountUrl' | 'accountPointer' | 'tokenPlacement' | 'apiHeaders'>,
  tokenSet: TokenSet,
  context: AccountContext,
): Promise<string | undefined> {
  return (await askWho(settings, tokenSet, context)) ?? (tokenSet.subject && accountText(tokenSet.subject));
}

async function askWho(
  settings: Pick<OAuth2Settings, 'accountUrl' | 'accountPointer' | 'tokenPlacement' | 'apiHeaders'>,
  tokenSet: TokenSet,
  { http, signal, isAllowed = () => true }: AccountContext,
): Promise<string | undefined> {
  try {
    const accountUrl = accountRequestUrl(settings.accountUrl ?? '', tokenSet.values ?? {});
    if (accountUrl === undefined || !isAllowed(accountUrl)) return undefined;
    const placed = placeToken(settings.tokenPlacement, tokenSet.accessToken, accountUrl);
    const { url } = placed;
    const own = Object.entries(settings.apiHeaders).map(([name, value]) => [
      name,
      fillKnown(value, tokenSet.values ?? {}),
    ]);
    const headers = { accept: 'application/json', ...Object.fromEntries(own), ...placed.headers };
    const response = await requestText(http, { method: 'GET', url, headers, signal, ...limits, kind: 'account' });
    return response.status === 200
      ? readAccount(parseJson(response.text), settings.accountPointer, tokenSet.subject)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The login supplies the values for `{name}`. If one is missing, there is no URL to request. */
function accountRequestUrl(text: string, values: Readonly<Record<string, string>>): URL | undefined {
  const filled = fillValues(text.trim(), values);
  return /[{}]/.test(filled) ? undefined : requireSecureUrl(filled, message('fields.url.accountUrl'));
}

/** The name in a userinfo response. Ignored if it is about another person than the ID token (OIDC Core §5.3.2). */
function readAccount(response: unknown, pointer: string, subject?: string): string | undefined {
  if (typeof response !== 'object' || response === null) return undefined;
  const found: Record<string, unknown> = { ...response };
  if (subject !== undefined && typeof found.sub === 'string' && found.sub !== subject) return undefined;
  return pointer === '' ? claimsAccount(found) : accountText(valueAt(response, pointer));
}
