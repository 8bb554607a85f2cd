import type { CodeOf } from '../shared/error-codes.ts';
import { OAuthError } from '../shared/errors.ts';
import type { ClockReading } from './oauth1-clock.ts';

const units: [ms: number, name: string][] = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1_000, 'second'],
];

/**
 * `3 hours`, `1 minute`: the largest unit that fits at least one and a half times, so that rounding is never off by
 * half.
 */
function durationWords(ms: number): string {
  const [unit, name] = units.find(([size]) => ms >= size * 1.5) ?? [1_000, 'second'];
  const count = Math.max(1, Math.round(ms / unit));
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

/** `skewMs`: the service's clock minus this computer's. */
export const clockWords = (skewMs: number, host: string): string =>
  `This computer’s clock is ${durationWords(Math.abs(skewMs))} ${skewMs < 0 ? 'ahead of' : 'behind'} ${host}’s.`;

/** From this difference on users should know: certificates and token expiry are affected too. */
const notableMs = 60_000;

/** A note for a request that was signed with the service's time. `undefined`: the clocks agree well enough. */
export const clockNote = (skewMs: number, host: string): string | undefined =>
  Math.abs(skewMs) < notableMs
    ? undefined
    : `${clockWords(skewMs, host)} The request was signed with the service’s time. Check this computer’s clock.`;

/** The error for a refused timestamp that no correction fixed. Says which clock is wrong, if the response tells. */
export function timestampError(
  reading: ClockReading,
  { host, status, serviceMessage }: { host: string; status: number; serviceMessage: string | undefined },
): OAuthError {
  const facts = (clock: string) => ({ serviceMessage, details: { host, status, clock } });
  const make = (code: CodeOf<'oauth1'>, message: string) => new OAuthError(code, message, facts(message));
  if (reading.kind === 'none')
    return make('oauth1.clock_unknown', `${host} refused the request’s time and did not send its own.`);
  if (reading.kind === 'conflict')
    return make(
      'oauth1.clock_conflict',
      `${host} refused the request’s time and sent two times that disagree. A proxy may have added one.`,
    );
  return reading.skewMs === 0
    ? make('oauth1.timestamp_refused', `${host} refused the request’s time, although both clocks agree.`)
    : make('oauth1.timestamp_refused', clockWords(reading.skewMs, host));
}
