import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AwkwardService, startAwkwardService } from '../servers/awkward-service.ts';
import { platformsHere, type RunningTestApp, startApp } from './app.ts';
import { ask } from './lib/bridge.ts';
import { findForms, formsOf } from './lib/canaries.ts';
import { fillCustom } from './lib/custom-connection.ts';
import { backToFields, dialog, dialogGone, pressRequestToken } from './lib/dialog.ts';
import { setEnvironment } from './lib/keychain.ts';
import { windowsClosed } from './lib/login.ts';
import { listenIn, type Overheard } from './lib/overhear.ts';
import { authorized } from './lib/practice.ts';
import { takePictures, testKey } from './lib/use-app.ts';
import {
  chooseInConnectionMenu,
  newResource,
  openConnection,
  openResource,
  previewPane,
  readError,
  readTable,
  requestPane,
  run,
  urlField,
} from './lib/window.ts';

const clientSecret = 'canary-of-the-app-51b7';
const password = 'canary-password-88ae';
const bearer = 'canary-bearer-token-c04d';
const header = 'canary-header-value-3e19';
const loginCookie = 'canary-login-cookie-7f52';

describe.each(platformsHere())('secrets in a whole run of the %s platform', (kind) => {
  let awkward: AwkwardService;
  let app: RunningTestApp;
  let work = '';
  let overheard: Overheard;
  let restoreEnvironment = () => {};

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'tokenboard-canary-'));
    const environment = { TOKENBOARD_KEY: testKey, TMPDIR: work };
    restoreEnvironment = setEnvironment({ TMPDIR: work });
    awkward = await startAwkwardService('canary');
    app = await startApp(kind, { environment });
    app.mainPage.setDefaultTimeout(30_000);
    overheard = await listenIn(app);
  });
  afterAll(async () => {
    overheard?.stop();
    await app?.close();
    await awkward?.close();
    restoreEnvironment();
    rmSync(work, { recursive: true, force: true });
  });

  it('leave no trace in a log, a response to the page, a title, a URL, a file or the page’s memory [35][37]', async (context) => {
    context.onTestFailed(() => takePictures(app, `${kind} secrets`));
    await doEverything();
    const tokens = awkward.given.flatMap((each) => [each.accessToken, each.refreshToken]);
    expect(tokens.length).toBeGreaterThanOrEqual(6);
    const all = [clientSecret, password, bearer, header, loginCookie, ...tokens].map((canary) => formsOf(canary));

    const places = await overheard.places();
    // It must have heard something, or its silence says nothing.
    expect(places.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['response to the page', 'event to the page', 'title', 'url']),
    );
    expect(places.some(({ text }) => text.includes('awkward by code'))).toBe(true);
    for (const { what, text } of places) expect(findForms(all, Buffer.from(text)), what).toEqual([]);
    for (const line of app.logs) expect(findForms(all, Buffer.from(line)), 'console').toEqual([]);
    for (const folder of [app.dataFolder, app.downloads, work])
      for (const { path, bytes } of filesBelow(folder)) expect(findForms(all, bytes), path).toEqual([]);

    // What was typed has been in the page; a token never was.
    const neverThere = [loginCookie, ...tokens].map((secret) => formsOf(secret));
    const heap = await overheard.heapOfPage();
    expect(findForms(neverThere, heap)).toEqual([]);
    // The same look finds what is there: the last response of the service.
    expect(findForms([formsOf('needle-in-the-heap')], heap)).not.toEqual([]);
  });

  async function doEverything(): Promise<void> {
    const page = app.mainPage;
    awkward.tokenFacts = { expires_in: 3600 };
    awkward.loginCookie = loginCookie;
    awkward.api.rows = { body: [{ name: 'needle-in-the-heap' }] };
    const urls = { authorizationUrl: `${awkward.origin}/authorize`, accessTokenUrl: `${awkward.origin}/token` };
    const client = { clientId: 'designer', clientSecret, hosts: [awkward.host] };

    await newResource(page, { name: 'Code', url: `${awkward.origin}/api/rows`, authorization: 'OAuth' });
    await fillCustom(page, { name: 'awkward by code', ...urls, revocationUrl: `${awkward.origin}/revoke`, ...client });
    // A service that says our secret back to us.
    awkward.nextTokenResponses = [
      { status: 401, body: { error: 'invalid_client', error_description: `no client has ${clientSecret}` } },
    ];
    await pressRequestToken(page);
    await windowsClosed(app);
    expect((await readError(dialog(page))).serviceMessage).toContain('invalid_client');
    await backToFields(page);
    await pressRequestToken(page);
    await windowsClosed(app);
    await authorized(page);
    await readTable(page);
    expect(awkward.cookiesAtLogin).toEqual([undefined, `login=${loginCookie}`]);
    await chooseInConnectionMenu(page, 'awkward by code', 'Renew now');
    await expect.poll(() => awkward.given.length).toBe(2);

    // An API that says our token back to us, when it refuses it.
    const token = awkward.given.at(-1)?.accessToken;
    awkward.api.echo = { status: 403, body: { error: 'forbidden', error_description: `not for ${token}` } };
    await urlField(page).fill(`${awkward.origin}/api/rows?again`);
    await run(page);
    await readTable(page);

    await newResource(page, { name: 'Password', url: `${awkward.origin}/api/rows`, authorization: 'OAuth' });
    await fillCustom(page, {
      name: 'awkward by password',
      accessTokenUrl: urls.accessTokenUrl,
      ...client,
      grant: 'Password',
      username: 'ann',
      password,
    });
    awkward.nextTokenResponses = [
      { status: 400, body: { error: 'invalid_grant', error_description: `${password} is wrong` } },
    ];
    await pressRequestToken(page);
    await readError(dialog(page));
    await backToFields(page);
    await pressRequestToken(page);
    await authorized(page);
    await readTable(page);

    await newResource(page, { name: 'Own', url: `${awkward.origin}/api/rows`, authorization: 'Bearer token' });
    await requestPane(page).getByLabel('Token', { exact: true }).fill(bearer);
    await requestPane(page).getByRole('tab', { name: 'Headers' }).click();
    await requestPane(page).getByRole('button', { name: 'Add header' }).click();
    await requestPane(page).getByLabel('Name of header 1').fill('X-Api-Key');
    await requestPane(page).getByRole('button', { name: 'Header 1 is secret' }).click();
    await requestPane(page).getByLabel('Value of header 1', { exact: true }).fill(header);
    await run(page);
    await readTable(page);
    expect(awkward.apiRequests.at(-1)?.authorization).toBe(`Bearer ${bearer}`);

    await openConnection(page, 'awkward by code');
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await dialog(page).getByRole('button', { name: 'Close settings' }).click();
    await dialogGone(page);
    await openResource(page, 'Code');
    await page.getByRole('button', { name: 'Authorized - Update Token' }).first().click();
    await dialog(page).getByRole('button', { name: 'Cancel', exact: true }).click();
    await previewPane(page).waitFor();
    await ask(page, 'connections.list', {});
    await ask(page, 'resources.list', {});
    await lookAtTheConsole(page);
  }
});

/** All of it went by there. The responses are overheard, the bundle lies among the files. */
async function lookAtTheConsole(page: Page): Promise<void> {
  const { exchanges } = await ask(page, 'console.list', { limit: 2000 });
  expect(new Set(exchanges.map(({ kind }) => kind))).toEqual(new Set(['window', 'token', 'refresh', 'get']));
  for (const { id } of exchanges) {
    await ask(page, 'console.exchange', { id });
    await ask(page, 'console.curl', { id, withToken: false });
  }
  const { path } = await ask(page, 'console.exportBundle', {});
  expect(readFileSync(path ?? '', 'utf8')).toContain('"exchanges"');
}

function filesBelow(folder: string): { path: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    const facts = statSync(join(folder, path), { throwIfNoEntry: false });
    return facts?.isFile() ? [{ path, bytes: readFileSync(join(folder, path)) }] : [];
  });
}
