// Started by renewal-lock.test.ts: when told to, takes the lock again and again, and notes when it begins and ends.
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRenewalLock } from '../../../app/connections/renewal/lock.ts';

const [folder = '', log = '', times = '0'] = process.argv.slice(2);
const lock = createRenewalLock({ folder });
const { signal } = new AbortController();
process.send?.('ready');
await once(process, 'message');
for (let turn = 0; turn < Number(times); turn += 1)
  await lock.hold('c', signal, async () => {
    appendFileSync(log, `begin ${process.pid}\n`);
    // A renewal takes its time.
    await sleep(1);
    appendFileSync(log, `end ${process.pid}\n`);
  });
process.disconnect();
