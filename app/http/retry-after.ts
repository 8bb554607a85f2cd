/**
 * RFC 9110 §10.2.3: a number of seconds or a date. Whole seconds from `now` (epoch ms) on, never negative; `undefined`
 * where there is none or it cannot be read.
 */
export function retryAfterSeconds(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // A date has letters in it; Date.parse would also read "-5".
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}
