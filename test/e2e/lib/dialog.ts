// The OAuth dialog, by its labels.
import type { Locator, Page } from 'playwright';
import { requestButton, visibleText } from './window.ts';

export const dialog = (page: Page): Locator => page.getByRole('dialog');
/** Password is a grant too: the radio button is not the field. */
export const field = (page: Page, label: string): Locator =>
  dialog(page).getByLabel(label, { exact: true }).and(page.locator(':not([type=radio])'));

/** Opens it by the button of the resource or connection that is shown. @returns what the button said. */
export async function openDialog(page: Page): Promise<string> {
  const button = requestButton(page);
  const label = await visibleText(button);
  await button.click();
  await dialogOpen(page);
  return label;
}

export const dialogOpen = (page: Page): Promise<void> =>
  dialog(page)
    .getByRole('button', { name: /^(Request Token|Use This Token|Save and Sign)$/ })
    .waitFor();
/** Cancels, and confirms that what was typed is lost. */
export async function cancelWhatWasTyped(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Cancel', exact: true }).click();
  const confirmation = page.getByRole('dialog', { name: 'Close without saving?' });
  await confirmation.getByRole('button', { name: 'Close without saving', exact: true }).click();
  await confirmation.waitFor({ state: 'hidden' });
  await dialogGone(page);
}
export const dialogGone = (page: Page): Promise<void> => dialog(page).waitFor({ state: 'hidden' });

export async function choosePreset(page: Page, name: string): Promise<void> {
  await dialog(page)
    .getByRole('button', { name: /^Preset: / })
    .click();
  await page.getByLabel('Search services').fill(name);
  await page.getByRole('option').filter({ hasText: name }).first().click();
  await dialog(page)
    .getByRole('button', { name: `Preset: ${name}`, exact: true })
    .waitFor();
}

const open = async (part: Locator): Promise<void> => {
  if ((await part.getAttribute('aria-expanded')) !== 'true') await part.click();
};

/** Opens the part that few need. */
export const openMore = (page: Page): Promise<void> =>
  open(dialog(page).getByRole('button', { name: 'More', exact: true }));

/** Opens a group below More. */
export async function openSection(page: Page, name: string): Promise<void> {
  await openMore(page);
  await open(dialog(page).getByRole('button', { name, exact: true }));
}

export async function pressRequestToken(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Request Token', exact: true }).click();
}

/** From what went wrong back to what was typed. */
export async function backToFields(page: Page): Promise<void> {
  const back = dialog(page).getByRole('button', { name: /^(Edit connection|Back to the fields)$/ });
  await back.first().click();
  await dialogOpen(page);
}

/** The lines of the running list: `Window opened, done`. */
export async function progressLines(page: Page): Promise<string[]> {
  const lines = await dialog(page).getByRole('list', { name: 'Progress' }).getByRole('listitem').allInnerTexts();
  return lines.map((line) => line.split('\n').join(', '));
}

/** The chips of a field such as Scopes. */
export async function chips(page: Page, label: string): Promise<string[]> {
  const buttons = await chipsBox(page, label).getByRole('button').all();
  const labels = await Promise.all(buttons.map((button) => button.getAttribute('aria-label')));
  return labels.flatMap((text) => (text?.startsWith('Remove ') ? [text.slice('Remove '.length)] : []));
}

const chipsBox = (page: Page, label: string): Locator =>
  field(page, label).last().locator('xpath=ancestor::*[contains(@class, "PillsInput-input")][1]');

/** Pastes as a person does: cut out of one field, put into another. */
export async function paste(text: string, from: Locator, into: Locator): Promise<void> {
  await from.fill(text);
  await from.press('Control+A');
  await from.press('Control+X');
  await into.click();
  await into.press('Control+V');
}
