import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type {} from '../../renderer/main.ts';
import { axeProblems, type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
let page: Page;
beforeAll(async () => {
  window = await startFakeWindow();
  page = await window.open('state=some');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('gridcell', { name: 'Espresso machine' }).first().waitFor();
  await page.getByRole('tab', { name: 'Chart', exact: true }).click();
});
afterAll(() => window.close());

const chart = (name: string) => page.getByRole('img', { name, exact: true });
const rows = () => page.getByRole('table').getByRole('row').allTextContents();
const stored = () =>
  page.evaluate(() => globalThis.window.fake.resources.map(({ resource }) => resource.chart).find(Boolean));
const choose = async (choice: RegExp, name: string) => {
  await page.getByRole('button', { name: choice }).click();
  await page
    .getByRole(/^(Sum|Number)/.test(name) ? 'menuitemcheckbox' : 'menuitemradio', { name, exact: true })
    .click();
};

it('draws amounts over time first, with the same as a table', async () => {
  await chart('Line: amount by day').locator('canvas').waitFor();
  await expect.poll(rows).toHaveLength(85);
  expect((await rows())[1]).toMatch(/^Jan 1, 2026\d/);
  expect(await axeProblems(page)).toEqual([]);
});

it('groups by another column, counts rows, and is stored with the resource', async () => {
  await choose(/^By:/, 'region');
  await page.getByText('Pie', { exact: true }).click();
  await chart('Pie: amount by region').locator('canvas').waitFor();
  await expect.poll(rows).toHaveLength(5);
  await page.getByRole('button', { name: /^Values:/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Number of rows' }).click();
  await chart('Pie: Number of rows by region').waitFor();
  await expect.poll(async () => (await rows())[1]).toBe('North301');
  await expect.poll(stored).toMatchObject({ kind: 'pie', x: '/region', y: [] });
});

it('is saved as a picture', async () => {
  await page.getByRole('button', { name: 'Save as PNG' }).click();
  await page.getByText('Saved as /home/ann/sales.png').waitFor();
});
