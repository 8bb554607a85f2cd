import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/main.ts';
import { axeProblems, type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
let page: Page;
beforeAll(async () => {
  window = await startFakeWindow();
  page = await window.open('state=some');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await cell(0, 'product').waitFor();
});
afterAll(() => window.close());

const columns = ['day', 'region', 'product', 'amount', 'returned'];
const grid = () => page.getByRole('grid', { name: /rows$/ });
/** A cell in view, by its row from 0. */
const cell = (row: number, column: string) =>
  grid().locator(`[role=row][data-row="${row}"] [data-column="${columns.indexOf(column)}"]`);
const head = (name: string) => grid().getByRole('columnheader', { name });
const number = (row: number) => grid().locator(`[role=row][data-row="${row}"] [role=rowheader]`);
const selected = () => grid().locator('[role=gridcell][aria-selected=true]').count();
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
/** What `act` puts into the clipboard. */
async function copied(act: () => Promise<unknown>): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
  await act();
  await expect.poll(clipboard).not.toBe('nothing yet');
  return clipboard();
}
const copy = () => copied(() => press('Control+c'));
const said = (words: string) => page.getByRole('status').getByText(words, { exact: true }).waitFor();

describe('a range', () => {
  it('grows with Shift and the arrows, is announced, and is copied as tab-separated text', async () => {
    await cell(1, 'region').click();
    expect(await copy()).toBe('South');
    await press('Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight');
    expect(await selected()).toBe(6);
    await said('2 × 3 cells selected');
    await page.getByText('Numbers 2', { exact: true }).waitFor();
    await page.getByText('Sum 11.1', { exact: true }).waitFor();
    expect(await copy()).toBe('South\tMilk jug\t3.7\r\nEast\tFilter paper, 100 pieces\t7.4');
    const withHeader = 'region\tproduct\tamount\r\nSouth\tMilk jug\t3.7\r\nEast\tFilter paper, 100 pieces\t7.4';
    expect(await copied(() => press('Control+Shift+c'))).toBe(withHeader);
    await press('Escape');
    expect(await selected()).toBe(1);
  });

  it('is drawn by the mouse, also with Shift', async () => {
    await cell(2, 'day').hover();
    await page.mouse.down();
    await cell(4, 'region').hover();
    await page.mouse.up();
    expect(await selected()).toBe(6);
    await cell(5, 'product').click({ modifiers: ['Shift'] });
    expect(await selected()).toBe(12);
  });

  it('scrolls the table while the mouse is beyond its edge', async () => {
    const box = await grid().boundingBox();
    if (box === null) throw new Error('no grid');
    await cell(2, 'day').hover();
    await page.mouse.down();
    await page.mouse.move(box.x + 200, box.y + box.height + 60);
    await expect.poll(() => grid().evaluate((element) => element.scrollTop)).toBeGreaterThan(300);
    await page.mouse.move(box.x + 200, box.y - 60);
    await expect.poll(() => grid().evaluate((element) => element.scrollTop)).toBe(0);
    await page.mouse.up();
  });

  it('is the whole table with Ctrl A or by the corner, a column by its head, a row by its number', async () => {
    await cell(0, 'day').click();
    await press('Control+a');
    await said('Table selected');
    expect((await copy()).split('\r\n')).toHaveLength(1204);
    await press('Escape');
    await grid().locator('[data-corner]').click();
    await said('Table selected');
    await head('amount').click();
    await said('column amount selected');
    await page.getByText('Numbers 1,204', { exact: true }).waitFor();
    expect((await copy()).split('\r\n').slice(0, 3)).toEqual(['0', '3.7', '7.4']);
    await head('day').click({ modifiers: ['Shift'] });
    await said('4 columns selected');
    await number(3).click();
    await number(4).click({ modifiers: ['Shift'] });
    await said('2 rows selected');
    expect((await copy()).split('\r\n')).toHaveLength(2);
    await cell(0, 'region').click();
    await press('Control+Space');
    await said('column region selected');
    expect(await grid().getAttribute('aria-activedescendant')).toContain('head-1');
    await press('Shift+Space');
    await said('Table selected');
  });

  it('reaches the end of a table of any length', async () => {
    await cell(0, 'amount').click();
    await press('Control+Shift+End');
    await said('1,204 × 2 cells selected');
    await press('Control+Home');
  });
});

