import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createFetches, type Fetches } from '../../../../app/feeds/rows/fetches.ts';
import { cancelledError, timeoutError } from '../../../../app/http/errors.ts';
import type { StartedRun } from '../../../../app/resources/one-run.ts';
import type { EndedRun } from '../../../../app/resources/runs.ts';
import type { RunSummary } from '../../../../app/shared/contract/contract.ts';
import { RequestError } from '../../../../app/shared/errors.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import type { RunStarter } from '../../../../app/shared/resource/past-run.ts';
import type { Resource } from '../../../../app/shared/resource/resource.ts';
import { resource } from '../../../servers/items.ts';

interface Running {
  run: StartedRun;
  end(end: Partial<RunSummary> | Error): void;
}

let resources: Resource[];
let fetches: Fetches;
/** In the order of their start. A later run of the same resource has replaced an earlier one. */
let runs: Running[];
let stamp: string;
let rows: string[];

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  resources = [resource({ id: 'a' })];
  runs = [];
  rows = [];
  stamp = 'one';
  const run = (id: string, by: RunStarter = 'user'): Promise<RunSummary> => {
    runs.findLast((each) => each.run.id === id)?.end(cancelledErrorOnce());
    const { promise, resolve, reject } = Promise.withResolvers<RunSummary>();
    const started: StartedRun = { id, by, at: Date.now(), request: '' };
    let hasEnded = false;
    const end = (how: Partial<RunSummary> | Error): void => {
      if (hasEnded) return;
      hasEnded = true;
      // The older run ends after the newer one has started.
      queueMicrotask(() => {
        const ended: EndedRun =
          how instanceof Error ? { durationMs: 1, error: how } : { durationMs: 1, summary: how as RunSummary }; // what is read of it
        fetches.ended(started, ended);
        if (how instanceof Error) reject(how);
        else resolve(how as RunSummary); // what is read of it
      });
    };
    runs.push({ run: started, end });
    fetches.started(started);
    return promise;
  };
  runOf = run;
  fetches = createFetches({
    find: (id) => resources.find((each) => each.id === id),
    run,
    stamp: () => stamp,
    serviceOf: ({ url }) => new URL(url).host,
    onRows: ({ id }) => void rows.push(id),
    onChange: () => undefined,
    now: Date.now,
    monotonic: () => performance.now(),
  });
  return () => {
    fetches.close();
    vi.useRealTimers();
  };
});
let runOf: (id: string, by?: RunStarter) => Promise<RunSummary>;
const cancelledErrorOnce = cancelledError;
const first = (): Resource => resources[0] as Resource; // one at least
const settled = async (work: Promise<void> | undefined): Promise<boolean> => {
  let isDone = false;
  void work?.then(() => {
    isDone = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  return isDone;
};
const refused = (
  code: 'resource.rate_limited' | 'resource.unauthorized' | 'resource.server_error',
  retryAfterSeconds?: number,
) => new RequestError(code, verbatim('no'), retryAfterSeconds === undefined ? {} : { details: { retryAfterSeconds } });

describe('a fetch for readers', () => {
  it('is one for all, and the next one follows after its end', async () => {
    const one = fetches.fetch(first());
    expect(fetches.fetch(first())).toBe(one);
    expect(runs.map(({ run }) => run.by)).toEqual(['feed']);
    runs[0]?.end({});
    expect(await settled(one)).toBe(true);
    expect(rows).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(200);
    fetches.fetch(first());
    expect(runs).toHaveLength(2);
  });

  it('joins the run of the user', async () => {
    runOf('a').catch(() => undefined);
    const work = fetches.fetch(first());
    expect(runs).toHaveLength(1);
    runs[0]?.end({});
    expect(await settled(work)).toBe(true);
    expect(runs).toHaveLength(1);
  });

  it('goes on with the run by which the user replaces it', async () => {
    const work = fetches.fetch(first());
    runOf('a').catch(() => undefined);
    expect(await settled(work)).toBe(false);
    runs[1]?.end({});
    expect(await settled(work)).toBe(true);
    expect(fetches.failure(first())).toBeUndefined();
  });

  it('starts again when the user cancels the run, three times at most', async () => {
    const work = fetches.fetch(first());
    for (let turn = 0; turn < 3; turn++) {
      expect(runs).toHaveLength(turn + 1);
      runs[turn]?.end(cancelledError());
      expect(await settled(work)).toBe(turn === 2);
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(fetches.failure(first())?.error.code).toBe('http.cancelled');
  });

  it('waits longer after each failure, and not after a success', async () => {
    const waits: number[] = [];
    for (let turn = 0; turn < 4; turn++) {
      const work = fetches.fetch(first());
      runs.at(-1)?.end(timeoutError(new URL('https://api.example.com')));
      await settled(work);
      expect(fetches.fetch(first())).toBeUndefined();
      const ms = (fetches.failure(first())?.retryAt ?? 0) - Date.now();
      waits.push(ms);
      await vi.advanceTimersByTimeAsync(ms);
    }
    expect(waits).toEqual([5000, 10_000, 20_000, 40_000]);
    const work = fetches.fetch(first());
    runs.at(-1)?.end({});
    await settled(work);
    expect(fetches.failure(first())).toBeUndefined();
  });

  it('waits as long as the service asks, with every resource of the service', async () => {
    resources.push(resource({ id: 'b' }), resource({ id: 'c', url: 'https://other.example.com/' }));
    const work = fetches.fetch(first());
    runs[0]?.end({
      error: { code: 'resource.rate_limited', message: verbatim('no'), details: { retryAfterSeconds: 90 } },
    });
    await settled(work);
    const [, b, c] = resources;
    expect(b && fetches.fetch(b)).toBeUndefined();
    expect(b && fetches.held(b)).toMatchObject({
      error: { code: 'resource.rate_limited' },
      retryAt: Date.now() + 90_000,
    });
    expect(c && fetches.fetch(c)).toBeDefined();
    await vi.advanceTimersByTimeAsync(90_000);
    expect(b && fetches.fetch(b)).toBeDefined();
  });

  it('waits for the end of the window when nothing is left in it', async () => {
    const work = fetches.fetch(first());
    runs[0]?.end({ allowance: { limit: 60, remaining: 0, resetAt: Date.now() + 30_000, windowSeconds: null } });
    await settled(work);
    expect(fetches.fetch(first())).toBeUndefined();
    expect(fetches.failure(first())).toBeUndefined();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(fetches.fetch(first())).toBeDefined();
  });

  it('is not tried again after what only the user can fix, until something changes', async () => {
    const refusal = refused('resource.unauthorized');
    await settled(undefined);
    const work = fetches.fetch(first());
    runs[0]?.end(refusal);
    await settled(work);
    expect(fetches.failure(first())).toMatchObject({ retryAt: null, error: { code: 'resource.unauthorized' } });
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(fetches.fetch(first())).toBeUndefined();
    stamp = 'two';
    const next = fetches.fetch(first());
    expect(next).toBeDefined();
    runs[1]?.end(refusal);
    await settled(next);
    resources = [{ ...first(), url: 'https://api.example.com/v2' }];
    expect(fetches.fetch(first())).toBeDefined();
  });

  it('asks a slow service for four resources at once, and for the others when one has ended', async () => {
    resources = Array.from({ length: 6 }, (_, index) => resource({ id: `r${index}` }));
    for (const each of resources) fetches.fetch(each);
    await vi.advanceTimersByTimeAsync(1000);
    expect(runs.map(({ run }) => run.id)).toEqual(['r0', 'r1', 'r2', 'r3']);
    runs[0]?.end({});
    await vi.advanceTimersByTimeAsync(0);
    expect(runs.map(({ run }) => run.id)).toContain('r4');
  });

  it('ends for its readers when the app closes', async () => {
    const work = fetches.fetch(first());
    fetches.close();
    expect(await settled(work)).toBe(true);
    expect(fetches.fetch(first())).toBeUndefined();
  });
});
