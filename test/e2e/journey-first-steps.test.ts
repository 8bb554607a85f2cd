import { describe, expect, it } from 'vitest';
import { platformsHere } from './app.ts';
import { accessTokenOf } from './lib/bridge.ts';
import {
  backToFields,
  dialog,
  dialogGone,
  dialogOpen,
  field,
  openDialog,
  openSection,
  pressRequestToken,
  progressLines,
} from './lib/dialog.ts';
import { allow, allowButton, ben, deny, fillLogin, logIn, logInButton, windowsClosed } from './lib/login.ts';
import { authorized, tryPractice } from './lib/practice.ts';
import { useApp } from './lib/use-app.ts';
import {
  authorizedButton,
  chooseInConnectionMenu,
  connectionRow,
  previewPane,
  readError,
  readTable,
  resourceRow,
  run,
  stateOf,
  tokenLine,
  urlField,
} from './lib/window.ts';

const connection = 'Practice service';

describe.each(platformsHere())('a new user on the %s platform', (kind) => {
  const shared = useApp(kind);

  it('goes from the empty window through login and consent to data', async () => {
    const { app, page } = shared;
    await page.getByRole('heading', { name: 'Which service?' }).waitFor();
    await tryPractice(page);
    await previewPane(page).getByText('Authorize to see the data here').waitFor();

    expect(await openDialog(page)).toBe('Request New Token');
    await dialog(page)
      .getByRole('button', { name: `Preset: ${connection}`, exact: true })
      .waitFor();
    await pressRequestToken(page);
    const popup = await app.nextPopup();
    await logInButton(popup).waitFor();
    await expect
      .poll(() => progressLines(page))
      .toEqual([
        'Window opened, done',
        'Waiting for you to log in, in progress',
        expect.stringContaining('Code received'),
        expect.stringContaining('Token received'),
      ]);
    await logIn(popup);
    expect(await popup.getByRole('listitem').allInnerTexts()).toContainEqual(expect.stringContaining('See sales'));
    await allow(popup);
    await windowsClosed(app);

    await authorized(page);
    const { head, rows, facts } = await readTable(page);
    expect(head).toContain('day');
    expect(rows[0]?.length).toBe(head.length);
    expect(facts).toMatch(/^200 OK.* rows$/);
    expect(await tokenLine(page)).toMatch(/^Expires in (1 hr|\d+ min), renews by itself$/);
    await expect.poll(() => stateOf(resourceRow(page, 'Sales by day'))).toBe('works');
    await expect.poll(() => stateOf(connectionRow(page, connection))).toBe('authorized');
  });

  it('keeps the token while an update is cancelled in the dialog [24]', async () => {
    const { app, page } = shared;
    const before = await accessTokenOf(page, connection);
    expect(await openDialog(page)).toBe('Authorized - Update Token');
    await dialog(page).getByText('The current token works until the new one replaces it').waitFor();
    await pressRequestToken(page);
    await logInOrConsentShown(await app.nextPopup());
    await dialog(page).getByRole('button', { name: 'Cancel', exact: true }).click();
    await windowsClosed(app);
    await dialogOpen(page);
    await stillRuns(before);
  });

  it('keeps the token when the login window is closed by hand [24]', async () => {
    const { app, page } = shared;
    const before = await accessTokenOf(page, connection);
    await openDialog(page);
    await pressRequestToken(page);
    const popup = await app.nextPopup();
    await logInOrConsentShown(popup);
    await popup.close();
    const error = await readError(dialog(page));
    expect(error.text).toContain('window.closed');
    expect(error.buttons.length).toBeGreaterThan(0);
    await backToFields(page);
    await stillRuns(before);
  });

  it('says what a denied consent means and keeps the token [18]', async () => {
    const { app, page } = shared;
    const before = await accessTokenOf(page, connection);
    await openDialog(page);
    await pressRequestToken(page);
    const popup = await app.nextPopup();
    await logIn(popup);
    await deny(popup);
    await windowsClosed(app);
    const error = await readError(dialog(page));
    expect(error.serviceMessage).toContain('access_denied');
    expect(error.serviceMessage).toContain('The user denied the access.');
    expect(error.text).toContain('callback.');
    expect(error.buttons.length).toBeGreaterThan(0);
    await backToFields(page);
    await stillRuns(before);
  });

  it('replaces the token when an update succeeds, as somebody else [2]', async () => {
    const { app, page } = shared;
    const before = await accessTokenOf(page, connection);
    await openDialog(page);
    await openSection(page, 'Login window');
    await field(page, 'Log in as someone else').check();
    await pressRequestToken(page);
    const popup = await app.nextPopup();
    // A fresh session: the service does not know ann any more.
    await logInButton(popup).waitFor();
    await logIn(popup, ben);
    await popup.getByText('ben@example.org').waitFor();
    await allow(popup);
    await windowsClosed(app);
    await authorized(page);
    await readTable(page);
    expect(await accessTokenOf(page, connection)).not.toBe(before);
  });

  it('logs in by a single-sign-on window that the login opens [4]', async () => {
    const { app, page } = shared;
    await openDialog(page);
    await openSection(page, 'Login window');
    await field(page, 'Log in as someone else').check();
    await pressRequestToken(page);
    const popup = await app.nextPopup();
    await popup.getByRole('link', { name: 'Log in with Practice SSO' }).click();
    await expect.poll(() => app.popups().length).toBe(2);
    const child = app.popups().find((found) => found !== popup);
    if (child === undefined) throw new Error('there is no child window');
    await child.getByRole('heading', { name: 'Practice SSO' }).waitFor();
    await fillLogin(child, { username: 'ann', password: 'open-sesame' });
    await child
      .getByRole('button', { name: 'Continue', exact: true })
      .click()
      .catch((error: unknown) => {
        if (!child.isClosed()) throw error;
      });
    await allowButton(popup).waitFor();
    await popup.getByText('ann@example.org').waitFor();
    await allow(popup);
    await windowsClosed(app);
    await authorized(page);
  });

  it('removes the authorization, and says that the service revoked it [33]', async () => {
    const { page } = shared;
    const token = await accessTokenOf(page, connection);
    await chooseInConnectionMenu(page, connection, 'Remove authorization…');
    await dialog(page).getByRole('button', { name: 'Remove authorization', exact: true }).click();
    await page.getByText('The token was removed here and revoked at the service.').waitFor();
    await page.getByRole('button', { name: 'Request New Token' }).first().waitFor();
    const response = await fetch(await urlField(page).inputValue(), { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(401);
  });

  /** Closes the dialog; the resource responds with the token that it had. */
  async function stillRuns(token: string): Promise<void> {
    const { page } = shared;
    await dialog(page).getByRole('button', { name: 'Cancel', exact: true }).click();
    await dialogGone(page);
    await authorizedButton(page).waitFor();
    expect(await accessTokenOf(page, connection)).toBe(token);
    await run(page);
    expect((await readTable(page)).facts).toMatch(/^200 OK/);
  }
});

const logInOrConsentShown = (popup: import('playwright').Page): Promise<void> =>
  logInButton(popup).or(allowButton(popup)).waitFor();
