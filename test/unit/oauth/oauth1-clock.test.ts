import { beforeEach, describe, expect, it } from 'vitest';
import { requestOAuth1Token } from '../../../app/oauth/oauth1.ts';
import { createServiceClocks, isTimestampRefusal, readClock } from '../../../app/oauth/oauth1-clock.ts';
import { clockNote, clockWords } from '../../../app/oauth/oauth1-clock-words.ts';
import type { GrantContext } from '../../../app/oauth/settings.ts';
import { formatEnglish } from '../../../app/shared/messages/format.ts';
import { errorInEnglish } from '../../servers/english.ts';
import type { SeenRequest, StubResponse } from '../../servers/token-server.ts';
import { tokenService } from './token-service.ts';
import { grantContext, oauth1Settings, rejection } from './token-settings.ts';

const theirs = Date.parse('2030-01-01T00:00:00Z');
const hour = 3_600_000;
const date = (ms: number): string => new Date(ms).toUTCString();
const temporary = 'oauth_token=temp&oauth_token_secret=temp-secret&oauth_callback_confirmed=true';
const access = 'oauth_token=final&oauth_token_secret=final-secret';

const { server, http } = await tokenService();
beforeEach(() => {
  server.requests.length = 0;
});

const timeOf = ({ headers }: SeenRequest): number =>
  Number(/oauth_timestamp="(\d+)"/.exec(headers.authorization ?? '')?.[1]) * 1000;
const times = () => server.requests.map((seen) => timeOf(seen) - theirs);

/** A login by a computer whose clock is `skewMs` wrong, at a service whose clock stands still. */
function logIn(skewMs: number, changes: Partial<GrantContext> = {}) {
  const granted = (shown: URL, callbackUrl: string) => ({
    url: `${callbackUrl}?oauth_token=${shown.searchParams.get('oauth_token')}&oauth_verifier=ver`,
  });
  const context = grantContext(http, granted, { now: () => theirs + skewMs, ...changes });
  return requestOAuth1Token(oauth1Settings(server.origin), context);
}
const refused = (changes: Partial<StubResponse> = {}): StubResponse => ({
  status: 401,
  headers: { date: date(theirs), 'www-authenticate': 'OAuth oauth_problem="timestamp_refused"' },
  ...changes,
});

