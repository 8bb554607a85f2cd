import type { Page } from 'playwright';

/** Each view, how it is reached, and what shows that it is there. */
export type Views = Record<string, { query: string; reach: (page: Page) => Promise<unknown> }>;

export const run = (page: Page) => page.getByRole('button', { name: 'Run', exact: true }).click();
export const update = (page: Page) => page.getByRole('button', { name: 'Authorized - Update Token' }).click();
export const request = (page: Page) => page.getByRole('button', { name: 'Request Token', exact: true }).click();

/** The part of the query by which a call of the window fails. */
export const failing = (call: string, error: object) =>
  `fails=${encodeURIComponent(JSON.stringify({ [call]: error }))}`;