describe('the menu', () => {
  const item = (name: string) => page.getByRole('menuitem', { name });

  it('opens by a right click, and keeps the range that it is in', async () => {
    await cell(0, 'day').click();
    await cell(1, 'region').click({ modifiers: ['Shift'] });
    await cell(1, 'day').click({ button: 'right' });
    expect(await axeProblems(page)).toEqual([]);
    expect(await selected()).toBe(4);
    const json = await copied(() => item('Copy as JSON').click());
    expect(JSON.parse(json)).toEqual([
      { day: '2026-01-01', region: 'North' },
      { day: '2026-02-02', region: 'South' },
    ]);
    await cell(3, 'amount').click({ button: 'right' });
    expect(await selected()).toBe(1);
    await press('Escape');
    expect(await grid().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('opens by the keyboard, and its choice of the header is kept', async () => {
    await cell(0, 'region').click();
    await press('Shift+ArrowRight', 'Shift+F10');
    await page.getByRole('menuitemcheckbox', { name: 'Ctrl C copies the header too' }).click();
    expect(await page.evaluate(() => globalThis.window.fake.preferences.copiesHeader)).toBe(true);
    expect(await copy()).toBe('region\tproduct\r\nNorth\tEspresso machine');
    await press('ContextMenu');
    await page.getByRole('menuitemcheckbox', { name: 'Ctrl C copies the header too' }).click();
    expect(await copy()).toBe('North\tEspresso machine');
  });

  it('shows the value, and keeps only the rows with it', async () => {
    await cell(1, 'product').click({ button: 'right' });
    await item('Show the whole value').click();
    await page.getByRole('complementary', { name: 'Value of product' }).waitFor();
    await press('Escape');
    await cell(1, 'product').click({ button: 'right' });
    await item('Only rows with this value').click();
    await page.getByRole('grid', { name: /301 rows$/ }).waitFor();
  });
});

describe('the search', () => {
  const field = () => page.getByRole('textbox', { name: 'Find', exact: true });
  const count = (words: string) => page.getByRole('search').getByText(words, { exact: true }).waitFor();
  const focused = () =>
    page.evaluate(() => {
      const id = document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant') ?? '';
      const cell = document.getElementById(id);
      return `${cell?.parentElement?.getAttribute('data-row')}:${cell?.textContent}`;
    });

  it('goes through all rows, not only those that are drawn', async () => {
    await cell(0, 'day').click();
    await press('Control+f');
    expect(await field().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('43.');
    const words = page.getByRole('search').getByText(/^1 of \d+$/);
    const total = Number((await words.textContent())?.split(' ').at(-1));
    expect(total).toBeGreaterThan(2);
    expect(await axeProblems(page)).toEqual([]);
    await expect.poll(focused).toMatch(/^\d+:\d*43\.\d$/);
    const first = await focused();
    await press('Enter');
    await count(`2 of ${total}`);
    await expect.poll(focused).not.toBe(first);
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('found')?.size ?? 0)).toBeGreaterThan(0);
    await press('F3');
    await count(`3 of ${total}`);
    await press('Shift+Enter', 'Shift+F3');
    await count(`1 of ${total}`);
    await expect.poll(focused).toBe(first);
    await press('Shift+Enter');
    await count(`${total} of ${total}`);
  });

  it('says that there is no match, minds the case if asked, and gives the focus back', async () => {
    await field().fill('MILK');
    await page
      .getByRole('search')
      .getByText(/^\d+ of 301$/)
      .waitFor();
    await page.getByRole('button', { name: 'Match case' }).click();
    await count('No matches');
    await page.getByRole('button', { name: 'Match case' }).click();
    await field().focus();
    await press('Escape');
    expect(await grid().evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByRole('search').count()).toBe(0);
  });
});

describe('the figures of a column', () => {
  const card = (name: string) => page.getByRole('region', { name: `Statistics of ${name}` });

  it('appear when the pointer rests on its head, stay below the pointer, and go with Escape', async () => {
    await press('Control+Home');
    await cell(0, 'day').click();
    await head('amount').hover();
    await card('amount').getByText('Median', { exact: true }).waitFor();
    expect(await card('amount').getByRole('img').count()).toBe(20);
    expect(await axeProblems(page)).toEqual([]);
    await card('amount').hover();
    await press('Escape');
    await card('amount').waitFor({ state: 'detached' });
  });

  it('appear when the keyboard is on its head, and from its menu', async () => {
    await page.mouse.move(0, 0);
    await cell(0, 'region').click();
    await press('Control+Space');
    await card('region').locator('bdi').getByText('South').waitFor();
    await press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Statistics' }).click();
    await card('region').waitFor();
    expect(await card('region').evaluate((element) => element === document.activeElement)).toBe(true);
    await press('Escape');
    await card('region').waitFor({ state: 'detached' });
    expect(await grid().evaluate((element) => element === document.activeElement)).toBe(true);
  });
});
