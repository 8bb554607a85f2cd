import type { HttpAnswer } from '../http/request-text.ts';

/** Less than this is the answer's way and the header's whole seconds, in ms. */
const toleranceMs = 2_000;

/** Whether a service refused a request for its time (OAuth Problem Reporting, and what services write in its place). */
export function isTimestampRefusal(answer: Pick<HttpAnswer, 'status' | 'headers' | 'text'>): boolean {
  if (answer.status !== 400 && answer.status !== 401 && answer.status !== 403) return false;
  return /timestamp/i.test(`${answer.headers['www-authenticate'] ?? ''} ${answer.text.slice(0, 10_000)}`);
}

/** The service's clock less ours, by its Date header; `undefined` when there is none or both agree (row 34). */
export function clockSkewMs(headers: Record<string, string>, now: number): number | undefined {
  const theirs = Date.parse(headers.date ?? '');
  if (Number.isNaN(theirs) || Math.abs(theirs - now) < toleranceMs) return undefined;
  return theirs - now;
}
