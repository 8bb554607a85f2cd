import { expect, it, vi } from 'vitest';
import type { ErrorCode } from '../../../../app/shared/error-codes.ts';
import { failure, pass, play, playClock, resourceOf, type Started } from './play-scheduler.ts';

playClock();

it('never overlaps runs of a resource, never goes below an interval, and never bursts, whatever happens', async () => {
  let total = 0;
  for (let seed = 1; seed <= 25; seed += 1) {
    vi.setSystemTime(0);
    let state = seed * 7919;
    const random = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    const seconds = [1, 1, 2, 5, 30];
    const resources = seconds.map((each, index) =>
      resourceOf(`r${index}`, { seconds: each, atStart: random(2) === 0 }, `https://s${index % 2}.example.com/`),
    );
    const { scheduler, runs, answer, save, fixed } = play(resources, { tookMs: 'forever' });
    const open = new Map<string, Started>();
    const starts = new Map<string, number[]>();
    let seen = 0;
    const look = (): void => {
      for (const run of runs.slice(seen)) {
        expect(open.has(run.id), `seed ${seed}: overlap of ${run.id}`).toBe(false);
        open.set(run.id, run);
        starts.set(run.id, [...(starts.get(run.id) ?? []), run.at]);
      }
      seen = runs.length;
    };
    scheduler.start();
    for (let step = 0; step < 300; step += 1) {
      const what = random(10);
      const index = random(resources.length);
      const id = `r${index}`;
      const codes: ErrorCode[] = ['http.offline', 'resource.unauthorized', 'resource.rate_limited', 'http.cancelled'];
      const code = codes[random(codes.length)] ?? 'http.offline';
      if (what <= 4) {
        const run = open.get(id);
        open.delete(id);
        await run?.end(random(3) === 0 ? { error: failure(code) } : {});
      } else if (what === 5) save(resources[index] ?? resourceOf(id, {}));
      else if (what === 6) scheduler.pauseAll(random(2) === 0);
      else if (what === 7) fixed();
      else if (what === 8) scheduler.woke();
      answer({});
      look();
      await pass(random(900));
      look();
    }
    const gaps = (times: readonly number[]): number[] =>
      times.flatMap((time, at) => (at === 0 ? [] : [time - (times[at - 1] ?? 0)]));
    for (const [id, times] of starts) {
      expect(Math.min(...gaps(times), 1000), `seed ${seed}: the floor of ${id}`).toBe(1000);
      total += times.length;
    }
    for (const service of [0, 1]) {
      const all = [...starts].flatMap(([id, times]) => (Number(id[1]) % 2 === service ? times : []));
      all.sort((one, other) => one - other);
      expect(Math.min(...gaps(all), 100), `seed ${seed}: a burst at service ${service}`).toBe(100);
    }
    scheduler.close();
    vi.clearAllTimers();
  }
  expect(total).toBeGreaterThan(500);
});