describe('the clock of a service, in a login', () => {
  it('is right in the second leg at once, at a service that ends a login at the first wrong timestamp [34]', async () => {
    server.respondWith(refused(), { headers: { date: date(theirs) }, body: temporary }, (seen) =>
      Math.abs(timeOf(seen) - theirs) > 300_000 ? refused() : { headers: { date: date(theirs) }, body: access },
    );
    expect(await logIn(2 * hour)).toMatchObject({ accessToken: 'final' });
    expect(times()).toEqual([2 * hour, 0, 0]);
  });

  it('is learned from a response that refused nothing [34]', async () => {
    server.respondWith({ headers: { date: date(theirs) }, body: temporary }, { body: access });
    expect(await logIn(-3 * hour)).toMatchObject({ accessToken: 'final' });
    expect(times()).toEqual([-3 * hour, 0]);
  });

  it('is kept for the next login [34]', async () => {
    const clocks = createServiceClocks();
    const headers = { date: date(theirs) };
    server.respondWith(refused(), { headers, body: temporary }, { headers, body: access });
    await logIn(hour, { clocks });
    server.requests.length = 0;
    server.respondWith({ headers, body: temporary }, { headers, body: access });
    await logIn(hour, { clocks });
    expect(times()).toEqual([0, 0]);
  });

  it('is taken from the range that the service accepts, before its Date header [34]', async () => {
    const seconds = theirs / 1000;
    const body = `oauth_problem=timestamp_refused&oauth_acceptable_timestamps=${seconds - 300}-${seconds + 300}`;
    const wrongDate = { date: date(theirs + 5 * hour) };
    server.respondWith(
      { status: 401, headers: wrongDate, body },
      { headers: wrongDate, body: temporary },
      { body: access },
    );
    expect(await logIn(hour)).toMatchObject({ accessToken: 'final' });
    expect(times()).toEqual([hour, 0, 0]);
  });

  it('is the other one of two Date headers where ours was refused [34]', async () => {
    const two = (
      _seen: SeenRequest,
      response: { setHeader(name: string, values: string[]): unknown },
    ): StubResponse => {
      response.setHeader('date', [date(theirs + hour), date(theirs)]);
      return { status: 400, body: 'error=invalid_request&error_description=Invalid+"oauth_timestamp"+value' };
    };
    server.respondWith(two, { body: temporary }, { body: access });
    expect(await logIn(hour)).toMatchObject({ accessToken: 'final' });
    expect(times()).toEqual([hour, 0, 0]);
  });

  it.each([
    ['the clocks differ', { date: date(theirs) }, 'oauth1.timestamp_refused', 'clock is 2 hours ahead of'],
    ['the clocks agree', { date: date(theirs + 2 * hour) }, 'oauth1.timestamp_refused', 'although both clocks agree'],
    ['no Date came', { date: '' }, 'oauth1.clock_unknown', 'did not send its own'],
    [
      'two Dates came',
      { date: `${date(theirs)}, ${date(theirs - hour)}` },
      'oauth1.clock_conflict',
      'sent two times that disagree',
    ],
  ])('is said plainly where a correction does not help: %s [34]', async (_, headers, code, words) => {
    server.respondWith(refused({ headers, body: 'oauth_problem=timestamp_refused' }));
    const error = await rejection(logIn(2 * hour));
    expect(error).toMatchObject({ code, serviceMessage: 'timestamp_refused' });
    expect(error.message).toContain(words);
    expect(errorInEnglish(error).details.clock).toBe(error.message);
    expect(server.requests.length).toBeLessThanOrEqual(2);
  });
});

describe('the time that a response tells', () => {
  const now = theirs;
  const read = (headers: Record<string, string>, receivedAt = now) => readClock(headers, { sentAt: now, receivedAt });

  it('is the difference of the clocks, and none where both agree [34]', () => {
    expect(read({ date: date(now + hour) })).toEqual({ kind: 'skew', skewMs: hour });
    expect(read({ date: date(now - hour) })).toEqual({ kind: 'skew', skewMs: -hour });
    expect(read({ date: date(now + 1_000) })).toEqual({ kind: 'skew', skewMs: 0 });
    expect(read({})).toEqual({ kind: 'none' });
    expect(read({ date: 'soon' })).toEqual({ kind: 'none' });
    for (const seconds of [-2, 2])
      expect(read({ date: date(now + seconds * 1_000) })).toEqual({ kind: 'skew', skewMs: 0 });
  });

  it('is no difference where the service thought for long', () => {
    expect(read({ date: date(now) }, now + 20_000)).toEqual({ kind: 'skew', skewMs: 0 });
    expect(read({ date: date(now + 20_000) }, now + 20_000)).toEqual({ kind: 'skew', skewMs: 0 });
  });

  it('is as old as the cache says that kept it (RFC 9111 §5.1)', () => {
    expect(read({ date: date(now - hour), age: '3600' })).toEqual({ kind: 'skew', skewMs: 0 });
    expect(read({ date: date(now), age: '-3600' })).toEqual({ kind: 'skew', skewMs: 0 });
  });

  it('is read in the older formats of RFC 9110 §5.6.7', () => {
    expect(readClock({ date: 'Sunday, 06-Nov-94 08:49:37 GMT' }, { sentAt: 0, receivedAt: 0 })).toEqual({
      kind: 'skew',
      skewMs: 784_111_777_000,
    });
  });

  it('is doubted where two headers disagree, and taken where they agree', () => {
    expect(read({ date: `${date(now)}, ${date(now + hour)}` })).toEqual({ kind: 'conflict', skewsMs: [0, hour] });
    expect(read({ date: `${date(now + hour)}, ${date(now + hour + 2_000)}` })).toEqual({ kind: 'skew', skewMs: hour });
    expect(read({ date: `${date(now + hour)}, ${date(now + hour)}` })).toEqual({ kind: 'skew', skewMs: hour });
  });
});

