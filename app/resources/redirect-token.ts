import type { Connection } from '../connections/connection.ts';
import { RequestError } from '../errors.ts';
import { withoutParameter } from '../http/request-target.ts';
import { secretsOf, type TokenSet } from '../oauth/token-set.ts';

/**
 * Where a redirect sends us on, without the token that the service copied into it (row 42). Within the origin our own
 * parameter goes, as it is set anew. To another origin nothing may hold the token: a parameter with it goes, and where
 * it is elsewhere in the address the redirect is not followed. Throws RequestError `resource.unsafe_redirect`.
 */
export function withoutToken(to: URL, from: URL, { tokenPlacement, grant }: Connection, tokenSet: TokenSet): URL {
  const own = grant !== 'oauth1' && tokenPlacement.in === 'query' ? tokenPlacement.name : undefined;
  if (to.origin === from.origin) return own === undefined ? to : withoutParameter(to, own);
  const secrets = secretsOf(tokenSet);
  const holds = (text: string) => secrets.some((secret) => text.includes(secret));
  const named = [...to.searchParams].filter(([name, value]) => name === own || holds(name) || holds(value));
  const next = named.reduce((url, [name]) => withoutParameter(url, name), to);
  if (holds(next.href) || holds(decoded(next.href)))
    throw new RequestError(
      'resource.unsafe_redirect',
      `${from.host} sends us on to ${to.host} with the token in the address. It was not sent there.`,
      { details: { host: to.host } },
    );
  return next;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
