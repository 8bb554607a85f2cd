import type { CodeOf } from '../shared/error-codes.ts';
import { OAuthError } from '../shared/errors.ts';
import { type Message, message } from '../shared/messages/message.ts';
import type { ClockReading } from './oauth1-clock.ts';

const units = [
  [86_400_000, 'days'],
  [3_600_000, 'hours'],
  [60_000, 'minutes'],
  [1_000, 'seconds'],
] as const;

/**
 * `3 hours`, `1 minute`: the largest unit that fits at least one and a half times, so that rounding is never off by
 * half.
 */
function durationWords(ms: number): Message {
  const [unit, name] = units.find(([size]) => ms >= size * 1.5) ?? ([1_000, 'seconds'] as const);
  return message(`oauth1.clock.${name}`, { count: Math.max(1, Math.round(ms / unit)) });
}

/** `skewMs`: the service's clock minus this computer's. */
export const clockWords = (skewMs: number, host: string): Message =>
  message(skewMs < 0 ? 'oauth1.clock.ahead' : 'oauth1.clock.behind', {
    duration: durationWords(Math.abs(skewMs)),
    host,
  });

/** From this difference on users should know: certificates and token expiry are affected too. */
const notableMs = 60_000;

/** A note for a request that was signed with the service's time. `undefined`: the clocks agree well enough. */
export const clockNote = (skewMs: number, host: string): Message | undefined =>
  Math.abs(skewMs) < notableMs ? undefined : message('oauth1.clock.corrected', { clock: clockWords(skewMs, host) });

/** The error for a refused timestamp that no correction fixed. Says which clock is wrong, if the response tells. */
export function timestampError(
  reading: ClockReading,
  { host, status, serviceMessage }: { host: string; status: number; serviceMessage: string | undefined },
): OAuthError {
  const facts = (clock: Message) => ({ serviceMessage, details: { host, status, clock } });
  const make = (code: CodeOf<'oauth1'>, clock: Message) => new OAuthError(code, clock, facts(clock));
  if (reading.kind === 'none') return make('oauth1.clock_unknown', message('oauth1.clock.unknown', { host }));
  if (reading.kind === 'conflict') return make('oauth1.clock_conflict', message('oauth1.clock.conflict', { host }));
  return reading.skewMs === 0
    ? make('oauth1.timestamp_refused', message('oauth1.clock.agrees', { host }))
    : make('oauth1.timestamp_refused', clockWords(reading.skewMs, host));
}
