import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

/** The OAuth dialog over the played main, as a person uses it. */
export const field = (page: Page, name: string) => page.getByRole('dialog').getByRole('textbox', { name, exact: true });
export const button = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });
export const newConnection = (page: Page) => page.getByRole('button', { name: 'New connection' }).click();
export const logins = (page: Page) => page.evaluate(() => globalThis.window.fake.logins);
export const connections = (page: Page) =>
  page.evaluate(() => globalThis.window.fake.connections.map((view) => view.connection));
export const focused = (part: Locator) =>
  expect.poll(() => part.evaluate((element) => element === document.activeElement)).toBe(true);

export async function discovered(page: Page): Promise<void> {
  await newConnection(page);
  await field(page, 'Issuer').fill('https://login.example.com');
  await field(page, 'Issuer').press('Enter');
  await page.getByText('Filled in from login.example.com').waitFor();
}

export async function withClient(page: Page): Promise<void> {
  await discovered(page);
  await field(page, 'Client ID').fill('my-app');
  await field(page, 'Client secret').fill('my-secret');
}

export async function openGroup(page: Page, name: string): Promise<void> {
  await button(page, 'More').click();
  await button(page, name).click();
}
