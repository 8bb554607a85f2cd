import { describe, expect, it } from 'vitest';
import { isUnchanged } from '../../../../app/feeds/server/conditions.ts';

const at = Date.parse('2026-11-30T10:00:00.750Z');
const date = 'Mon, 30 Nov 2026 10:00:00 GMT';

describe('what a reader already has', () => {
  it.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"x", "a"', true],
    ['"x",W/"y" , "a"', true],
    ['*', true],
    ['"x, a"', false],
    ['"ab"', false],
    ['a', false],
    ['', false],
  ])('is told by tags: %s', (tags, isKnown) => {
    expect(isUnchanged({ 'if-none-match': tags }, '"a"', at)).toBe(isKnown);
    // RFC 9110 §13.1.3: the date is ignored beside a tag.
    expect(isUnchanged({ 'if-none-match': tags, 'if-modified-since': date }, '"a"', at)).toBe(isKnown);
  });

  it.each([
    [date, true],
    ['Mon, 30 Nov 2026 10:00:01 GMT', true],
    ['Mon, 30 Nov 2026 09:59:59 GMT', false],
    ['2026-12-30', false],
    ['tomorrow', false],
    ['Mon, 99 Nov 2026 10:00:00 GMT', false],
  ])('is told by the date: %s', (since, isKnown) => {
    expect(isUnchanged({ 'if-modified-since': since }, '"a"', at)).toBe(isKnown);
  });
});
