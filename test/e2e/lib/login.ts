// The practice service's pages in an authorization window.
import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import type { RunningTestApp } from '../app.ts';

export interface Person {
  username: string;
  password: string;
}
export const ann: Person = { username: 'ann', password: 'open-sesame' };
export const ben: Person = { username: 'ben', password: 'open-sesame' };

export const logInButton = (popup: Page): Locator => popup.getByRole('button', { name: 'Log in', exact: true });
export const allowButton = (popup: Page): Locator => popup.getByRole('button', { name: 'Allow', exact: true });
const denyButton = (popup: Page): Locator => popup.getByRole('button', { name: 'Deny', exact: true });

export async function fillLogin(popup: Page, { username, password }: Person): Promise<void> {
  await popup.getByLabel('User name', { exact: true }).fill(username);
  await popup.getByLabel('Password', { exact: true }).fill(password);
}

/** From the login page to the consent page; straight there where the service still knows the person. */
export async function logIn(popup: Page, person: Person = ann): Promise<void> {
  await logInButton(popup).or(allowButton(popup)).waitFor();
  if (await logInButton(popup).isVisible()) {
    await fillLogin(popup, person);
    await logInButton(popup).click();
  }
  await allowButton(popup).waitFor();
}

export const allow = (popup: Page): Promise<void> => clickThatCloses(popup, allowButton(popup));
export const deny = (popup: Page): Promise<void> => clickThatCloses(popup, denyButton(popup));

/** The window may be gone before the click has been reported. */
async function clickThatCloses(popup: Page, button: Locator): Promise<void> {
  await button.click().catch((error: unknown) => {
    if (!popup.isClosed()) throw error;
  });
}

/** Waits until the app has closed every authorization window by itself. */
export async function windowsClosed(app: RunningTestApp): Promise<void> {
  await expect.poll(() => app.popups().length).toBe(0);
}

/** The whole login in the window that opens. */
export async function finishLogin(app: RunningTestApp, person: Person = ann): Promise<void> {
  const popup = await app.nextPopup();
  await logIn(popup, person);
  await allow(popup);
  await windowsClosed(app);
}
