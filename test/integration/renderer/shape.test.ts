import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/main.ts';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
let page: Page;
beforeAll(async () => {
  window = await startFakeWindow();
  page = await window.open('state=some');
  page.setDefaultTimeout(5000);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('gridcell', { name: 'Espresso machine' }).first().waitFor();
});
afterAll(() => window.close());

const grid = () => page.getByRole('grid', { name: /rows?$/ });
const head = (name: string) => grid().getByRole('columnheader', { name });
const steps = () => page.getByRole('list', { name: 'Steps' });
const chips = () => steps().locator('[data-chip]').allInnerTexts();
const dialog = () => page.getByRole('dialog');
const item = (name: string) => page.getByRole('menuitem', { name, exact: true });
const stored = () =>
  page.evaluate(
    () => globalThis.window.fake.resources.find((each) => each.resource.name === 'Sales by day')?.resource.shape,
  );
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** Names in the header, without the places of sort keys. */
const heads = async () => (await grid().getByRole('columnheader').allInnerTexts()).map((name) => name.split('\n')[0]);
/** The first texts of a column. */
const column = (index: number) =>
  grid()
    .locator(`[data-row] [data-column="${index}"]`)
    .evaluateAll((cells) => cells.slice(0, 3).map((cell) => cell.textContent));
/** Opens the menu of a column with the keyboard, from the first cell. */
async function openMenu(index: number): Promise<void> {
  await grid().focus();
  await press('Control+Home', ...Array.from({ length: index }, () => 'ArrowRight'), 'Alt+ArrowDown');
  await item('Filter…').waitFor();
}

