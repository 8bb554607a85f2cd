import { describe, expect, it } from 'vitest';
import {
  feedColumnNames,
  feedDelimiters,
  feedEncryptions,
  feedExposures,
  feedNameFor,
  feedNamePattern,
  feedRoots,
  feedSchema,
  feedServerSchema,
  initialFeedServer,
  longestFresh,
  newFeed,
  shortestFresh,
} from '../../../../app/shared/feed/feed.ts';

const feed = newFeed('1', 'resource', 'Sales');

describe('a feed', () => {
  it('is new as the schema allows it, in every choice', () => {
    for (const root of feedRoots) expect(feedSchema.safeParse({ ...feed, root }).success).toBe(true);
    for (const columnNames of feedColumnNames)
      expect(feedSchema.safeParse({ ...feed, columnNames }).success).toBe(true);
    for (const delimiter of feedDelimiters)
      expect(feedSchema.safeParse({ ...feed, csv: { delimiter, mark: true } }).success).toBe(true);
  });

  it('is fresh for a second at least and a week at most', () => {
    const isFine = (freshSeconds: number) => feedSchema.safeParse({ ...feed, freshSeconds }).success;
    expect([shortestFresh, longestFresh].map(isFine)).toEqual([true, true]);
    expect([shortestFresh - 1, longestFresh + 1].map(isFine)).toEqual([false, false]);
  });

  it.each([
    ['Sales (EU)', [], 'Sales_EU'],
    ['Überstunden', [], 'Uberstunden'],
    ['2026 plan', [], 'feed_2026_plan'],
    ['売上', [], 'feed'],
    ['Sales', ['sales', 'SALES_2'], 'Sales_3'],
  ])('of “%s” beside %o is named %s', (resource, taken, expected) => {
    const name = feedNameFor(resource, taken);
    expect(name).toBe(expected);
    expect(name).toMatch(feedNamePattern);
  });
});

it('the server is off at first, and on this computer alone', () => {
  expect(initialFeedServer).toMatchObject({ isOn: false, exposure: 'loopback' });
  for (const exposure of feedExposures)
    for (const encryption of feedEncryptions)
      expect(feedServerSchema.safeParse({ ...initialFeedServer, exposure, encryption }).success).toBe(true);
});
