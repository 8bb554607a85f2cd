// Ways into the practice service that several journeys share.
import type { Page } from 'playwright';
import type { RunningTestApp } from '../app.ts';
import { ask } from './bridge.ts';
import { dialog, dialogGone, openDialog, pressRequestToken } from './dialog.ts';
import { ann, finishLogin, type Person } from './login.ts';
import { authorizedButton, readTable, type ShownTable, urlField } from './window.ts';

/** From the empty window to a resource of the practice service. @returns the service's origin. */
export async function tryPractice(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Try the practice service' }).click();
  await urlField(page).waitFor();
  return new URL(await urlField(page).inputValue()).origin;
}

/** Request Token, login, consent; until the button says that it is authorized and the data is there. */
export async function authorize(app: RunningTestApp, person: Person = ann): Promise<ShownTable> {
  const page = app.mainPage;
  await openDialog(page);
  await pressRequestToken(page);
  await finishLogin(app, person);
  await authorized(page);
  return readTable(page);
}

export async function authorized(page: Page): Promise<void> {
  await dialogGone(page);
  await authorizedButton(page).waitFor();
}

/** In the settings, as a person does it. */
export async function setTokenLifetime(page: Page, seconds: number): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  const lifetime = dialog(page).getByLabel('Lifetime of practice tokens, in seconds');
  await lifetime.fill(String(seconds));
  await lifetime.press('Tab');
  await dialog(page).getByRole('button', { name: 'Close settings' }).click();
  await dialogGone(page);
}

/** A practice service without a window: for journeys whose matter is something else. */
export async function setUpPractice(page: Page): Promise<string> {
  await ask(page, 'practice.setUp', { grants: ['authorization_code'] });
  const status = await ask(page, 'practice.status', {});
  if (status.status !== 'running') throw new Error('the practice service does not run');
  return status.origin;
}
