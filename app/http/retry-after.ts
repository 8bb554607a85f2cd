/**
 * RFC 9110 §10.2.3: seconds or a date. Returns whole seconds from `now` (epoch ms), never negative. `undefined`: absent
 * or unreadable.
 */
export function retryAfterSeconds(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // A date contains letters; Date.parse would also accept "-5".
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}