describe('what is known of clocks', () => {
  const times = { sentAt: theirs, receivedAt: theirs };
  const ahead = { date: date(theirs + hour) };

  it('belongs to a host, and helps the other hosts of the service', () => {
    const clocks = createServiceClocks();
    clocks.learn('api.example', ahead, times);
    expect(clocks.skewMs('api.example')).toBe(hour);
    expect(clocks.skewMs('login.example', ['login.example', 'api.example'])).toBe(hour);
    expect(clocks.skewMs('other.example')).toBe(0);
  });

  it('follows a clock that was set right', () => {
    const clocks = createServiceClocks();
    clocks.learn('api.example', ahead, times);
    clocks.learn('api.example', { date: date(theirs) }, times);
    expect(clocks.skewMs('api.example')).toBe(0);
  });

  it('stays unknown where a response does not tell it', () => {
    const clocks = createServiceClocks();
    clocks.learn('api.example', {}, times);
    expect(clocks.skewMs('api.example')).toBe(0);
  });

  it('moves by five seconds and more', () => {
    const clocks = createServiceClocks();
    clocks.learn('api.example', ahead, times);
    clocks.learn('api.example', { date: date(theirs + hour - 5_000) }, times);
    expect(clocks.skewMs('api.example')).toBe(hour - 5_000);
  });

  it('does not move with the delay of a response: some services want timestamps that only grow', () => {
    const clocks = createServiceClocks();
    clocks.learn('api.example', ahead, times);
    clocks.learn('api.example', { date: date(theirs + hour - 4_000) }, times);
    expect(clocks.skewMs('api.example')).toBe(hour);
  });

  it('is given up where it is refused and the service says nothing of its time', () => {
    const clocks = createServiceClocks();
    clocks.learn('api.example', ahead, times);
    expect(clocks.correct('api.example', { headers: {}, text: '' }, { ...times, skewMs: hour })).toBe(0);
    expect(clocks.skewMs('api.example')).toBe(0);
    expect(clocks.correct('api.example', { headers: {}, text: '' }, { ...times, skewMs: 0 })).toBeUndefined();
  });
});

describe('the range of timestamps that a service accepts', () => {
  const used = { sentAt: theirs, receivedAt: theirs, skewMs: 0 };
  const seconds = theirs / 1000;
  const range = `${seconds + 3_500}-${seconds + 3_700}`;
  it.each([
    ['in a body', {}, `oauth_problem=timestamp_refused&oauth_acceptable_timestamps=${range}`],
    ['percent-encoded', {}, `oauth_acceptable_timestamps=${range.replace('-', '%2D')}`],
    ['in a header', { 'www-authenticate': `OAuth oauth_acceptable_timestamps="${range}"` }, ''],
    ['in JSON', {}, `{"oauth_acceptable_timestamps": "${range}"}`],
  ])('is read %s, and holds until it is refused [34]', (_, headers, text) => {
    const clocks = createServiceClocks();
    expect(clocks.correct('api.example', { headers, text }, used)).toBe(hour);
    // Their own words: a Date header does not change them.
    clocks.learn('api.example', { date: date(theirs) }, { sentAt: theirs, receivedAt: theirs });
    expect(clocks.skewMs('api.example')).toBe(hour);
  });

  it('is not tried again where it was used already', () => {
    const clocks = createServiceClocks();
    const response = { headers: {}, text: `oauth_acceptable_timestamps=${range}` };
    expect(clocks.correct('api.example', response, { ...used, skewMs: hour })).toBeUndefined();
  });
});

