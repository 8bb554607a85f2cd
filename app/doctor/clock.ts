import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, findingsOf, doctorMessage as message } from './finding.ts';

const { ok, warning, failure } = findingsOf('clock');

/** A server's clock may differ by this much, and a `Date` header has whole seconds (RFC 9110 §5.6.7). */
const tolerableMs = 60_000;
/** OAuth1 services refuse requests from about here on, and ID tokens look expired. */
const harmfulMs = 5 * 60_000;

/**
 * Compares this computer's clock with files of the folder, which nobody writes in the future. `writtenAt`: when the
 * folder's server wrote a file just now, epoch ms.
 */
export function examineClock(folder: string, writtenAt: number | undefined, now: number): Finding[] {
  const newest = newestFile(folder);
  const aheadMs = Math.max(newest, writtenAt ?? 0) - now;
  if (aheadMs > tolerableMs)
    return [
      warning('past', message('doctor.clock.past', { minutes: minutes(aheadMs) }), message('doctor.clock.advice')),
    ];
  return [ok('files', message('doctor.clock.files'))];
}

/** Compares with the `Date` of a response. `offset`: what this computer is ahead, in ms. */
export function clockFinding(host: string, offset: number): Finding {
  const ahead = Math.abs(offset);
  if (ahead <= tolerableMs) return ok('server', message('doctor.clock.server', { host }));
  const text = message(offset > 0 ? 'doctor.clock.ahead' : 'doctor.clock.behind', { minutes: minutes(ahead), host });
  return (ahead > harmfulMs ? failure : warning)('server', text, message('doctor.clock.advice'));
}

const minutes = (ms: number): number => Math.max(1, Math.round(ms / 60_000));

/** Epoch ms. `0`: there is none. */
function newestFile(folder: string): number {
  try {
    return Math.max(
      0,
      ...readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0),
    );
  } catch {
    return 0;
  }
}
