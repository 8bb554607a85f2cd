import type { Browser, Locator, Page } from 'playwright-core';

/** The dialogs about Peaka, and the practice Peaka's own page, as a person uses them. */

const textOf = async (element: Locator): Promise<string> => ((await element.textContent()) ?? '').trim();
const dialog = (page: Page) => page.getByRole('dialog');
const project = { workspace: 'Stuttgart', name: 'Shop floor' };

/** Chooses in a list that a button opens. `label`: of the button, with or without what is chosen. */
async function pick(scope: Locator, label: string, value: string): Promise<void> {
  await scope.getByRole('button', { name: new RegExp(`^${label}(: .*)?$`) }).click();
  await scope.page().getByRole('option').filter({ hasText: value }).first().click();
}

/** From the page of a connection. */
export async function openHandOver(page: Page, connection: string): Promise<string> {
  await page.getByRole('navigation').getByText(connection, { exact: true }).first().click();
  const menu = page.getByRole('main').getByRole('button', { name: `More for ${connection}`, exact: true });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Use in Peaka…', exact: true }).click();
  const opened = page.getByRole('dialog', { name: `Use “${connection}” in Peaka` });
  await opened.waitFor();
  return `Use “${connection}” in Peaka`;
}

/** An account at the practice Peaka, which needs no key, and its project. */
export async function addPracticeAccount(page: Page): Promise<string> {
  await dialog(page).getByRole('button', { name: 'Use the practice Peaka', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Choose it in the account…', exact: true }).click();
  const account = page.getByRole('dialog', { name: 'Edit Peaka account' });
  await pick(account, 'Workspace', project.workspace);
  await pick(account, 'Project', project.name);
  await account.getByRole('button', { name: 'Save', exact: true }).click();
  await account.waitFor({ state: 'hidden' });
  return `project ${project.name}`;
}

/** @returns what goes to Peaka. */
export async function fillHandOver(page: Page, name: string): Promise<string> {
  await pick(dialog(page), 'Type at Peaka', 'Practice Sales');
  await dialog(page).getByLabel('Name at Peaka', { exact: true }).fill(name);
  await dialog(page).getByRole('radio', { name: 'Log in once more, for Peaka alone' }).check();
  const values = dialog(page).getByRole('region', { name: 'Peaka receives these values' }).getByRole('listitem');
  return `Peaka receives ${(await values.allInnerTexts()).join(', ')}`;
}

export async function createConnection(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Create connection', exact: true }).click();
}

/** @returns what the page of the connection says of the one at Peaka. */
export async function handedOver(page: Page, name: string): Promise<string> {
  await dialog(page).waitFor({ state: 'hidden' });
  const received = page.getByRole('article', { name, exact: true }).getByText('Peaka received the values');
  await received.waitFor();
  return textOf(received);
}

/** From the dialog of a new connection. The account is there already. */
export async function openThroughPeaka(page: Page): Promise<string> {
  await page.getByRole('navigation').getByRole('button', { name: 'New connection', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Through Peaka instead…', exact: true }).click();
  await page.getByRole('dialog', { name: 'New connection through Peaka' }).waitFor();
  const types = dialog(page).getByRole('listbox', { name: 'Types of connections' }).getByRole('option');
  await types.first().waitFor();
  return `${await types.count()} types`;
}

/** A type with a login, by Peaka's app. @returns the way that is chosen. */
export async function fillLogin(page: Page, name: string): Promise<string> {
  await dialog(page).getByRole('option').filter({ hasText: 'Practice Sales' }).click();
  await dialog(page).getByLabel('Name at Peaka', { exact: true }).fill(name);
  const app = dialog(page).getByRole('radio', { name: 'Peaka’s app' });
  await app.check();
  return 'Whose app? Peaka’s app';
}

export async function logInThroughPeaka(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Log in', exact: true }).click();
}

/** @returns what the page of the account says of the new connection. */
export async function madeThroughPeaka(page: Page, name: string): Promise<string> {
  await dialog(page).waitFor({ state: 'hidden' });
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: name });
  await row.first().waitFor();
  const [shown = ''] = await row.allInnerTexts();
  return shown.replaceAll(/\s*\n\s*/g, ', ');
}

/** Reads with the connection on Peaka's own page, in a window of its own. @returns what Peaka says. */
export async function readAtPeaka(
  browser: Browser,
  origin: string,
  { name, action }: { name: string; action: 'Read data' | 'Renew token' },
  onRead: (page: Page) => Promise<void>,
): Promise<string> {
  const context = await browser.newContext({ locale: 'en-US' });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/peaka/`);
    const connection = page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
    await connection.getByRole('button', { name: action, exact: true }).click();
    const said = await textOf(connection.getByRole('status').or(connection.getByRole('alert')));
    if (!/rows were read\.$/.test(said)) throw new Error(`The practice Peaka says: ${said}`);
    await onRead(page);
    return said;
  } finally {
    await context.close();
  }
}
