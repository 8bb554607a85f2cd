// A connection and a resource that are to be there tomorrow.
import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { AwkwardService } from '../../servers/awkward-service.ts';
import type { RunningTestApp } from '../app.ts';
import { fillCustom } from './custom-connection.ts';
import { pressRequestToken } from './dialog.ts';
import { windowsClosed } from './login.ts';
import { authorized } from './practice.ts';
import { authorizedButton, newResource, openResource, readTable, resourceRow, run } from './window.ts';

export const keptSecret = 'canary-client-secret-5f1c';

export async function makeKept(awkward: AwkwardService, running: RunningTestApp): Promise<RunningTestApp> {
  const page = running.mainPage;
  await newResource(page, { name: 'Kept', url: `${awkward.origin}/api/rows`, authorization: 'OAuth' });
  await fillCustom(page, {
    name: 'Kept connection',
    authorizationUrl: `${awkward.origin}/authorize`,
    accessTokenUrl: `${awkward.origin}/token`,
    clientId: 'designer',
    clientSecret: keptSecret,
    hosts: [awkward.host],
  });
  await pressRequestToken(page);
  await windowsClosed(running);
  await authorized(page);
  await readTable(page);
  return running;
}

/** Still authorized, and the data comes with the token that was there. */
export async function opensKept(awkward: AwkwardService, page: Page): Promise<void> {
  await resourceRow(page, 'Kept').waitFor();
  await openResource(page, 'Kept');
  await authorizedButton(page).waitFor();
  await run(page);
  expect((await readTable(page)).rows[0]).toEqual(['first']);
  expect(awkward.apiRequests.at(-1)?.authorization).toBe(`Bearer ${awkward.given.at(-1)?.accessToken}`);
}
