import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEnglish } from '../../../../../app/shared/messages/format.ts';
import { dateText } from '../../../../../app/shared/resource/dates/evaluate.ts';
import { isDate, readDate } from '../../../../../app/shared/resource/dates/grammar.ts';

/** A Wednesday. */
const at = Date.parse('2026-11-25T13:45:06.789Z');
const berlin = (inner: string, time: string | number = at) =>
  dateText(inner, { at: typeof time === 'number' ? time : Date.parse(time), timeZone: 'Europe/Berlin' });
const problem = (inner: string): string => {
  const read = readDate(inner);
  return isDate(read) ? '' : formatEnglish(read);
};

describe('a relative date', () => {
  it.each([
    ['today', '2026-11-25'],
    ['yesterday', '2026-11-24'],
    ['tomorrow', '2026-11-26'],
    ['now', '2026-11-25T13:45:06Z'],
    ['now:unix', '1795614306'],
    ['now:unixms', '1795614306789'],
    ['today:iso', '2026-11-24T23:00:00Z'],
    ['today:unix', '1795561200'],
    ['today-7d', '2026-11-18'],
    [' today - 1 w + 1 d ', '2026-11-19'],
    ['today+12h', '2026-11-25T11:00:00Z'],
    ['now-90s', '2026-11-25T13:43:36Z'],
    ['now-2min', '2026-11-25T13:43:06Z'],
    ['startOfDay', '2026-11-25'],
    ['endOfDay:iso', '2026-11-25T22:59:59Z'],
    ['endOfDay:unixms', '1795647599999'],
    ['startOfWeek', '2026-11-23'],
    ['endOfWeek', '2026-11-29'],
    ['startOfMonth', '2026-11-01'],
    ['endOfMonth', '2026-11-30'],
    ['startOfMonth-1mo', '2026-10-01'],
    ['endOfMonth-1mo', '2026-10-31'],
    ['startOfQuarter', '2026-10-01'],
    ['endOfQuarter-1q', '2026-09-30'],
    ['startOfYear', '2026-01-01'],
    ['endOfYear+1y', '2027-12-31'],
    ['today:dd.MM.yyyy', '25.11.2026'],
    ["now:EEE, d MMM yyyy HH:mm:ss.SSS 'o''clock' xx", "Wed, 25 Nov 2026 14:45:06.789 o'clock +0100"],
    ['now:EEEE MMMM yy h:mm a XXX', 'Wednesday November 26 2:45 PM +01:00'],
    ["now:YYYY-'W'ww", '2026-W48'],
    ['now:Q/QQ DDD M x', '4/04 329 11 +01'],
  ])('{{%s}} is %s', (inner, expected) => {
    expect(berlin(inner)).toBe(expected);
  });

  it('is at most the last day of a month that is shorter', () => {
    expect(berlin('today-1mo', '2026-03-31T12:00:00Z')).toBe('2026-02-28');
    expect(berlin('today-1y', '2028-02-29T12:00:00Z')).toBe('2027-02-28');
  });

  it('is the day of its time zone', () => {
    const zone = (timeZone: string) => dateText('today', { at: Date.parse('2026-11-25T23:30:00Z'), timeZone });
    expect([zone('Europe/Berlin'), zone('America/New_York'), zone('Pacific/Kiritimati')]).toEqual([
      '2026-11-26',
      '2026-11-25',
      '2026-11-26',
    ]);
  });

  it('counts days by the calendar where a clock changes, and hours by the clock', () => {
    // 29 March 2026 has 23 hours in Berlin.
    expect(berlin('today+1d:unix', '2026-03-29T10:00:00Z')).toBe(String(Date.parse('2026-03-29T22:00:00Z') / 1000));
    expect(berlin('today+24h', '2026-03-29T10:00:00Z')).toBe('2026-03-29T23:00:00Z');
    expect(berlin('now-1d', '2026-03-29T10:00:00Z')).toBe('2026-03-28T11:00:00Z');
    // In Santiago 8 September 2019 began at 01:00.
    const santiago = { at: Date.parse('2019-09-08T15:00:00Z'), timeZone: 'America/Santiago' };
    expect(dateText('today:HH:mm', santiago)).toBe('01:00');
    expect(dateText('today+1d:HH:mm', santiago)).toBe('00:00');
  });

  it('names the day and the time that the time zone has at that instant, whatever the zone', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    // Until January 1972 Liberia was 44 minutes and 30 seconds behind, which no offset of ISO 8601 can say.
    const from = Date.UTC(1972, 1);
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: from, max: 4_000_000_000_000 }), (timeZone, time) => {
        const [day, clock] = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
          .format(time)
          .split(' ');
        const context = { at: time, timeZone };
        expect(dateText('now:yyyy-MM-dd HH:mm:ss', context)).toBe(`${day} ${clock}`);
        expect(dateText('today', context)).toBe(day);
        expect(Date.parse(dateText("now:yyyy-MM-dd'T'HH:mm:ss.SSSxxx", context))).toBe(time);
        expect(Number(dateText('endOfDay+0d:unixms', context)) + 1).toBe(Number(dateText('tomorrow:unixms', context)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is not a relative date', () => {
  it('is refused with what is known, and the nearest', () => {
    expect(problem('tody')).toMatch(
      /^\{\{tody\}\} is not a date .* Do you mean \{\{today\}\}\? Known are today, yesterday, tomorrow, now, and startOf or endOf with Day, Week, Month, Quarter, Year\.$/,
    );
    expect(problem('start_of_month')).toContain('{{startOfMonth}}?');
    expect(problem('TODAY-7d')).toContain('{{today}}?');
    expect(problem('customer')).toMatch(/Known are .* write \{\{'\{\{'\}\}\.$/);
    expect(problem('')).toContain('{{}} is not a date');
    expect(problem('today 7d')).toContain('{{today 7d}} is not a date');
  });

  it.each([
    ['today-7m', '“-7m” has no known unit. Known are s, min, h, d, w, mo, q, y.'],
    ['today-7', '“-7” has no known unit.'],
    ['today-1001y', 'more than a thousand years away'],
    ['now+999999999999s', 'more than a thousand years away'],
    ['today:YYYY-MM-DD', '“YYYY-MM-DD” means the year of the week'],
    ['today:yyyy-MM-DD', 'means the year of the week'],
    ['today:yyyyy', '“yyyyy” is not part of a date format.'],
    ['today:foo', '“f” is not part of a date format.'],
    ["today:yyyy'", "“'” is not part of a date format."],
    ['today:', '“” is not part of a date format.'],
    ['today:yyyy&MM', 'must not contain &'],
    ['today:yyyy"', 'must not contain "'],
  ])('{{%s}}: %s', (inner, expected) => {
    expect(problem(inner)).toContain(expected);
  });

  it('is never sent', () => {
    expect(() => berlin('tody')).toThrow(expect.objectContaining({ code: 'resource.invalid' }));
  });
});
