import type { Allowance } from '../../shared/resource/allowance.ts';

/** Names in lower case, the first of each. */
type Headers = Readonly<Record<string, string>>;

/** In order of preference: the standard's, GitHub's, Twitter's. */
const prefixes = ['ratelimit', 'x-ratelimit', 'x-rate-limit'] as const;
/** Kong names the window: `x-ratelimit-limit-minute`. The longest window first: it is the one that runs out. */
const windows = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/**
 * What a response says about the service's limit: `RateLimit` and `RateLimit-Policy`
 * (draft-ietf-httpapi-ratelimit-headers), the earlier `RateLimit-Limit|Remaining|Reset`, and the same names with `X-`.
 * `now`: epoch ms. `undefined`: nothing.
 */
export function readAllowance(headers: Headers, now: number): Allowance | undefined {
  return readFields(headers, now) ?? readNamed(headers, now) ?? readWindowed(headers);
}

/** `"default";r=50;t=30` with the policy `"default";q=100;w=60`, or `limit=100, remaining=50, reset=30` with `100;w=60`. */
function readFields(headers: Headers, now: number): Allowance | undefined {
  const field = headers.ratelimit;
  if (field === undefined) return undefined;
  const policy = headers['ratelimit-policy'] ?? '';
  const remaining = parameter(field, 'r') ?? parameter(field, 'remaining');
  if (remaining === null) return undefined;
  const reset = parameter(field, 't') ?? parameter(field, 'reset');
  return {
    limit: parameter(policy, 'q') ?? parameter(field, 'limit') ?? leading(policy),
    remaining,
    resetAt: reset === null ? null : resetTime(reset, now),
    windowSeconds: parameter(policy, 'w'),
  };
}

function readNamed(headers: Headers, now: number): Allowance | undefined {
  for (const prefix of prefixes) {
    const said = headers[`${prefix}-limit`] ?? '';
    const limit = leading(said);
    const remaining = leading(headers[`${prefix}-remaining`] ?? '');
    if (limit === null && remaining === null) continue;
    const reset = leading(headers[`${prefix}-reset`] ?? '');
    return {
      limit,
      remaining,
      resetAt: reset === null ? null : resetTime(reset, now),
      windowSeconds: parameter(headers[`${prefix}-policy`] ?? said, 'w'),
    };
  }
  return undefined;
}

function readWindowed(headers: Headers): Allowance | undefined {
  for (const [name, windowSeconds] of windows)
    for (const prefix of prefixes) {
      const limit = leading(headers[`${prefix}-limit-${name}`] ?? '');
      if (limit === null) continue;
      const remaining = leading(headers[`${prefix}-remaining-${name}`] ?? '');
      return { limit, remaining, resetAt: null, windowSeconds };
    }
  return undefined;
}

/** Larger numbers are no counts and no times. */
const digits = /^\s*(\d{1,15})(?:\.\d+)?\b/;

const leading = (text: string): number | null => {
  const found = digits.exec(text)?.[1];
  return found === undefined ? null : Number(found);
};

/** The first `name=number` of a structured field (RFC 9651). */
const parameter = (text: string, name: string): number | null => {
  const found = new RegExp(`(?:^|[;,\\s])${name}\\s*=\\s*(\\d{1,15})\\b`, 'i').exec(text)?.[1];
  return found === undefined ? null : Number(found);
};

/** Years in seconds: a larger number is a time. */
const longestDelta = 1e8;
const firstMilliseconds = 1e11;

/** Services write seconds from now, epoch seconds or epoch ms. */
const resetTime = (reset: number, now: number): number => {
  if (reset >= firstMilliseconds) return reset;
  return reset >= longestDelta ? reset * 1000 : now + reset * 1000;
};
