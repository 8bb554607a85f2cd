import { withoutParameter } from '../http/request-target.ts';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { holdsSecret, holdsSecretInParts } from './holds-secret.ts';

export interface SafeRedirect {
  url: URL;
  /** Whether a secret was removed from the URL's query. */
  isCleaned: boolean;
}

/**
 * The target of a redirect, without secrets that the service copied into its URL (row 42). Within the origin only the
 * token's query parameter is removed, because it is set again. For another origin no part of the URL may contain a
 * secret: query parameters with one are removed, and a URL with a secret elsewhere, or spread over several parts, is
 * not followed. Throws RequestError `resource.unsafe_redirect`.
 */
export function withoutSecrets(
  to: URL,
  from: URL,
  { tokenParameter, secrets }: { tokenParameter: string | undefined; secrets: readonly string[] },
): SafeRedirect {
  const own = tokenParameter === undefined ? to : withoutParameter(to, tokenParameter);
  if (to.origin === from.origin) return { url: own, isCleaned: false };
  const named = [...own.searchParams].filter(([name, value]) => holdsSecret(`${name}\n${value}`, secrets));
  const url = named.reduce((cleaned, [name]) => withoutParameter(cleaned, name), own);
  if (holdsSecret(url.href, secrets) || holdsSecretInParts(url, secrets))
    throw new RequestError(
      'resource.unsafe_redirect',
      message('redirect.secret', { host: from.host, target: to.host }),
      { details: { host: to.host } },
    );
  return { url, isCleaned: named.length > 0 || (own !== to && holdsSecret(to.search, secrets)) };
}
