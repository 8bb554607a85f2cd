import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/main.ts';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const run = (page: Page) => page.getByRole('button', { name: 'Run', exact: true }).click();
const grid = (page: Page) => page.getByRole('grid', { name: /rows$/ });
const firstCell = (page: Page) => page.getByRole('gridcell', { name: 'Espresso machine' }).first();
const view = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });

async function openWithData(query = 'state=some', size?: { width: number; height: number }): Promise<Page> {
  const page = await window.open(query, size);
  await run(page);
  await firstCell(page).waitFor();
  return page;
}

it('keeps the width of the URL while a request runs, so that nothing moves under the pointer', async () => {
  const page = await window.open('state=some&run=wait');
  const width = async () => (await page.getByRole('textbox', { name: 'URL' }).boundingBox())?.width;
  const before = await width();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText('Waiting for the response').waitFor();
  expect(await width()).toBe(before);
});

describe('the room for the data', () => {
  it('is at least 60 % of the height at 1280 × 800 once the request works', async () => {
    const page = await openWithData();
    const height = await grid(page).evaluate((element) => element.getBoundingClientRect().height);
    expect(height).toBeGreaterThanOrEqual(0.6 * 800);
  });

  it('shows at least twelve rows at 900 × 600', async () => {
    const page = await openWithData('state=some', { width: 900, height: 600 });
    const rows = await grid(page).evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return [...element.querySelectorAll('[data-row]')].filter((row) => {
        const box = row.getBoundingClientRect();
        return box.top >= top && box.bottom <= bottom;
      }).length;
    });
    expect(rows).toBeGreaterThanOrEqual(12);
  });

  it('is taken by one line of the authorization, which opens with its arrow or a tab', async () => {
    const page = await openWithData();
    const request = page.getByRole('region', { name: 'Request' });
    const choice = request.getByRole('radiogroup', { name: 'Authorization' });
    expect(await choice.count()).toBe(0);
    await request.getByText('Expires in 52 min').waitFor();
    await request.getByRole('button', { name: 'Authorized - Update Token' }).waitFor();
    await request.getByRole('button', { name: 'Open the request’s settings' }).press('Enter');
    await choice.waitFor();
    await request.getByRole('button', { name: 'Close the request’s settings' }).press('Enter');
    await choice.waitFor({ state: 'detached' });
    await request.getByRole('tab', { name: /^Headers/ }).click();
    await request.getByRole('tabpanel').waitFor();
  });
});

it('writes numbers as the region of the user does, from the first paint', async () => {
  const page = await openWithData('state=some&region=de-DE');
  await page.getByText('1.204 rows').first().waitFor();
  await page.getByText('12,3 KB').waitFor();
});

describe('select all', () => {
  const selected = (page: Page) => page.evaluate(() => document.getSelection()?.toString() ?? '');

  it('never selects the texts of the window', async () => {
    const page = await openWithData();
    for (const name of ['Table', 'Tree']) {
      await view(page, name).click();
      const body = page.locator('[role=grid], [role=tree]').last();
      await body.focus();
      await page.keyboard.press('Control+a');
      expect(await selected(page)).toBe('');
    }
    await page.getByRole('button', { name: 'Run', exact: true }).focus();
    await page.keyboard.press('Control+a');
    expect(await selected(page)).toBe('');
  });

  it('selects the whole value in its panel, and all of a field', async () => {
    const page = await openWithData();
    await firstCell(page).dblclick();
    await page.getByRole('region', { name: 'The whole value' }).focus();
    await page.keyboard.press('Control+a');
    expect(await selected(page)).toBe('Espresso machine');
    const url = page.getByRole('textbox', { name: 'URL' });
    await url.focus();
    await page.keyboard.press('Control+a');
    expect(await url.evaluate((field: HTMLInputElement) => field.selectionEnd)).toBeGreaterThan(10);
  });
});

describe('the view', () => {
  it('is stored with the resource, and shown again on return', async () => {
    const page = await openWithData();
    await view(page, 'Tree').click();
    await page.getByRole('tree').waitFor();
    const stored = () =>
      page.evaluate(() => globalThis.window.fake.resources.map(({ resource }) => resource.view).filter(Boolean));
    await expect.poll(stored).toEqual(['tree']);
    const rows = page.locator('[data-row]');
    const name = await page.getByRole('textbox', { name: 'Name' }).inputValue();
    await rows.filter({ hasText: 'HubSpot' }).first().click();
    await rows.filter({ hasText: name }).first().click();
    await page.getByRole('tree').waitFor();
    await view(page, 'Table').click();
    await expect.poll(stored).toEqual(['table']);
  });
});

describe('a column of decimals', () => {
  it('has its decimal points under each other', async () => {
    const page = await openWithData();
    // The end of the text that is seen, and the digits after its point.
    const ends = await grid(page).evaluate((element) =>
      [...element.querySelectorAll('[role=gridcell][data-kind=number]')].flatMap((cell) => {
        const text = cell.firstChild;
        const point = cell.textContent?.indexOf('.') ?? -1;
        if (!(text instanceof Text)) return [];
        const range = document.createRange();
        range.setStart(text, 0);
        range.setEnd(text, point === -1 ? text.length : point);
        return [{ column: cell.getAttribute('data-column'), right: Math.round(range.getBoundingClientRect().right) }];
      }),
    );
    const byColumn = Map.groupBy(ends, ({ column }) => column);
    expect(byColumn.size).toBeGreaterThan(0);
    for (const cells of byColumn.values()) expect(new Set(cells.map(({ right }) => right)).size).toBe(1);
    const pads = await grid(page).evaluate((element) => element.querySelectorAll('[data-pad]').length);
    expect(pads).toBeGreaterThan(0);
  });
});

describe('an end in microseconds', () => {
  it('is drawn without harm to the connection’s page [55]', async () => {
    const page = await window.open('state=forecasts');
    await page.evaluate(() => {
      globalThis.window.fake.introspectedUntil = 1.79e15 * 1000;
    });
    await page.locator('[data-row="own"]').click();
    await page.getByRole('button', { name: 'Check at the service' }).click();
    await page.getByText('The token works.').waitFor();
    await page.getByText('no date').waitFor();
    expect(await page.getByText('This part of the window stopped').count()).toBe(0);
  });
});
