import type { HttpResponse } from '../http/request-text.ts';

/** When a request was sent and its response had come, by our clock. Epoch ms. */
export interface ExchangeTimes {
  sentAt: number;
  receivedAt: number;
}

/** What a response tells about the service's clock. Skews: their clock less ours, in ms. */
export type ClockReading =
  | { kind: 'none' }
  | { kind: 'skew'; skewMs: number }
  /** Several `Date` headers that disagree: a proxy on the way added one. */
  | { kind: 'conflict'; skewsMs: number[] };

type Response = Pick<HttpResponse, 'status' | 'headers' | 'text'>;

/** Whole seconds in the header, and the way that it travelled. */
const toleranceMs = 2_000;
/** A smaller change is the network's delay: some services want timestamps that only grow. */
const changeMs = 5_000;

/** Whether a service refused a request for its time (OAuth Problem Reporting, and what services write instead). */
export function isTimestampRefusal({ status, headers, text }: Response): boolean {
  if (status !== 400 && status !== 401 && status !== 403) return false;
  // Error bodies have a field of that name, which says when the error happened (Spring, AWS, gateways that send XML).
  const body = text.slice(0, 10_000).replace(/"\w*timestamp\w*"\s*:|<\/?[\w:]*timestamp\w*>/gi, '');
  return /timestamp/i.test(`${headers['www-authenticate'] ?? ''} ${body}`);
}

/** RFC 9110 §5.6.7. A proxy may have joined several headers to one (§5.3). */
function datesOf(headers: Record<string, string>): number[] {
  const text = headers.date ?? '';
  const found = text.match(/[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT/g) ?? [text];
  // RFC 9111 §5.1: a cache leaves the date of the origin, and says how long ago that was.
  const age = /^\d{1,9}$/.test(headers.age ?? '') ? Number(headers.age) * 1000 : 0;
  return found.map((date) => Date.parse(date) + age).filter((time) => !Number.isNaN(time));
}

/** The service may have written the header at any moment between the two. */
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

/** The middle of the range that the service accepts (OAuth Problem Reporting), as a skew. */
function acceptableSkew({ headers, text }: Pick<Response, 'headers' | 'text'>, now: number): number | undefined {
  const range = /oauth_acceptable_timestamps\W{1,5}(\d{9,11})(?:-|%2D)(\d{9,11})/i;
  const [, from, to] = range.exec(`${headers['www-authenticate'] ?? ''} ${text.slice(0, 10_000)}`) ?? [];
  return from === undefined || to === undefined ? undefined : ((Number(from) + Number(to)) / 2) * 1000 - now;
}

/**
 * The clocks of the services that the app signs requests for, by host. They are learned from every response, so that
 * the next leg has the right time at once: some services end a login at the first timestamp that they refuse.
 */
export interface ServiceClocks {
  /** What to add to our time, in ms. `others`: further hosts of the same service, asked where this one is unknown. */
  skewMs(host: string, others?: readonly string[]): number;
  learn(host: string, headers: Record<string, string>, times: ExchangeTimes): void;
  /** After a refusal of a timestamp: the skew to try once instead of the one used. `undefined`: there is none. */
  correct(
    host: string,
    response: Pick<Response, 'headers' | 'text'>,
    used: ExchangeTimes & { skewMs: number },
  ): number | undefined;
}

export function createServiceClocks(): ServiceClocks {
  /** `isPinned`: the service's own words, or what `Date` alone could not tell. The next `Date` does not change it. */
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
            : // Nothing is said of their clock: a skew that was wrong is worse than none.
              0);
      if (found === undefined || !differs(found, used.skewMs)) return undefined;
      skews.set(host, { skewMs: found, isPinned: acceptable !== undefined || reading.kind === 'conflict' });
      return found;
    },
  };
}
