import type { Locator, Page } from 'playwright-core';

/** The main window as a person uses it: elements are found by role and text. */

const textOf = async (element: Locator): Promise<string> => ((await element.textContent()) ?? '').trim();

const dialog = (page: Page) => page.getByRole('dialog');
const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });

/** Opens the OAuth dialog by the button of the resource. @returns what the button said. */
export async function openDialog(page: Page): Promise<string> {
  const button = page.getByRole('button', { name: /^(Request New Token|Authorized - Update Token)$/ });
  const label = await textOf(button);
  await button.click();
  await dialog(page).getByRole('button', { name: 'Request Token', exact: true }).waitFor();
  return label;
}

export async function choosePreset(page: Page, name: string): Promise<string> {
  await dialog(page)
    .getByRole('button', { name: /^Preset: / })
    .click();
  await page.getByLabel('Search services').fill(name);
  await page.getByRole('option').filter({ hasText: name }).first().click();
  await dialog(page)
    .getByRole('button', { name: `Preset: ${name}` })
    .waitFor();
  return name;
}

/** @returns the preset and the grant that are chosen. */
export async function readDialog(page: Page): Promise<string> {
  const grant = dialog(page).getByRole('radiogroup', { name: 'Grant type' }).getByRole('radio', { checked: true });
  const id = await grant.getAttribute('id');
  const label = await textOf(dialog(page).locator(`label[for="${id}"]`));
  const preset = await dialog(page)
    .getByRole('button', { name: /^Preset: / })
    .getAttribute('aria-label');
  return `${preset}; grant type: ${label}`;
}

export async function typePassword(page: Page, password: string): Promise<string> {
  await dialog(page).getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  return `for ${await dialog(page).getByRole('textbox', { name: 'User name' }).inputValue()}`;
}

export async function requestToken(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Request Token', exact: true }).click();
}

/** @returns the lines of the running list that are done so far, or the current one. */
export async function readProgress(page: Page): Promise<string> {
  const lines = await dialog(page).getByRole('list', { name: 'Progress' }).getByRole('listitem').allInnerTexts();
  return lines.map((line) => line.split('\n').join(', ')).join(' · ');
}

/** @returns the new label of the button, and how long the token lasts. */
export async function authorized(page: Page): Promise<string> {
  await dialog(page).waitFor({ state: 'hidden' });
  const button = page.getByRole('button', { name: 'Authorized - Update Token' });
  await button.waitFor();
  return `"${await textOf(button)}", ${await tokenLine(page)}`;
}

/** `Expires in 10 min, renews by itself` */
export async function tokenLine(page: Page): Promise<string> {
  const line = page.getByText(/^(Expires |Expired|The service gave no expiry time)/);
  await line.first().waitFor();
  return textOf(line.first());
}

export async function expired(page: Page): Promise<string> {
  const line = page.getByText(/^Expired/);
  await line.waitFor({ timeout: 60_000 });
  return textOf(line);
}

/** Changes the URL, so that the response cannot be the previous one, and presses Run. */
export async function runWith(page: Page, url: string): Promise<void> {
  await page.getByLabel('URL', { exact: true }).fill(url);
  await page.getByRole('region', { name: 'Request' }).getByRole('button', { name: 'Run', exact: true }).click();
}

/** @returns the first row by its columns, and the line beside the tabs (`200 OK, 84 ms, 12 KB, 1,204 rows`). */
export async function readTable(page: Page, rows = /[\d,]+ rows/): Promise<string> {
  const facts = preview(page).getByText(rows).locator('..');
  await facts.waitFor();
  const table = preview(page).getByRole('grid');
  const cells = table.getByRole('row').nth(1).getByRole('gridcell');
  // Cells are asked for by block: they are busy until the worker has responded.
  await table.locator('[role=gridcell]:not([aria-busy])').first().waitFor();
  const textsOf = async (texts: Locator) => (await texts.allTextContents()).map((text) => text.trim());
  const head = (await textsOf(table.getByRole('columnheader'))).slice(1, 4);
  const first = (await textsOf(cells)).slice(0, 3);
  const row = head.map((name, index) => `${name} ${first[index] ?? ''}`).join(', ');
  return `${(await textsOf(facts.locator('> span'))).join(', ')}; first row: ${row} …`;
}

/** Creates a resource with the + of the sidebar. */
export async function newResource(page: Page, name: string, url: string): Promise<string> {
  await page.getByRole('navigation').getByRole('button', { name: 'New resource' }).click();
  await page.getByLabel('URL', { exact: true }).fill(url);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByRole('radiogroup', { name: 'Authorization' }).getByText('OAuth', { exact: true }).click();
  return url;
}

export async function openResource(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByText(name, { exact: true }).first().click();
}

export async function setTokenLifetime(page: Page, seconds: number): Promise<string> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  const field = dialog(page).getByLabel('Lifetime of practice tokens, in seconds');
  await field.fill(String(seconds));
  await field.blur();
  const shown = await field.inputValue();
  await dialog(page).getByRole('button', { name: 'Close settings' }).click();
  await dialog(page).waitFor({ state: 'hidden' });
  return `tokens last ${shown}`;
}

export async function chooseTheme(page: Page, theme: 'Light' | 'Dark'): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await dialog(page).getByText(theme, { exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Close settings' }).click();
  await dialog(page).waitFor({ state: 'hidden' });
}
