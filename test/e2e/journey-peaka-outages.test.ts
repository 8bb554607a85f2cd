// Peaka is away, loses a response, or someone plays its callback: what the user sees, and what is sent later.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type PeakaGate, startPeakaGate } from '../integration/core/peaka-gate.ts';
import { platformsHere, type RunningTestApp, startApp } from './app.ts';
import { accessTokenOf, ask, connectionNamed } from './lib/bridge.ts';
import { dialog, dialogGone } from './lib/dialog.ts';
import { allow, logIn, logInButton, windowsClosed } from './lib/login.ts';
import { pick } from './lib/peaka.ts';
import { authorize, tryPractice } from './lib/practice.ts';
import { takePictures, testKey } from './lib/use-app.ts';
import { openConnection, openResource, readError, run } from './lib/window.ts';

const connection = 'Practice service';
/** One that the practice service knows. */
const ownCallback = 'https://www.peakboard.com/oauth2-callback/';

const practiceState = z.object({ peaka: z.object({ projectKey: z.string() }) });
const card = (page: Page, name: string): Locator => page.getByRole('article', { name, exact: true });
const renewNow = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Renew now', exact: true }).click();

async function search(page: Page, typed: string, option: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: /^Search resources/ }).fill(typed);
  await page.getByRole('option', { name: option }).click();
}

