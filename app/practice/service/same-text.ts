import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares secrets in constant time: reveals neither the length nor the first difference. */
export function sameText(expected: string, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest();
  return timingSafeEqual(digest(expected), digest(given));
}
