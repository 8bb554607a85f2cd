import type { Browser, Page } from 'playwright-core';
import { finishLogin, openedLogin } from './login.ts';
import * as peaka from './peaka.ts';
import type { Report } from './report.ts';
import * as window from './window.ts';

/** From an empty app to data by each of the three grants, to two connections at Peaka, and through an expiry. */
export async function demonstrate(browser: Browser, page: Page, report: Report): Promise<void> {
  const { step, picture, heading } = report;
  page.setDefaultTimeout(30_000);

  const logInInWindow = async (name: string, progress: () => Promise<string>) => {
    let login: Page | undefined;
    await step('The authorization window opens', async () => {
      login = await openedLogin(browser, page);
      await login.getByRole('heading').first().waitFor();
      return `"${await login.title()}", and the dialog shows: ${await progress()}`;
    });
    if (login === undefined) return;
    const opened = login;
    await picture(opened, `${name}-login`);
    await step('Log in and agree; the window closes by itself', () =>
      finishLogin(browser, page, opened, (consentPage) => picture(consentPage, `${name}-consent`)),
    );
  };
  /** Request Token, the login in its window, the new label, the data. */
  const logIn = async (name: string, hasWindow: boolean) => {
    await step('Press Request Token', async () => {
      await window.requestToken(page);
      return '';
    });
    if (hasWindow) await logInInWindow(name, () => window.readProgress(page));
    await step('The button changes', () => window.authorized(page));
    await step('The preview shows rows', () => window.readTable(page));
    await picture(page, `${name}-data`);
  };

  heading('Authorization code');
  await step('See the empty page', async () => {
    await page.getByRole('heading', { name: 'Which service?' }).waitFor();
    return 'Which service?';
  });
  await picture(page, 'empty');
  await step('Press Try the practice service', async () => {
    await page.getByRole('button', { name: 'Try the practice service' }).click();
    const url = page.getByLabel('URL', { exact: true });
    await url.waitFor();
    return `a resource at ${await url.inputValue()}`;
  });
  const origin = new URL(await page.getByLabel('URL', { exact: true }).inputValue()).origin;
  await step('Open the OAuth dialog', () => window.openDialog(page));
  await step('Read it', () => window.readDialog(page));
  await picture(page, 'authorization-code-dialog');
  await logIn('authorization-code', true);

  heading('Password');
  await step('Make a resource', () => window.newResource(page, 'Stock', `${origin}/api/inventory`));
  await step('Open the OAuth dialog', () => window.openDialog(page));
  await step('Choose the preset', () => window.choosePreset(page, 'Practice service with a password'));
  await step('Type the password', () => window.typePassword(page, 'open-sesame'));
  await picture(page, 'password-dialog');
  await logIn('password', false);

  heading('OAuth1');
  await step('Make a resource', () => window.newResource(page, 'Signed sales', `${origin}/api/sales`));
  await step('Open the OAuth dialog', () => window.openDialog(page));
  await step('Choose the preset', () => window.choosePreset(page, 'Practice service with OAuth1'));
  await picture(page, 'oauth1-dialog');
  await logIn('oauth1', true);

  heading('Peaka: hand a connection over');
  await step('Choose Use in Peaka… on the page of the connection', () => peaka.openHandOver(page, 'Practice service'));
  await step('Use the practice Peaka', () => peaka.addPracticeAccount(page));
  await step('Choose the type, and that each side renews its own tokens', () => peaka.fillHandOver(page, 'Sales'));
  await picture(page, 'hand-over-dialog');
  await step('Press Create connection', async () => {
    await peaka.createConnection(page);
    return '';
  });
  await logInInWindow('hand-over', () => window.readProgress(page));
  await step('Peaka has it', () => peaka.handedOver(page, 'Sales'));
  await picture(page, 'handed-over');
  const readAtPeaka = (name: string) =>
    step('On its own page, Peaka renews its token and reads data', () =>
      peaka.readAtPeaka(browser, origin, { name, action: 'Renew token' }, (itsPage) => picture(itsPage, 'peaka-reads')),
    );
  await readAtPeaka('Sales');

  heading('Peaka: log in through Peaka');
  await step('Choose Through Peaka in the dialog of a new connection', () => peaka.openThroughPeaka(page));
  await picture(page, 'through-peaka-types');
  await step('Choose a type and whose app it is', () => peaka.fillLogin(page, 'Revenue'));
  await picture(page, 'through-peaka-dialog');
  await step('Press Log in', async () => {
    await peaka.logInThroughPeaka(page);
    return '';
  });
  await logInInWindow('through-peaka', () => window.readProgress(page));
  await step('The connection is in the list of the account', () => peaka.madeThroughPeaka(page, 'Revenue'));
  await picture(page, 'made-through-peaka');
  await readAtPeaka('Revenue');

  heading('A token expires');
  await step('Make practice tokens short', () => window.setTokenLifetime(page, 3));
  await step('Go back to the first resource', async () => {
    await window.openResource(page, 'Sales by day');
    return window.tokenLine(page);
  });
  await step('Open the OAuth dialog again', () => window.openDialog(page));
  await logIn('update', true);
  await step('Wait until the token has expired', () => window.expired(page));
  await picture(page, 'expired');
  await step('Ask for other rows: the token is renewed first', async () => {
    await window.runWith(page, `${origin}/api/sales?limit=12`);
    return window.readTable(page, /^12 rows$/);
  });
  await step('The token is a new one, short-lived too', () => window.tokenLine(page));
  await window.chooseTheme(page, 'Dark');
  await picture(page, 'renewed-dark');
}
