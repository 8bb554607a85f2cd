import type { HttpResponse } from '../http/request-text.ts';

/** When a request was sent and its response arrived, by this computer's clock. Epoch ms. */
export interface ExchangeTimes {
  sentAt: number;
  receivedAt: number;
}

/** What a response says about the service's clock. Skews: the service's clock minus this computer's, in ms. */
export type ClockReading =
  | { kind: 'none' }
  | { kind: 'skew'; skewMs: number }
  /** Several `Date` headers disagree: a proxy added one. */
  | { kind: 'conflict'; skewsMs: number[] };

type Response = Pick<HttpResponse, 'status' | 'headers' | 'text'>;

/** The header has whole seconds, and travel time adds to that. */
const toleranceMs = 2_000;
/** Smaller changes are network delay. Ignore them: some services require growing timestamps. */
const changeMs = 5_000;

/** Whether a service refused a request because of its timestamp (OAuth Problem Reporting, and other wordings). */
export function isTimestampRefusal({ status, headers, text }: Response): boolean {
  if (status !== 400 && status !== 401 && status !== 403) return false;
  // Ignore fields with this name that say when the error happened (Spring, AWS, gateways that send XML).
  const body = text.slice(0, 10_000).replace(/"\w*timestamp\w*"\s*:|<\/?[\w:]*timestamp\w*>/gi, '');
  return /timestamp/i.test(`${headers['www-authenticate'] ?? ''} ${body}`);
}

/** RFC 9110 §5.6.7. A proxy may have joined several headers into one (§5.3). */
function datesOf(headers: Record<string, string>): number[] {
  const text = headers.date ?? '';
  const found = text.match(/[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT/g) ?? [text];
  // RFC 9111 §5.1: a cache keeps the origin's date and adds its age.
  const age = /^\d{1,9}$/.test(headers.age ?? '') ? Number(headers.age) * 1000 : 0;
  return found.map((date) => Date.parse(date) + age).filter((time) => !Number.isNaN(time));
}

/** The service may have written the header at any time between the two. */
function skewOf(theirs: number, { sentAt, receivedAt }: ExchangeTimes): number {
  if (theirs < sentAt - toleranceMs) return theirs - sentAt;
  return theirs > receivedAt + toleranceMs ? theirs - receivedAt : 0;
}

export function readClock(headers: Record<string, string>, times: ExchangeTimes): ClockReading {
  const skewsMs = datesOf(headers).map((date) => skewOf(date, times));
  const [first] = skewsMs;
  if (first === undefined) return { kind: 'none' };
  const agree = skewsMs.every((each) => Math.abs(each - first) <= toleranceMs);
  return agree ? { kind: 'skew', skewMs: first } : { kind: 'conflict', skewsMs };
}

/** The middle of the range of timestamps that the service accepts (OAuth Problem Reporting), as a skew. */
function acceptableSkew({ headers, text }: Pick<Response, 'headers' | 'text'>, now: number): number | undefined {
  const range = /oauth_acceptable_timestamps\W{1,5}(\d{9,11})(?:-|%2D)(\d{9,11})/i;
  const [, from, to] = range.exec(`${headers['www-authenticate'] ?? ''} ${text.slice(0, 10_000)}`) ?? [];
  return from === undefined || to === undefined ? undefined : ((Number(from) + Number(to)) / 2) * 1000 - now;
}

/**
 * The clocks of the services that the app signs requests for, by host. Learned from every response, so that the next
 * step uses the right time at once: some services end a login at the first refused timestamp.
 */
export interface ServiceClocks {
  /**
   * The skew to add to this computer's time, in ms. `others`: further hosts of the same service, used if this one is
   * unknown.
   */
  skewMs(host: string, others?: readonly string[]): number;
  learn(host: string, headers: Record<string, string>, times: ExchangeTimes): void;
  /** After a refused timestamp: the skew to try once. `undefined`: there is nothing better to try. */
  correct(
    host: string,
    response: Pick<Response, 'headers' | 'text'>,
    used: ExchangeTimes & { skewMs: number },
  ): number | undefined;
}

export function createServiceClocks(): ServiceClocks {
  /**
   * `isPinned`: the skew comes from the service's own words, or from more than `Date`. The next `Date` does not change
   * it.
   */
  const skews = new Map<string, { skewMs: number; isPinned: boolean }>();
  const differs = (one: number, other: number) => Math.abs(one - other) >= changeMs;
  return {
    skewMs: (host, others = []) => {
      for (const each of [host, ...others]) {
        const known = skews.get(each);
        if (known) return known.skewMs;
      }
      return 0;
    },
    learn: (host, headers, times) => {
      const reading = readClock(headers, times);
      const known = skews.get(host);
      if (reading.kind !== 'skew' || known?.isPinned) return;
      if (known === undefined || differs(reading.skewMs, known.skewMs))
        skews.set(host, { skewMs: reading.skewMs, isPinned: false });
    },
    correct: (host, response, used) => {
      const acceptable = acceptableSkew(response, used.receivedAt);
      const reading = readClock(response.headers, used);
      const farthest = (skewsMs: number[]) =>
        skewsMs.toSorted((a, b) => Math.abs(b - used.skewMs) - Math.abs(a - used.skewMs))[0];
      const found =
        acceptable ??
        (reading.kind === 'skew'
          ? reading.skewMs
          : reading.kind === 'conflict'
            ? farthest(reading.skewsMs)
            : // The response says nothing about the clock: drop a skew that was wrong.
              0);
      if (found === undefined || !differs(found, used.skewMs)) return undefined;
      skews.set(host, { skewMs: found, isPinned: acceptable !== undefined || reading.kind === 'conflict' });
      return found;
    },
  };
}
