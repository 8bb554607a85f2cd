/** Says that the token works and may not do this (RFC 6750 §3.1): another one of the same grant would not help. */
const lacksPermission =
  /insufficient[_ ](?:authentication[_ ])?(?:scope|permission|privilege)s?|missing_scope|ACCESS_TOKEN_SCOPE_INSUFFICIENT/i;

/** RFC 6750 §3.1: the token is expired, revoked or malformed. Facebook says so with status 400, others with 403. */
const namesInvalidToken = /\binvalid_token\b/i;

type Head = { status: number; headers: Readonly<Record<string, string>> };

/** Whether the token itself was refused, whatever was asked for: a 401 (RFC 9110 §15.5.2), or a challenge that says so. */
export const refusesToken = ({ status, headers }: Head): boolean =>
  status === 401 || (status >= 400 && status < 500 && namesInvalidToken.test(headers['www-authenticate'] ?? ''));

/**
 * Whether a refusal may be of the token itself. RFC 6750 §3.1 wants a 401 for a token that ended or was revoked, but many
 * services send 403. A 403 that asks to wait (GitHub's rate limit) is none.
 */
export function mayRefuseToken(head: Head): boolean {
  const { status, headers } = head;
  if (refusesToken(head)) return true;
  if (status !== 403 || lacksPermission.test(headers['www-authenticate'] ?? '')) return false;
  const remaining = headers['x-ratelimit-remaining'] ?? headers['ratelimit-remaining'];
  return headers['retry-after'] === undefined && remaining !== '0';
}

/** The same for the start of the body of a 403: GitLab and Google name the missing scope there alone. */
export const namesMissingScope = (text: string): boolean => lacksPermission.test(text);

/** A resource that stays forbidden would otherwise cost a renewal at each of its GETs. */
const againAfterMs = 10 * 60_000;

/** Remembers which token a resource was refused with right after it was renewed. */
export interface RenewedInVain {
  /** This token was renewed for the resource, and was refused as well. */
  note(resourceId: string, accessToken: string): void;
  /** Whether that was a short while ago, with this token. */
  isKnown(resourceId: string, accessToken: string): boolean;
  forget(resourceId: string): void;
}

export function createRenewedInVain(now: () => number): RenewedInVain {
  const refused = new Map<string, { accessToken: string; at: number }>();
  return {
    note: (resourceId, accessToken) => refused.set(resourceId, { accessToken, at: now() }),
    isKnown: (resourceId, accessToken) => {
      const known = refused.get(resourceId);
      return known?.accessToken === accessToken && now() - known.at < againAfterMs;
    },
    forget: (resourceId) => refused.delete(resourceId),
  };
}
