import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { orders } from '../../app/practice/service/api/orders.ts';
import { platformsHere } from './app.ts';
import { ask } from './lib/bridge.ts';
import { authorize, tryPractice } from './lib/practice.ts';
import { useApp } from './lib/use-app.ts';
import { pasted, previewPane, readTable, requestPane, run, sidebar, urlField, visibleText } from './lib/window.ts';

/** From a response to the rows that a dashboard shows, on the practice service. */
describe.each(platformsHere())('rows for a dashboard, on the %s platform', (kind) => {
  const shared = useApp(kind);
  let origin: string;
  const open = async (path: string) => {
    await urlField(shared.page).fill(origin + path);
    await run(shared.page);
  };
  const resourceId = async (): Promise<string> => {
    const [found] = await ask(shared.page, 'resources.list', {});
    if (found === undefined) throw new Error('there is no resource');
    return found.resource.id;
  };
  const facts = async () => (await readTable(shared.page)).facts;
  const grid = () => previewPane(shared.page).getByRole('grid');
  const item = (name: string | RegExp) => shared.page.getByRole('menuitem', { name, exact: true });
  const openMenu = async (column: string) => {
    await grid().getByRole('columnheader', { name: column, exact: true }).hover();
    await shared.page.getByRole('button', { name: `Menu of ${column}`, exact: true }).click();
  };
  const chips = () =>
    previewPane(shared.page).getByRole('list', { name: 'Steps' }).locator('[data-chip]').allInnerTexts();

  it('gets the rest of a response in pages by one click', async () => {
    const { app, page } = shared;
    origin = await tryPractice(page);
    await authorize(app);
    await open('/api/orders?page=1&per_page=50');
    expect(await facts()).toMatch(/50 of 500 rows/);
    await previewPane(page).getByRole('button', { name: 'Get the rest' }).click();
    await expect.poll(facts).toMatch(/500 rows of 10 pages/);
  });

  it('tells the figures of a column, finds in the whole table, and copies a range', async () => {
    const { page } = shared;
    // Of all ten pages, while few rows are drawn.
    const sent = orders();
    await grid().getByRole('columnheader', { name: 'total', exact: true }).hover();
    const card = page.getByRole('region', { name: 'Statistics of total' });
    await card.getByText('Median', { exact: true }).waitFor();
    const figures = (await visibleText(card)).replaceAll(',', '');
    expect(figures).toMatch(/Rows\s+500\b/);
    expect(figures).toContain(String(Math.max(...sent.map(({ total }) => total))));
    await page.mouse.move(0, 0);

    const [before, last] = sent.slice(-2);
    await grid().focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type(last?.orderedAt ?? 'none');
    await page.getByRole('search').getByText('1 of 1', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    const found = grid().locator('[role=row][data-row="499"]');
    await found.locator('[role=gridcell][aria-selected=true]').waitFor();

    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await grid().locator('[role=gridcell][aria-selected=true]').count()).toBe(4);
    await page.keyboard.press('Control+c');
    const wanted = [before, last].map((order) => `${order?.orderedAt}\t${order?.status}`).join('\n');
    await expect.poll(() => pasted(page)).toBe(wanted);
  });

  it('sends a relative date as a day', async () => {
    const { page } = shared;
    await open('/api/sales?from={{today-7d}}&to={{yesterday}}');
    await requestPane(page)
      .getByRole('tab', { name: /^Parameters/ })
      .click();
    await requestPane(page)
      .getByText(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d$/)
      .first()
      .waitFor();
    expect((await readTable(page)).head).toEqual(expect.arrayContaining(['day', 'region', 'revenue']));
  });

  it('sorts and filters by the menu of a column, and shows the same tomorrow', async () => {
    const { page } = shared;
    await openMenu('revenue');
    await item('Sort largest first').click();
    await openMenu('region');
    await item('Filter…').click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^North/ })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
    await expect.poll(async () => (await chips()).length).toBe(2);
    // The rows before stay until those of the steps are there.
    const regions = async () => {
      const { head, rows } = await readTable(page);
      return [...new Set(rows.map((row) => row[head.indexOf('region')]))];
    };
    await expect.poll(regions).toEqual(['North']);
    const { head, rows } = await readTable(page);
    const revenue = head.indexOf('revenue');
    const revenues = rows.map((row) => Number(row[revenue]?.replaceAll(',', '')));
    expect(revenues).toEqual(revenues.toSorted((a, b) => b - a));
    await run(page);
    await expect.poll(async () => (await readTable(page)).rows).toEqual(rows);
    expect(await chips()).toHaveLength(2);
    await sidebar(page).getByText('Sales by day').waitFor();
  });

  it('exports what is seen as CSV', async () => {
    const { app, page } = shared;
    await previewPane(page).getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^\d+ rows and \d+ columns, with steps, order and names as in the preview\.$/).waitFor();
    await dialog.getByRole('button', { name: 'Export…' }).click();
    await dialog.getByText(/ rows? exported, /).waitFor();
    const [file] = readdirSync(app.downloads).filter((name) => name.endsWith('.csv'));
    const [head, ...lines] = readFileSync(join(app.downloads, file ?? 'none'), 'utf8')
      .trim()
      .split(/\r?\n/);
    expect(head?.split(/[,;]/)).toEqual(expect.arrayContaining(['day', 'region', 'revenue']));
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.every((line) => line.includes('North'))).toBe(true);
    await dialog.getByRole('button', { name: 'Close' }).first().click();
  });

  it('draws the rows as a chart', async () => {
    const { page } = shared;
    await previewPane(page).getByRole('tab', { name: 'Chart' }).click();
    await previewPane(page)
      .getByRole('img', { name: /^Line: .* by day$/ })
      .locator('canvas')
      .waitFor();
    await previewPane(page).getByRole('tab', { name: 'Table' }).click();
  });

  it('reloads by itself, and keeps a history', async () => {
    const { page } = shared;
    await requestPane(page)
      .getByRole('tab', { name: /^Reload/ })
      .click();
    await requestPane(page).getByRole('combobox', { name: 'Reload', exact: true }).selectOption('Own interval');
    await requestPane(page).getByLabel('Seconds', { exact: true }).fill('1');
    const byReload = async () =>
      (await ask(page, 'resources.history', { id: await resourceId() })).filter(({ by }) => by === 'reload').length;
    await expect.poll(byReload, { timeout: 30_000 }).toBeGreaterThan(1);
    await requestPane(page)
      .getByText(/^\d+ runs, none failed$/)
      .waitFor();
    await requestPane(page).getByRole('button', { name: 'Pause', exact: true }).first().click();
    await requestPane(page).getByText('reload paused').waitFor();
  });
});
