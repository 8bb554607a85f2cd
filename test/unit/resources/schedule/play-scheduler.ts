import { afterEach, beforeEach, vi } from 'vitest';
import { createScheduler, type RunEnd, type ScheduledRun } from '../../../../app/resources/schedule/scheduler.ts';
import type { ReloadState } from '../../../../app/shared/contract/reload.ts';
import type { ErrorCode } from '../../../../app/shared/error-codes.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import { newResource } from '../../../../app/shared/resource/new-resource.ts';
import type { RunStarter } from '../../../../app/shared/resource/past-run.ts';
import { noReload, type Reload } from '../../../../app/shared/resource/reload.ts';
import type { Resource } from '../../../../app/shared/resource/resource.ts';

export interface Started {
  id: string;
  by: RunStarter;
  at: number;
  end(end?: Partial<RunEnd>): Promise<void>;
}

export const failure = (code: ErrorCode, details = {}) => ({ code, message: verbatim('It failed.'), details });
export const resourceOf = (id: string, reload: Partial<Reload>, url = 'https://api.example.com/a'): Resource =>
  newResource({ id, name: id, url, reload: { ...noReload, ...reload } });

/** The scheduler with played runs. Each takes `tookMs`, or until the test ends it. */
export function play(resources: Resource[], { tookMs = 50 }: { tookMs?: number | 'forever' } = {}) {
  const stored = new Map(resources.map((each) => [each.id, each]));
  const obstacles = new Map<string, ErrorCode>();
  const runs: Started[] = [];
  const states = new Map<string, ReloadState>();
  let stamp = 1;
  let outcome: Partial<RunEnd> = {};
  const scheduler = createScheduler({
    list: () => [...stored.values()],
    find: (id) => stored.get(id),
    run: (id, by) => {
      const run: ScheduledRun = { id, by };
      scheduler.started(run);
      return new Promise<void>((resolve) => {
        const end = async (how: Partial<RunEnd> = outcome): Promise<void> => {
          scheduler.ended(run, { error: undefined, allowance: undefined, ...how });
          resolve();
          await vi.advanceTimersByTimeAsync(0);
        };
        runs.push({ id, by, at: Date.now(), end });
        if (tookMs !== 'forever') setTimeout(end, tookMs);
      });
    },
    obstacle: ({ id }) => obstacles.get(id),
    stamp: () => String(stamp),
    serviceOf: ({ url }) => new URL(url).host,
    onChange: (changed) => {
      for (const each of changed) states.set(each.id, each);
    },
    now: Date.now,
    monotonic: () => performance.now(),
  });
  return {
    scheduler,
    stored,
    obstacles,
    runs,
    stateOf: (id: string) => states.get(id),
    answer: (how: Partial<RunEnd>) => {
      outcome = how;
    },
    fixed: () => {
      stamp += 1;
      scheduler.changedAround();
    },
    save: (resource: Resource) => {
      stored.set(resource.id, resource);
      scheduler.changed(resource.id);
    },
    times: (id?: string) => runs.filter((run) => id === undefined || run.id === id).map(({ at }) => at),
  };
}

/** Lets the played clock go on, in milliseconds. */
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Each test of a file has a played clock that starts at 0. */
export function playClock(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'], now: 0 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}
