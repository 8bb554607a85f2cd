import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { platformsHere } from './app.ts';
import { results, useApp } from './lib/use-app.ts';
import { newResource, previewPane, readTable, run, visibleText } from './lib/window.ts';

const lateRows = Array.from({ length: 5000 }, (_, id) => (id === 4321 ? { id, late: 'here' } : { id }));

/** What services send, by path. */
const bodies: Record<string, { type: string; body: string | Buffer }> = {
  '/ansi.csv': {
    type: 'text/csv',
    body: Buffer.from('Station;Valeur\nForbach - centre;1,5\nMulhouse été;2,5\n', 'latin1'),
  },
  '/rows.csv': { type: 'text/csv', body: '1,x\n2,y\n' },
  '/order': { type: 'application/json', body: '{"id":7,"customer":{"name":"Ann"},"lines":[{"sku":"a"},{"sku":"b"}]}' },
  '/page': {
    type: 'application/json',
    body: JSON.stringify({ next: '/page?2', total: 500, items: Array.from({ length: 50 }, (_, id) => ({ id })) }),
  },
  '/keyed': { type: 'application/json', body: '{"data":{"Local/200":{"Name":"Jane"},"Local/204":{"Name":"John"}}}' },
  '/late': { type: 'application/json', body: JSON.stringify(lateRows) },
};

describe.each(platformsHere())('data as services send it, on the %s platform', (kind) => {
  const shared = useApp(kind);
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const found = bodies[new URL(request.url ?? '/', 'http://localhost').pathname];
      response.writeHead(found === undefined ? 404 : 200, { 'content-type': found?.type ?? 'text/plain' });
      response.end(found?.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const open = async (page: Page, path: string, format: 'JSON' | 'CSV' = 'JSON') => {
    await newResource(page, { name: path.slice(1), url: origin + path, format });
    await run(page);
  };
  const options = (page: Page) => previewPane(page).getByRole('button', { name: 'How the response is read' });
  const head = (page: Page, name: string) => previewPane(page).getByRole('columnheader', { name, exact: true });

  it('says that bytes are no UTF-8, and reads them in the encoding that is chosen', async () => {
    const { page } = shared;
    await open(page, '/ansi.csv', 'CSV');
    expect(await readTable(page)).toMatchObject({
      head: ['Station', 'Valeur'],
      rows: [
        // A number with a comma, shown as the region writes it.
        ['Forbach - centre', '1.5'],
        ['Mulhouse été', '2.5'],
      ],
    });
    const note = previewPane(page).getByText(/read as Windows-1252/);
    await note.waitFor();
    await options(page).click();
    await page.screenshot({ path: join(results, `${kind}-reading-options.png`) });
    await page.getByLabel('Encoding', { exact: true }).selectOption('Cyrillic (Windows-1251)');
    await previewPane(page).getByText('Mulhouse йtй').waitFor();
    expect(await note.count()).toBe(0);
    // By keyboard alone, and back to where it was opened.
    await page.keyboard.press('Escape');
    await page.getByLabel('Encoding', { exact: true }).waitFor({ state: 'detached' });
    await expect.poll(() => options(page).evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('takes the first row of a CSV as names or as data, as it is told, also after a run', async () => {
    const { page } = shared;
    await open(page, '/rows.csv', 'CSV');
    expect((await readTable(page)).head).toEqual(['Column 1', 'Column 2']);
    await options(page).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('First row', { exact: true }).selectOption('Column names');
    await head(page, 'x').waitFor();
    await page.keyboard.press('Escape');
    await run(page);
    expect(await readTable(page)).toMatchObject({ head: ['1', 'x'], rows: [['2', 'y']] });
  });

  it('shows an object with a list as one row where that is chosen', async () => {
    const { page } = shared;
    await open(page, '/order');
    expect((await readTable(page)).head).toEqual(['sku']);
    await previewPane(page).getByRole('button', { name: 'List shown as the table: lines' }).click();
    await page.getByRole('option', { name: 'whole response', exact: true }).click();
    await head(page, 'customer.name').waitFor();
    const table = await readTable(page);
    expect(table.head).toEqual(['id', 'customer.name', 'lines']);
    expect(table.rows[0]?.slice(0, 2)).toEqual(['7', 'Ann']);
    await previewPane(page).getByRole('gridcell', { name: 'Ann' }).dblclick();
    expect(await visibleText(page.getByRole('complementary'))).toContain('Ann');
    await page.keyboard.press('Escape');
    await run(page);
    expect((await readTable(page)).head).toEqual(['id', 'customer.name', 'lines']);
  });

  it('says how many of all rows a response holds', async () => {
    const { page } = shared;
    await open(page, '/page');
    expect((await readTable(page)).facts).toContain('50 of 500 rows');
  });

  it('shows rows that are keyed by name at once, the key as a column', async () => {
    const { page } = shared;
    await open(page, '/keyed');
    expect(await readTable(page)).toMatchObject({
      head: ['key', 'Name'],
      rows: [
        ['Local/200', 'Jane'],
        ['Local/204', 'John'],
      ],
    });
  });

  it('has a column that one row of thousands has', async () => {
    const { page } = shared;
    await open(page, '/late');
    await head(page, 'late').waitFor();
    expect((await readTable(page)).head).toEqual(['id', 'late']);
  });
});
