import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { de } from '../../app/shared/messages/de/index.ts';
import { en } from '../../app/shared/messages/en/index.ts';

const limitMs = 30_000;

/** The texts of the practice service's pages, in any language: the pages follow the browser, not the app. */
const oneOf = (id: keyof typeof en): RegExp => new RegExp(`^(?:${en[id]}|${de[id]})$`);
const words = {
  logIn: oneOf('practice.page.login'),
  username: oneOf('practice.page.userName'),
  password: oneOf('practice.page.password'),
  allow: oneOf('practice.page.consent.allow'),
};

/** Authorization windows are pages of other contexts than the app's own. */
const loginPages = (browser: Browser, mainPage: Page): Page[] =>
  browser
    .contexts()
    .flatMap((context) => context.pages())
    .filter((page) => page.context() !== mainPage.context());

const isBlank = (url: string) => ['', ':', 'about:blank'].includes(url);

async function until<Value>(what: string, look: () => Value | undefined): Promise<Value> {
  const end = performance.now() + limitMs;
  for (;;) {
    const value = look();
    if (value !== undefined) return value;
    if (performance.now() > end) throw new Error(`${what}: not seen within ${limitMs / 1000} s`);
    await sleep(25);
  }
}

export const openedLogin = (browser: Browser, mainPage: Page): Promise<Page> =>
  // A blank window opens the login window and closes again: only a window with a document is the login.
  until('the authorization window', () => loginPages(browser, mainPage).find((page) => !isBlank(page.url())));

/**
 * Goes through whatever the service shows: a login, a consent, or nothing where it still knows the person.
 * @returns what was seen, once the window has closed by itself.
 */
export async function finishLogin(
  browser: Browser,
  mainPage: Page,
  page: Page,
  onConsent: (page: Page) => Promise<void>,
): Promise<string> {
  const seen: string[] = [];
  const logInButton = page.getByRole('button', { name: words.logIn });
  const allowButton = page.getByRole('button', { name: words.allow });
  const isThere = async (button: Locator) => !page.isClosed() && (await button.isVisible());
  await logInButton.or(allowButton).waitFor().catch(whenClosed(page));
  if (await isThere(logInButton)) {
    seen.push(`logged in as ${await logIn(page)}`);
    await allowButton.waitFor().catch(whenClosed(page));
  }
  if (await isThere(allowButton)) {
    await onConsent(page);
    seen.push(`allowed: ${await consent(page)}`);
  }
  await until('the closing of the authorization window', () =>
    loginPages(browser, mainPage).length === 0 ? true : undefined,
  );
  return [...seen, 'window closed'].join(', ');
}

/** A closed page ends every wait on it. This is how a successful login ends. */
const whenClosed = (page: Page) => (error: unknown) => {
  if (!page.isClosed()) throw error;
};

/** Types what the page itself shows, as a person would. @returns the name that was logged in. */
async function logIn(page: Page): Promise<string> {
  const [username, password] = await page.getByRole('definition').allTextContents();
  if (username === undefined || password === undefined) throw new Error('The login page shows no account.');
  await page.getByLabel(words.username).fill(username);
  await page.getByLabel(words.password).fill(password);
  await page.getByRole('button', { name: words.logIn }).click();
  return username;
}

/** @returns what was agreed to. */
async function consent(page: Page): Promise<string> {
  const scopes = await page.locator('.scopes strong').allTextContents();
  await page.getByRole('button', { name: words.allow }).click().catch(whenClosed(page));
  return scopes.length > 0 ? scopes.join(', ') : 'access';
}
