// The dialog for services that are not ours: what a user does who has an issuer, or the URLs of a documentation.
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright';
import { findBrowser } from '../../../app/platform/browser/find-browser.ts';
import type { RunningTestApp } from '../app.ts';
import { dialog, dialogOpen, field, openMore, openSection } from './dialog.ts';
import { windowsClosed } from './login.ts';
import { choose, requestButton } from './window.ts';

/** Opens the dialog and has the issuer fill in what it says of itself. */
export async function fillFromIssuer(page: Page, issuer: string): Promise<void> {
  await requestButton(page).click();
  await dialogOpen(page);
  await field(page, 'Issuer').fill(issuer);
  await dialog(page).getByRole('button', { name: 'Fill in', exact: true }).click();
  await dialog(page)
    .getByText(/^Filled in from /)
    .waitFor();
}

/** An empty secret is left out: a public client has no such field. */
export async function fillClient(page: Page, client: { clientId: string; clientSecret: string }): Promise<void> {
  await field(page, 'Client ID').fill(client.clientId);
  if (client.clientSecret !== '') await field(page, 'Client secret').fill(client.clientSecret);
}

export async function addScopes(page: Page, scopes: string[]): Promise<void> {
  const input = dialog(page).getByRole('textbox', { name: 'Scopes' });
  for (const scope of scopes) await input.pressSequentially(`${scope} `);
}

export async function nameIt(page: Page, name: string): Promise<void> {
  await openMore(page);
  await field(page, 'Name').fill(name);
}

export async function chooseResponseMode(page: Page, mode: 'Query' | 'Fragment' | 'Form post'): Promise<void> {
  await openSection(page, 'Login window');
  await choose(dialog(page), 'Response', mode);
}

export async function chooseSystemBrowser(page: Page): Promise<void> {
  await openSection(page, 'Login window');
  await choose(dialog(page), 'Login window', 'Your browser');
}

export async function chooseRareGrant(page: Page, grant: 'Client credentials' | 'Device code'): Promise<void> {
  await dialog(page).getByRole('button', { name: 'More grants' }).click();
  await page.getByRole('menuitem', { name: grant }).click();
}

/** What the service leaves out unless it is asked (OIDC Core §11): adds `prompt=consent`. */
export async function askForConsent(page: Page): Promise<void> {
  await openSection(page, 'Extra parameters and headers');
  const label = 'Extra parameters for the authorization URL';
  await dialog(page)
    .getByRole('button', { name: `${label}: add` })
    .click();
  await field(page, `${label}: name 1`).fill('prompt');
  await field(page, `${label}: value 1`).fill('consent');
}

/** oidc-provider's own pages: any name and password will do, then the consent. */
export async function logInAtOidcProvider(page: Page): Promise<void> {
  await page.locator('input[name=login]').fill('ann');
  await page.locator('input[name=password]').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await consentAtOidcProvider(page);
}

export const consentAtOidcProvider = (page: Page): Promise<void> => leaveBy(page, 'Continue');

/** The page of the oauthlib provider. */
export async function logInAtOauthlib(page: Page): Promise<void> {
  await page.getByLabel('User name').fill('ann');
  await page.getByLabel('Password').fill('practice');
  await leaveBy(page, 'Share');
}

/** A button that ends the login: its window may be gone before the click has been reported. */
async function leaveBy(page: Page, button: string): Promise<void> {
  await page
    .getByRole('button', { name: button })
    .click()
    .catch((error: unknown) => {
      if (!page.isClosed()) throw error;
    });
}

/** The whole login in the app's own window. */
export async function inPopup(app: RunningTestApp, logIn: (popup: Page) => Promise<void>): Promise<void> {
  await logIn(await app.nextPopup());
  await windowsClosed(app);
}

/** A browser of its own, as the system's would be. */
export async function startSystemBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined || !existsSync(executablePath)) throw new Error('there is no browser here');
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/** The URL that the app gave to the system's browser, once it did. `known`: how many it gave before. */
export async function openedUrl(app: RunningTestApp, known: number): Promise<string> {
  for (;;) {
    const url = (await app.opened())[known];
    if (url !== undefined) return url;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
