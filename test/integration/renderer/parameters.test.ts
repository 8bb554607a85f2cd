import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const stored = (page: Page) =>
  page.evaluate(() => globalThis.window.fake.resources.find(({ resource }) => resource.id === 'weather')?.resource);

async function openParameters(url: string): Promise<Page> {
  const page = await window.open('state=some');
  await page.locator('[data-row="weather"]').click();
  await field(page, 'URL').fill(url);
  await page.getByRole('tab', { name: /^Parameters/ }).click();
  await field(page, 'Name of parameter 1').waitFor();
  return page;
}

it('the table and the URL are in step, and only the edited parameter is written anew', async () => {
  const page = await openParameters('https://api.example.com/x?a=b+c&d=%7e&e#top');
  expect(await field(page, 'Value of parameter 1').inputValue()).toBe('b c');
  await field(page, 'Value of parameter 2').fill('x & y');
  expect(await field(page, 'URL').inputValue()).toBe('https://api.example.com/x?a=b+c&d=x%20%26%20y&e#top');

  await page.getByRole('checkbox', { name: 'Send parameter 1' }).click();
  expect(await field(page, 'URL').inputValue()).toBe('https://api.example.com/x?d=x%20%26%20y&e#top');
  await expect.poll(() => stored(page)).toMatchObject({ offParameters: [{ at: 0, text: 'a=b+c' }] });
  await page.getByRole('checkbox', { name: 'Send parameter 1' }).click();
  expect(await field(page, 'URL').inputValue()).toBe('https://api.example.com/x?a=b+c&d=x%20%26%20y&e#top');

  // The last row is empty: the keyboard alone adds a parameter.
  await field(page, 'Name of parameter 3').press('ArrowDown');
  await page.keyboard.type('new');
  await page.keyboard.press('Tab');
  await page.keyboard.type('é');
  expect(await field(page, 'URL').inputValue()).toBe('https://api.example.com/x?a=b+c&d=x%20%26%20y&e&new=%C3%A9#top');
  await page.getByRole('tab', { name: 'Parameters 4' }).waitFor();

  await page.getByRole('button', { name: 'Remove parameter 2' }).click();
  expect(await field(page, 'URL').inputValue()).toBe('https://api.example.com/x?a=b+c&e&new=%C3%A9#top');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => field(page, 'URL').inputValue())
    .toBe('https://api.example.com/x?a=b+c&d=x%20%26%20y&e&new=%C3%A9#top');
});

it('a pasted query becomes rows', async () => {
  const page = await openParameters('https://api.example.com/x');
  await field(page, 'Name of parameter 1').evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'from=2026-01-01\nregion=north & east');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  expect(await field(page, 'URL').inputValue()).toBe(
    'https://api.example.com/x?from=2026-01-01&region=north%20%26%20east',
  );
  expect(await field(page, 'Value of parameter 2').inputValue()).toBe('north & east');
});

it('a date is picked or built, and the URL that is sent is shown without secrets', async () => {
  const page = await openParameters('https://api.example.com/{shop}/x?from=2026-01-01&key=canary-4711-key');
  await page.getByRole('button', { name: 'Keep it secret' }).click();
  await page.getByRole('combobox', { name: 'Time zone' }).fill('utc');
  await page.getByRole('option', { name: 'UTC', exact: true }).click();
  await page.getByRole('button', { name: 'Insert a relative date: Value of parameter 1' }).click();
  await page.getByRole('button', { name: /^7 days ago/ }).click();
  expect(await field(page, 'Value of parameter 1').inputValue()).toBe('{{today-7d}}');

  await page.getByRole('button', { name: 'Insert a relative date: Value of {shop}' }).click();
  await page.getByRole('combobox', { name: 'Start' }).selectOption('startOfYear');
  await field(page, 'Distance').fill('-1');
  await page.getByRole('combobox', { name: 'Unit' }).selectOption('y');
  await page.getByRole('combobox', { name: 'Format' }).fill('yyyy');
  await page.getByRole('button', { name: 'Insert', exact: true }).click();
  expect(await field(page, 'Value of {shop}').inputValue()).toBe('{{startOfYear-1y:yyyy}}');

  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const sent = page.locator('[data-sent-url]');
  await expect
    .poll(() => sent.textContent())
    .toBe(
      `https://api.example.com/${new Date().getUTCFullYear() - 1}/x?from=${day(Date.now() - 7 * 86_400_000)}&key=••••••`,
    );
  await expect
    .poll(() => stored(page))
    .toMatchObject({
      url: 'https://api.example.com/{shop}/x?from={{today-7d}}&key={key}',
      variables: { shop: '{{startOfYear-1y:yyyy}}' },
      timeZone: 'UTC',
      secretValues: ['key'],
    });
});

it('a date that is not known, and a value that is missing, are told before anything is sent', async () => {
  const page = await openParameters('https://api.example.com/{shop}/x?from={{tody}}');
  await page.getByText('{{tody}} is not a date that Tokenboard knows. Do you mean {{today}}?').first().waitFor();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await field(page, 'Value of parameter 1').fill('{{today}}');
  await page.getByRole('tab', { name: 'Headers' }).click();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText('The value for {shop} is missing. Enter it.').waitFor();
  expect(await page.getByRole('grid').count()).toBe(0);
  await field(page, 'Value of {shop}').fill('acme');
  await page.getByRole('button', { name: 'Keep the value of {shop} secret' }).click();
  await expect.poll(() => stored(page)).toMatchObject({ variables: {}, secretValues: ['shop'] });
});

it('the values of the connection are listed with where they come from', async () => {
  const page = await window.open('state=some');
  await page.evaluate(() => {
    const { fake } = globalThis.window;
    const views = fake.connections.filter(({ connection }) => connection.id === 'google');
    const values = { variables: { shop: 'acme' }, capturedValues: { region: 'token:/region' } };
    fake.emit('connections.changed', {
      views: views.map((view) => ({ ...view, connection: { ...view.connection, ...values } })),
      removed: [],
    });
  });
  await field(page, 'URL').fill('https://{shop}.example.com/{region}/{own}');
  await page.getByRole('tab', { name: /^Parameters/ }).click();
  await page.getByText('from the connection “Google Sheets”').waitFor();
  await page.getByText('from the login of “Google Sheets”').waitFor();
  await field(page, 'Value of {own}').fill('7');
  await expect.poll(() => page.locator('[data-sent-url]').textContent()).toBe('https://acme.example.com/{region}/7');
});
