import { hostname } from 'node:os';
import { join } from 'node:path';
import { connectLocal } from '../local/client.ts';
import { silentInstance } from '../platform/instance.ts';
import { readHolder } from '../platform/instance-holder.ts';
import { isHeldAt } from '../platform/instance-lock.ts';
import { isRunning } from '../process/is-running.ts';
import { version } from '../process/version.ts';
import type { Known, Patient } from './facts.ts';
import { type Finding, findingsOf, doctorMessage as message } from './finding.ts';

const { ok, warning, failure } = findingsOf('owner');

/** Whether a process uses the folder, and responds. `writtenAt`: the time of the folder's server, epoch ms. */
export async function examineOwner(
  { dataFolder, patienceMs }: Patient,
  writtenAt: number | undefined,
): Promise<{ findings: Finding[]; owner: Known['owner'] }> {
  const holder = readHolder(join(dataFolder, 'instance.lock'));
  const client = await connectLocal(dataFolder);
  if (client !== undefined)
    try {
      const signal = AbortSignal.timeout(patienceMs);
      const hello = await client.call('local.hello', {}, { signal });
      // A locked vault or a starting app is no reason to fail here.
      const feeds = await client.call('feeds.list', {}, { signal }).catch(() => undefined);
      const runs = message('doctor.owner.runs', { pid: String(hello.pid), version: hello.version });
      return {
        findings: [
          hello.version === version
            ? ok('runs', runs)
            : warning('version', runs, message('doctor.owner.version.advice', { version })),
        ],
        owner: { ...hello, feeds },
      };
    } catch {
      const advice = message('doctor.owner.silent.advice');
      return { findings: [failure('silent', silentInstance(holder).text, advice)], owner: undefined };
    } finally {
      client.close();
    }
  return { findings: [withoutOwner(dataFolder, holder, writtenAt)], owner: undefined };
}

function withoutOwner(
  dataFolder: string,
  holder: ReturnType<typeof readHolder>,
  writtenAt: number | undefined,
): Finding {
  if (holder === undefined) return ok('none', message('doctor.owner.none'));
  const isHere = holder.hostname === hostname();
  if (!isHeldAt(join(dataFolder, 'instance.lock'), holder, writtenAt ?? Date.now()))
    return ok('crashed', message('doctor.owner.crashed'));
  return isHere && isRunning(holder.pid)
    ? failure('silent', silentInstance(holder).text, message('doctor.owner.silent.advice'))
    : failure(
        'elsewhere',
        message('doctor.owner.elsewhere', { computer: holder.hostname }),
        message('doctor.owner.elsewhere.advice'),
      );
}
