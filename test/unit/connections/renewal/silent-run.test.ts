import { expect, it } from 'vitest';
import { silentRun } from '../../../../app/connections/renewal/silent-run.ts';
import { connection } from '../../../servers/items.ts';

it('never gets a callback from anybody', async () => {
  const run = silentRun(connection(), {}, new AbortController().signal, 1000);
  expect(await Promise.race([run.pastedCallback(), Promise.resolve('nothing was pasted')])).toBe('nothing was pasted');
});
