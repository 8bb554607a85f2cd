import { describe, expect, it } from 'vitest';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import { matches } from '../../../../renderer/common/filter.ts';
import { moved } from '../../../../renderer/common/moved.ts';
import { dropIndex } from '../../../../renderer/sidebar/use-drag.ts';
import { accountOf } from '../../../../renderer/status/states.ts';

describe('the filter', () => {
  it('finds every word wherever it stands, whatever its case and accents', () => {
    expect(matches('Café – Umsätze nach Tag', 'umsatze cafe')).toBe(true);
    expect(matches('Sales by day', 'sales week')).toBe(false);
    expect(matches('anything', '')).toBe(true);
  });
});

describe('reordering', () => {
  it('moves one item and keeps the rest in order', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
    expect(moved(['a', 'b'], 0, 99)).toEqual(['b', 'a']);
    expect(moved(['a', 'b'], 7, 0)).toEqual(['a', 'b']);
  });

  it('drops a row on the line between two others', () => {
    expect(moved(['a', 'b', 'c'], 0, dropIndex(0, 2))).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, dropIndex(2, 0))).toEqual(['c', 'a', 'b']);
    expect(dropIndex(1, 1)).toBe(1);
    expect(dropIndex(1, 2)).toBe(1);
  });
});

describe('a connection', () => {
  it('says whose it is, also where it does not work at the moment', () => {
    const error = { code: 'token.invalid_grant', message: verbatim('Refused.') } as const;
    expect(accountOf({ status: 'needs_login', error, account: 'ann@example.org' })).toBe('ann@example.org');
    expect(accountOf({ status: 'renewing', account: 'ann@example.org' })).toBe('ann@example.org');
    expect(accountOf({ status: 'unauthorized' })).toBeUndefined();
  });
});