describe('the menu of a column', () => {
  it('tells the type and how it was found, sorts, and gives the focus back to the grid', async () => {
    await openMenu(3);
    await page.getByText('Number, as 1234.5, guessed from 1,204 values').waitFor();
    await item('Sort largest first').press('Enter');
    await expect.poll(chips).toEqual(['Sorted by amount, largest first']);
    await expect.poll(() => column(3)).toEqual(['899.1', '898.2', '897.3']);
    expect(await head('amount').getAttribute('aria-sort')).toBe('descending');
    await expect.poll(() => grid().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('opens by its button too; with Shift a second column is added to the order', async () => {
    await head('region').hover();
    await page.getByRole('button', { name: 'Menu of region' }).click();
    await item('Sort A to Z').click({ modifiers: ['Shift'] });
    await expect.poll(chips).toEqual(['Sorted by amount, largest first, then region, A to Z']);
    expect(await head('region').getAttribute('aria-sort')).toBeNull();
  });

  it('formats, renames, moves, pins and hides, and the resource keeps it', async () => {
    await openMenu(3);
    await item('Format').hover();
    await page.getByRole('menuitemradio', { name: '1,234.57' }).click();
    await press('Escape', 'Escape');
    await expect.poll(() => column(3)).toEqual(['899.10', '898.20', '897.30']);
    await openMenu(3);
    await item('Rename…').click();
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Umsatz');
    await press('Enter');
    await head('Umsatz').waitFor();
    await openMenu(3);
    await item('Move left').click();
    await expect.poll(heads).toEqual(['#', 'day', 'region', 'Umsatz', 'product', 'returned']);
    await openMenu(3);
    await item('Hide').click();
    await head('returned').waitFor();
    await head('product').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await head('product').waitFor();
    await expect
      .poll(async () => (await stored())?.columns)
      .toEqual({ '/amount': { format: { decimals: 2 }, name: 'Umsatz' } });
  });

  it('lets the type be chosen, and guessed again', async () => {
    await openMenu(0);
    await item('Type').hover();
    await page.getByRole('menuitemradio', { name: 'Text', exact: true }).click();
    await expect.poll(() => column(0)).toContainEqual(expect.stringMatching(/^2026-/));
    await openMenu(0);
    await page.getByText('Text, as you chose').waitFor();
    await item('Type').hover();
    await page.getByRole('menuitemradio', { name: 'Guess from the values' }).first().click();
    await expect.poll(() => column(0)).toContainEqual(expect.stringMatching(/, 2026$/));
  });
});

describe('the steps', () => {
  it('filter by values that are offered, and say how many rows are left', async () => {
    await openMenu(1);
    await item('Filter…').click();
    await dialog()
      .getByRole('button', { name: /^North/ })
      .click();
    await dialog().getByRole('button', { name: 'Apply' }).click();
    await expect
      .poll(chips)
      .toEqual(['Sorted by Umsatz, largest first, then region, A to Z', 'Filter: region contains “North”\n301']);
    await page.getByText('301 of 1,204 rows').waitFor();
    await expect.poll(() => column(1)).toEqual(['North', 'North', 'North']);
  });

  it('are edited by their chip, with typed values and other tests', async () => {
    await steps()
      .getByRole('button', { name: /^Filter: region/ })
      .click();
    await dialog().getByLabel('Column').selectOption('Umsatz');
    const value = dialog().getByRole('textbox', { name: 'Value' });
    await value.fill('a lot');
    await dialog().getByText('Enter a number.').waitFor();
    expect(await dialog().getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true);
    await dialog().getByLabel('Test').selectOption('between');
    await dialog().getByRole('textbox', { name: 'From' }).fill('100');
    await dialog().getByRole('textbox', { name: 'To' }).fill('200.5');
    await press('Enter');
    await expect.poll(async () => (await chips())[1]).toMatch(/^Filter: Umsatz from 100 to 200.5\n\d+$/);
    await expect
      .poll(async () => (await stored())?.steps[1])
      .toMatchObject({ test: 'between', value: '100', to: '200.5' });
  });

  it('are added from their menu, moved by keys and removed, each time with the focus on a chip', async () => {
    await page.getByRole('button', { name: 'Add step' }).click();
    await item('First or last rows…').click();
    await dialog().getByText('Last rows', { exact: true }).click();
    await dialog().getByRole('textbox', { name: 'Number of rows' }).fill('5');
    await press('Enter');
    await expect.poll(async () => (await chips())[2]).toBe('Last 5 rows\n5');
    await steps().locator('[data-chip]').last().focus();
    await press('Alt+ArrowLeft');
    await expect.poll(async () => (await chips())[1]).toMatch(/^Last 5 rows/);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Last 5 rows');
    await press('Delete');
    await expect.poll(async () => (await chips()).length).toBe(2);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Filter: Umsatz');
  });

  it('of which no row is left say so, and can be undone', async () => {
    await steps()
      .getByRole('button', { name: /^Filter: Umsatz/ })
      .click();
    await dialog().getByRole('textbox', { name: 'From' }).fill('-5');
    await dialog().getByRole('textbox', { name: 'To' }).fill('-4');
    await press('Enter');
    await page.getByText('No row is left').waitFor();
    await steps().locator('[data-chip]').first().focus();
    await press('Control+z');
    await grid().waitFor();
    await page.getByRole('button', { name: 'Clear all' }).click();
    await steps().waitFor({ state: 'detached' });
    await expect.poll(async () => (await stored())?.steps).toEqual([]);
  });

  it('are a distinct, and a sort by several columns', async () => {
    await page.getByRole('button', { name: 'Rows and columns' }).click();
    await item('Without duplicates…').click();
    await dialog().getByRole('checkbox', { name: 'region' }).check();
    await dialog().getByRole('button', { name: 'Apply' }).click();
    await expect.poll(chips).toEqual(['Distinct by region\n4']);
    await page.getByRole('button', { name: 'Add step' }).click();
    await item('Sort…').click();
    await dialog().getByRole('button', { name: 'Add column' }).click();
    await dialog().getByLabel('Column 1', { exact: true }).selectOption('product');
    await dialog().getByLabel('Order of column 1').selectOption('Z to A');
    await dialog().getByRole('button', { name: 'Move column 2 up' }).click();
    await dialog().getByRole('button', { name: 'Apply' }).click();
    await expect.poll(async () => (await chips())[1]).toBe('Sorted by region, A to Z, then product, Z to A');
  });
});

describe('the panel of all columns', () => {
  it('hides, orders by keys, renames and resets', async () => {
    await page.getByRole('button', { name: 'Rows and columns' }).click();
    await item('Columns…').click();
    await dialog().getByRole('button', { name: 'Hide all' }).click();
    await page.getByText('All columns are hidden').waitFor();
    await dialog().getByRole('checkbox', { name: 'Show day' }).check();
    await dialog().getByRole('checkbox', { name: 'Show region' }).check();
    await dialog().getByRole('button', { name: 'Move region' }).press('Alt+ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Move region');
    await dialog().getByRole('textbox', { name: 'Name of day' }).fill('Tag');
    await press('Enter');
    await dialog().getByRole('button', { name: 'Done' }).click();
    await expect.poll(heads).toEqual(['#', 'region', 'Tag']);
    await page.getByRole('button', { name: 'Rows and columns' }).click();
    await item('Columns…').click();
    await dialog().getByRole('button', { name: 'Reset columns' }).click();
    await dialog().getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => grid().getByRole('columnheader').count()).toBe(6);
    await expect.poll(async () => (await stored())?.steps.length).toBe(2);
  });
});

it('keeps the rows in the order that the user chose when the resource runs again', async () => {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText('4 of 1,204 rows').waitFor();
  expect((await chips()).length).toBe(2);
  await grid().waitFor();
});