describe.each(platformsHere())('a Peaka that is not there, on the %s platform', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'tokenboard-peaka-'));
  let app: RunningTestApp;
  let gate: PeakaGate;

  const start = async (): Promise<void> => {
    app = await startApp(kind, { dataFolder: folder, environment: { TOKENBOARD_KEY: testKey } });
    app.mainPage.setDefaultTimeout(30_000);
  };
  beforeAll(async () => {
    await start();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await takePictures(app, `${kind} ${task.name}`);
  });
  afterAll(async () => {
    await app?.close();
    await gate?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Behind the gate, as an installation of one’s own. Its key knows the project. */
  async function addAccount(page: Page, origin: string): Promise<void> {
    const text = readFileSync(join(folder, 'practice-state.json'), 'utf8');
    const { projectKey } = practiceState.parse(JSON.parse(text)).peaka;
    await search(page, 'Peaka account', 'Add a Peaka account');
    await dialog(page).getByText('Own domain', { exact: true }).click();
    await dialog(page).getByLabel('Base URL', { exact: true }).fill(gate.baseUrl);
    await dialog(page).getByLabel('Peaka’s callback URL', { exact: true }).fill(`${origin}/peaka/oauth2/callback`);
    await dialog(page).getByLabel('API key', { exact: true }).fill(projectKey);
    await dialog(page).getByRole('button', { name: 'Check', exact: true }).click();
    await dialog(page)
      .getByText(/^Project key/)
      .waitFor();
    await dialog(page).getByRole('button', { name: 'Save', exact: true }).click();
    await dialogGone(page);
  }

  it('gets a new token later, also over a restart of the app [29]', async () => {
    const origin = await tryPractice(app.mainPage);
    await authorize(app);
    gate = await startPeakaGate({ origin });
    await addAccount(app.mainPage, origin);
    await openConnection(app.mainPage, connection);
    const more = app.mainPage.getByRole('main').getByRole('button', { name: `More for ${connection}`, exact: true });
    await more.click();
    await app.mainPage.getByRole('menuitem', { name: 'Use in Peaka…', exact: true }).click();
    await pick(dialog(app.mainPage), 'Type at Peaka', 'Practice Sales');
    await dialog(app.mainPage).getByLabel('Name at Peaka', { exact: true }).fill('Sales later');
    await dialog(app.mainPage).getByRole('radio', { name: 'Tokenboard renews and updates Peaka' }).check();
    await dialog(app.mainPage).getByRole('button', { name: 'Create connection', exact: true }).click();
    await dialogGone(app.mainPage);
    await card(app.mainPage, 'Sales later').getByText('Peaka received the values').waitFor();

    gate.state = 503;
    await renewNow(app.mainPage);
    await card(app.mainPage, 'Sales later').getByText('Update waiting').waitFor();
    const token = await accessTokenOf(app.mainPage, connection);
    await app.close({ keepData: true });
    const tried = gate.sent('PUT').length;
    expect(tried).toBeGreaterThan(0);
    gate.state = 'open';
    await start();
    // The practice service starts when it is used, and the practice Peaka is a part of it.
    await openResource(app.mainPage, 'Sales by day');
    await run(app.mainPage);
    await expect.poll(() => gate.sent('PUT').length).toBeGreaterThan(tried);
    expect(gate.sent('PUT').at(-1)?.credential).toMatchObject({ accessToken: token });
    await openConnection(app.mainPage, connection);
    await card(app.mainPage, 'Sales later').getByText('Peaka received the values').waitFor();
  });

  async function openLogin(name: string): Promise<Page> {
    const page = app.mainPage;
    await search(page, 'through Peaka', 'New connection through Peaka');
    await dialog(page).getByRole('option').filter({ hasText: 'Practice Sales' }).click();
    await dialog(page).getByLabel('Name at Peaka', { exact: true }).fill(name);
    return page;
  }

  /** What the dialog says is left at Peaka. */
  const unfinished = (page: Page) => dialog(page).getByRole('region', { name: 'What is left at Peaka' });

  async function deleteUnfinished(page: Page): Promise<void> {
    await unfinished(page).getByRole('button', { name: 'Delete the unfinished connection at Peaka' }).click();
    await unfinished(page).waitFor({ state: 'detached' });
    await dialog(page).getByRole('button', { name: 'Close', exact: true }).click();
    await dialogGone(page);
  }

  it('does not end the login of another connection [54]', async () => {
    const page = await openLogin('Sales of another');
    await dialog(page).getByRole('button', { name: 'Log in', exact: true }).click();
    const popup = await app.nextPopup();
    await logInButton(popup).waitFor();
    const { connectionCallback } = z.object({ connectionCallback: z.string() }).parse(gate.sent('POST').at(-1));
    await popup.evaluate((url) => {
      location.href = url;
    }, `${connectionCallback}?connectionId=someone-elses&status=success`);
    await windowsClosed(app);
    expect((await readError(dialog(page))).text).toContain('peaka.wrong_connection');
    await deleteUnfinished(page);
  });

  it('says that the time for the login is over, and what is left of it', async () => {
    const { mainPage } = app;
    await mainPage.getByRole('button', { name: 'Settings', exact: true }).click();
    const limit = dialog(mainPage).getByLabel('Wait for a login, in seconds');
    // The shortest.
    await limit.fill('30');
    await limit.press('Tab');
    await dialog(mainPage).getByRole('button', { name: 'Close settings' }).click();
    await dialogGone(mainPage);
    const page = await openLogin('Sales too late');
    await dialog(page).getByRole('button', { name: 'Log in', exact: true }).click();
    await logInButton(await app.nextPopup()).waitFor();
    await expect.poll(() => app.popups().length, { timeout: 60_000 }).toBe(0);
    expect((await readError(dialog(page))).text).toContain('window.timeout');
    await unfinished(page).getByText('Peaka has the unfinished connection “Sales too late”.').waitFor();
    await deleteUnfinished(page);
  });

  it('says that a response was lost after the consent, and sends nothing twice by itself [44]', async () => {
    const { connection: own } = await connectionNamed(app.mainPage, connection);
    const { value } = await ask(app.mainPage, 'secrets.reveal', { owner: own.id, name: 'clientSecret' });
    const page = await openLogin('Sales lost');
    await dialog(page).getByRole('radio', { name: 'My own app' }).check();
    await dialog(page).getByRole('radio', { name: 'My address, and Peaka stays out of the browser' }).check();
    await dialog(page).getByLabel('Your callback URL').fill(ownCallback);
    await dialog(page).getByLabel('Client ID', { exact: true }).fill(own.clientId);
    await dialog(page).getByLabel('Client secret', { exact: true }).fill(value);
    await dialog(page).getByRole('button', { name: 'Log in', exact: true }).click();
    const popup = await app.nextPopup();
    await logIn(popup);
    const posted = gate.sent('POST').length;
    gate.state = 'lost';
    await allow(popup);
    await windowsClosed(app);
    expect((await readError(dialog(page))).text).toContain('peaka.result_unknown');
    expect(gate.sent('POST')).toHaveLength(posted + 1);
    gate.state = 'open';
    await deleteUnfinished(page);
  });
});
