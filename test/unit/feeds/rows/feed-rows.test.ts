import { afterEach, expect, it, vi } from 'vitest';
import { createFeedRows } from '../../../../app/feeds/rows/feed-rows.ts';
import { makePage } from '../../../../app/feeds/rows/page.ts';
import { newFeed } from '../../../../app/shared/feed/feed.ts';
import { resource } from '../../../servers/items.ts';
import { temporaryFolder } from '../../vault/folders.ts';
import { sessionVault } from '../../vault/session-vault.ts';

afterEach(() => void vi.useRealTimers());

const nothing = (): never => {
  throw new Error('not expected here');
};

/** Resolves when so many readers wait. `vi.waitFor` would move the time. */
async function waiting(readers: number): Promise<void> {
  while (vi.getTimerCount() < readers) await new Promise(setImmediate);
}

async function setUp() {
  // Files are read in real time.
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] });
  const sales = resource({ id: 'sales', authorization: { type: 'none' } });
  const feed = newFeed('feed', sales.id, 'Sales');
  const runs: string[] = [];
  const rows = createFeedRows({
    vault: await sessionVault(),
    folder: temporaryFolder(),
    resources: { find: (id) => (id === sales.id ? sales : undefined) },
    // A service that never responds.
    run: (id) => {
      runs.push(id);
      return new Promise(nothing);
    },
    connections: { find: nothing },
    tokens: { status: nothing },
    practice: { current: () => undefined, isPracticeUrl: () => false },
    previews: { exportTable: nothing, open: nothing, drop: nothing },
    feeds: () => [feed],
    page: makePage,
    onChange: () => undefined,
    now: Date.now,
    monotonic: () => performance.now(),
  });
  return { rows, feed, runs };
}

it('keeps readers waiting for rows for 20 seconds at most, and asks the service once for all', async () => {
  const { rows, feed, runs } = await setUp();
  const answers: string[] = [];
  const readers = [rows.read(feed, 'json'), rows.read(feed, 'csv'), rows.query(feed, { count: 0 })].map((reading) =>
    reading.then((answer) => answers.push(answer.status === 'unavailable' ? answer.error.code : answer.status)),
  );
  await waiting(3);
  await vi.advanceTimersByTimeAsync(19_999);
  expect(answers).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  await Promise.all(readers);
  expect(answers).toEqual(['feed.not_ready', 'feed.not_ready', 'feed.not_ready']);
  expect(runs).toEqual(['sales']);
  // The fetch goes on: a later reader joins it, and waits anew.
  const later = rows.read(feed, 'json');
  await waiting(1);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await later).toMatchObject({ status: 'unavailable', error: { code: 'feed.not_ready' } });
  expect(runs).toEqual(['sales']);
});

it('lets readers go at once when the app ends', async () => {
  const { rows, feed } = await setUp();
  const reading = rows.read(feed, 'json');
  await waiting(1);
  await rows.close();
  expect(await reading).toMatchObject({ status: 'unavailable', error: { code: 'feed.not_ready' } });
});
