/** The token is valid but lacks permission (RFC 6750 §3.1): another token of the same grant would not help. */
const lacksPermission =
  /insufficient[_ ](?:authentication[_ ])?(?:scope|permission|privilege)s?|missing_scope|ACCESS_TOKEN_SCOPE_INSUFFICIENT/i;

/** RFC 6750 §3.1: the token is expired, revoked or malformed. Facebook sends this with status 400, others with 403. */
const namesInvalidToken = /\binvalid_token\b/i;

type Head = { status: number; headers: Readonly<Record<string, string>> };

/**
 * Whether the token itself was refused, regardless of the resource: a 401 (RFC 9110 §15.5.2), or a challenge that says
 * so.
 */
export const refusesToken = ({ status, headers }: Head): boolean =>
  status === 401 || (status >= 400 && status < 500 && namesInvalidToken.test(headers['www-authenticate'] ?? ''));

/**
 * Whether a refusal may be about the token itself. RFC 6750 §3.1 requires a 401 for an expired or revoked token, but
 * many services send 403. A 403 that asks to wait (GitHub's rate limit) does not count.
 */
export function mayRefuseToken(head: Head): boolean {
  const { status, headers } = head;
  if (refusesToken(head)) return true;
  if (status !== 403 || lacksPermission.test(headers['www-authenticate'] ?? '')) return false;
  const remaining = headers['x-ratelimit-remaining'] ?? headers['ratelimit-remaining'];
  return headers['retry-after'] === undefined && remaining !== '0';
}

/** Whether the start of a 403's body names a missing scope: GitLab and Google name it only there. */
export const namesMissingScope = (text: string): boolean => lacksPermission.test(text);

/** Without this pause, a forbidden resource would cost a renewal at each GET. */
const againAfterMs = 10 * 60_000;

/** Remembers the tokens that resources refused right after a renewal. */
export interface RenewedInVain {
  /** The resource also refused this renewed token. */
  note(resourceId: string, accessToken: string): void;
  /** Whether the resource recently refused this token. */
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