describe('a correction by the Date header', () => {
  const used = { sentAt: theirs, receivedAt: theirs, skewMs: 0 };
  it('is kept until the next Date where one header tells it [34]', () => {
    const clocks = createServiceClocks();
    const headers = { date: date(theirs + hour) };
    expect(clocks.correct('api.example', { headers, text: '' }, used)).toBe(hour);
    clocks.learn('api.example', { date: date(theirs) }, used);
    expect(clocks.skewMs('api.example')).toBe(0);
  });

  it('takes the header that is farthest from what was refused, and keeps that [34]', () => {
    for (const order of [1, -1]) {
      const clocks = createServiceClocks();
      const dates = [date(theirs), date(theirs - hour)].sort(() => order);
      const headers = { date: dates.join(', ') };
      expect(clocks.correct('api.example', { headers, text: '' }, used)).toBe(-hour);
      clocks.learn('api.example', { date: date(theirs) }, used);
      expect(clocks.skewMs('api.example')).toBe(-hour);
    }
  });

  it('takes the header that is farthest from the skew that was refused, not from our clock', () => {
    const headers = { date: `${date(theirs)}, ${date(theirs + 3 * hour)}` };
    const refused = { ...used, skewMs: 2 * hour };
    expect(createServiceClocks().correct('api.example', { headers, text: '' }, refused)).toBe(0);
  });

  it('is none of a change that the network explains', () => {
    const clocks = createServiceClocks();
    const headers = { date: date(theirs + 4_000) };
    expect(clocks.correct('api.example', { headers, text: '' }, used)).toBeUndefined();
  });
});

describe('a refusal of a timestamp', () => {
  it.each([
    ['Problem Reporting', 401, 'oauth_problem=timestamp_refused'],
    ['Authlib', 400, 'error=invalid_request&error_description=Invalid+%22oauth_timestamp%22+value'],
    ['X', 401, '{"errors":[{"code":135,"message":"Timestamp out of bounds."}]}'],
    ['WooCommerce', 401, '{"code":"woocommerce_rest_authentication_error","message":"Invalid timestamp."}'],
    ['oauthlib', 400, 'error=invalid_request&error_description=Timestamp+given+is+invalid'],
    ['a gateway', 403, 'timestamp is outside of the allowed window'],
  ])('is recognised at %s [34]', (_, status, text) => {
    expect(isTimestampRefusal({ status, headers: {}, text })).toBe(true);
  });

  it.each([
    ['Spring, whose every error has a timestamp', 401, '{"timestamp":"2026-11-30T01:00:00Z","error":"Unauthorized"}'],
    ['a gateway whose every error has one', 401, '{"errorTimestamp":1796011294,"message":"No access"}'],
    ['a field whose name goes on', 401, '{"timestampMs" : 1796011294000}'],
    ['a field of XML with a prefix, whose name goes on', 403, '<a:timestampMs>1</a:timestampMs>'],
    ['what comes very late in an error', 401, `${' '.repeat(10_000)}timestamp`],
    ['an error in XML', 403, '<error><timestamp>2026-11-30T01:00:00Z</timestamp><code>no_access</code></error>'],
    ['a token', 401, 'oauth_problem=token_rejected'],
    ['a success', 200, 'timestamp'],
    ['a server error', 500, 'timestamp'],
  ])('is not seen in %s', (_, status, text) => {
    expect(isTimestampRefusal({ status, headers: {}, text })).toBe(false);
  });
});

describe('the words about a clock', () => {
  it.each([
    [-2 * hour, '2 hours ahead of'],
    [90 * 60_000, '2 hours behind'],
    [1_000, '1 second behind'],
    [-hour, '60 minutes ahead of'],
    [61_000, '61 seconds behind'],
    [40 * hour, '2 days behind'],
    [-70_000_000_000, '810 days ahead of'],
  ])('say for %i ms: %s', (skewMs, words) => {
    expect(formatEnglish(clockWords(skewMs, 'api.example'))).toBe(`This computer’s clock is ${words} api.example’s.`);
  });

  const noteInEnglish = (skewMs: number) => {
    const note = clockNote(skewMs, 'api.example');
    return note && formatEnglish(note);
  };

  it('are noted with a GET only where people should look at their clock', () => {
    expect(clockNote(59_999, 'api.example')).toBeUndefined();
    expect(noteInEnglish(60_000)).toContain('behind api.example’s.');
    expect(noteInEnglish(-hour)).toContain('ahead of api.example’s.');
  });
});
