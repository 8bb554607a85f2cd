import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platformsHere } from '../../e2e/app.ts';
import { inTurns, type Measurement, ratioOf } from '../measurement.ts';

const rounds = 9;

/** `start-once.ts` starts a platform with the app or with about:blank and returns when it could be used, from its own start on. */
async function startOnce(platform: string, what: 'app' | 'blank', dataFolder: string): Promise<number> {
  const child = spawn(
    process.execPath,
    [new URL('../start-once.ts', import.meta.url).pathname, platform, what, dataFolder],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const exited = once(child, 'exit');
  const [ms] = await Promise.race([once(child, 'message'), exited.then(() => [Number.NaN])]);
  await exited;
  if (!Number.isFinite(ms)) throw new Error(`${platform} did not start with ${what}.`);
  return ms;
}

export async function measure(): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const platform of platformsHere()) {
    const work = mkdtempSync(join(tmpdir(), 'tokenboard-bench-'));
    const times = await inTurns(
      rounds,
      () => startOnce(platform, 'app', join(work, 'app')),
      () => startOnce(platform, 'blank', join(work, 'blank')),
    );
    rmSync(work, { recursive: true, force: true });
    measurements.push(
      ratioOf({
        name: `start to usable window, against the same ${platform === 'electron' ? 'Electron' : 'browser'} showing about:blank`,
        unit: 'ms',
        ...times,
        goal: 1.5,
        how: `from the start of the process to the frame with "New resource"; profile of an earlier start; median of ${rounds}, in turns`,
      }),
    );
  }
  return measurements;
}
