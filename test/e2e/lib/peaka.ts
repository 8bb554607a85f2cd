// The practice Peaka: its own page as its operator sees it, and the dialogs that make connections there.
import type { Browser, Locator, Page } from 'playwright';
import { dialog } from './dialog.ts';
import { visibleText } from './window.ts';

/** Its page, in a browser that is not the app's. */
async function onPeakasPage<Result>(
  browser: Browser,
  origin: string,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ locale: 'en-US' });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/peaka/`);
    return await use(page);
  } finally {
    await context.close();
  }
}

const connectionAt = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });

/** What the practice Peaka says after it has used the connection: `7 rows were read.` */
export const askPeaka = (
  browser: Browser,
  origin: string,
  name: string,
  action: 'Read data' | 'Renew token',
): Promise<string> =>
  onPeakasPage(browser, origin, async (page) => {
    await connectionAt(page, name).getByRole('button', { name: action, exact: true }).click();
    const said = connectionAt(page, name).getByRole('status').or(connectionAt(page, name).getByRole('alert'));
    return visibleText(said);
  });

/** Everything that the practice Peaka shows of its projects. */
export const shownAtPeaka = (browser: Browser, origin: string): Promise<string> =>
  onPeakasPage(browser, origin, (page) => visibleText(page.getByRole('main')));

/** Chooses in a list that a button opens. `label`: with or without what is chosen. */
export async function pick(scope: Locator, label: string, value: string): Promise<void> {
  await scope.getByRole('button', { name: new RegExp(`^${label}(: .*)?$`) }).click();
  await scope.page().getByRole('option').filter({ hasText: value }).first().click();
}

/** From the first dialog about Peaka: an account at the practice Peaka, with its project. */
export async function addPracticeAccount(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Use the practice Peaka', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Choose it in the account…', exact: true }).click();
  const account = page.getByRole('dialog', { name: 'Edit Peaka account' });
  await pick(account, 'Workspace', 'Stuttgart');
  await pick(account, 'Project', 'Shop floor');
  await account.getByRole('button', { name: 'Save', exact: true }).click();
  await account.waitFor({ state: 'hidden' });
}
