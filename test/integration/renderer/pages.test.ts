import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageTypes } from '../../../app/shared/resource/pages.ts';
import type {} from '../../renderer/main.ts';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';
import { fieldsWithoutSentence } from './field-sentences.ts';

let played: FakeWindow;
beforeAll(async () => {
  played = await startFakeWindow();
});
afterAll(() => played.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const stored = (page: Page) => page.evaluate(() => window.fake.resources[0]?.resource.pages);

it('offers the rest of the rows, follows the pages by one click, and shows the rows as they come', async () => {
  const page = await played.open('state=some&run=pages');
  await button(page, 'Run').click();
  await page.getByText('50 of 500 rows').waitFor();
  await button(page, 'Get the rest').click();
  await page.getByText('Page 2, 50 of 500 rows').waitFor();
  expect(await stored(page)).toMatchObject({ type: 'page', parameter: 'page' });
  const grid = page.getByRole('grid', { name: /rows$/ });
  await grid.focus();
  await page.keyboard.press('Control+End');
  await grid.locator('[data-row="49"]').waitFor();

  // The second page, half of a block that was requested before.
  await page.evaluate(() => {
    window.fake.rows = 100;
    const id = window.fake.resources[0]?.resource.id ?? '';
    const columns = ['day', 'region', 'product', 'amount', 'returned'];
    const kind = 'string' as const;
    window.fake.emit('resources.arriving', {
      id,
      run: {
        status: 200,
        statusText: 'OK',
        contentType: 'application/json',
        finalUrl: 'https://api.example.com/',
        durationMs: 1,
        bytes: 1,
        receivedAt: Date.now(),
        notes: [],
        previewId: id,
        pageCount: 2,
        table: {
          dataPath: '',
          rowCount: 100,
          columns: columns.map((label) => ({ pointer: `/${label}`, label, kind })),
        },
      },
    });
    const progress = { page: 3, rowCount: 100, totalRows: 500, waitsUntil: Date.now() + 60_000 };
    window.fake.emit('resources.pages', { id, progress });
  });
  await page.getByText(/Waits (60|59) s/).waitFor();
  await page.keyboard.press('Control+End');
  // Product of row 100, in the block whose first half was there.
  await grid.locator('[data-row="99"]').getByText('Grinder').waitFor();

  await page.getByText('Page 3, 100 of 500 rows').waitFor();
  await page.getByRole('tabpanel').locator('xpath=..').getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByText('100 rows of 2 pages', { exact: true }).waitFor();
  await page.getByText('You cancelled: 100 rows of 2 pages are shown.').waitFor();
});

it('describes every field of every kind of pages, and takes over what was recognised', async () => {
  const page = await played.open('state=some&run=pages');
  await button(page, 'Run').click();
  await button(page, 'Get the rest').waitFor();
  await page.getByRole('tab', { name: 'Pages' }).click();
  await page.getByText('Recognized in the last response: Page number (page)').waitFor();
  const type = page.getByLabel('How pages follow');
  const others = ['Name', 'URL', 'Format'];
  for (const each of pageTypes) {
    await type.selectOption(each);
    await page.getByRole('textbox', { name: 'Most rows' }).waitFor();
    const fields = await fieldsWithoutSentence(page, 'main');
    expect([each, fields.filter((name) => !others.includes(name))]).toEqual([each, []]);
  }
  await page.getByRole('textbox', { name: 'Most pages' }).fill('7');
  await type.selectOption('cursor');
  await page.getByRole('textbox', { name: 'Path of the cursor' }).fill('next');
  await page.keyboard.press('Tab');
  await page.getByText('“next” is not a path.').waitFor();
  await button(page, 'Use').click();
  await page.getByRole('textbox', { name: 'First number' }).waitFor();
  await expect.poll(() => stored(page)).toMatchObject({ type: 'page', mostPages: null });
});
