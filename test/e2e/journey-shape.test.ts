import { describe, expect, it } from 'vitest';
import { platformsHere } from './app.ts';
import { authorize, tryPractice } from './lib/practice.ts';
import { useApp } from './lib/use-app.ts';
import { previewPane, readTable, requestPane, run, sidebar, urlField } from './lib/window.ts';

/** From a response to the rows that a dashboard shows, on the practice service. */
describe.each(platformsHere())('rows for a dashboard, on the %s platform', (kind) => {
  const shared = useApp(kind);
  let origin: string;
  const open = async (path: string) => {
    await urlField(shared.page).fill(origin + path);
    await run(shared.page);
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
    const { head, rows } = await readTable(page);
    const [revenue, region] = [head.indexOf('revenue'), head.indexOf('region')];
    expect(new Set(rows.map((row) => row[region]))).toEqual(new Set(['North']));
    const revenues = rows.map((row) => Number(row[revenue]?.replaceAll(',', '')));
    expect(revenues).toEqual(revenues.toSorted((a, b) => b - a));
    await run(page);
    await expect.poll(async () => (await readTable(page)).rows).toEqual(rows);
    expect(await chips()).toHaveLength(2);
    await sidebar(page).getByText('Sales by day').waitFor();
  });
});
