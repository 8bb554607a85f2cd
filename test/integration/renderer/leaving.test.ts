import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
let page: Page;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const dialog = () => page.getByRole('dialog');
const exported = <Value>(read: (state: typeof globalThis.window.fake.exported) => Value) =>
  page.evaluate(
    (source) => new Function('state', `return (${source})(state)`)(globalThis.window.fake.exported),
    read.toString(),
  );

it('copies a request for other programs by keyboard, with the token only after the choice, and remembers the program', async () => {
  page = await window.open('state=some');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('copy');
  await page.keyboard.press('Enter');
  const text = dialog().getByRole('region', { name: 'The request as text' });
  await expect.poll(() => text.textContent()).toContain('"$TOKENBOARD_TOKEN"');
  await dialog().getByRole('radio', { name: 'cURL' }).press('ArrowRight');
  await dialog().getByRole('radio', { name: 'PowerShell' }).press('ArrowRight');
  await expect.poll(() => text.textContent()).toContain('os.environ["TOKENBOARD_TOKEN"]');
  expect(await text.textContent()).not.toContain('the-real-token');
  await dialog().getByText('With the token', { exact: true }).click();
  await expect.poll(() => text.textContent()).toContain('the-real-token');
  await dialog().getByRole('button', { name: 'Copy with the token' }).click();
  await dialog().getByRole('button', { name: 'Copied' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('copy');
  await page.keyboard.press('Enter');
  await expect.poll(() => dialog().getByRole('radio', { name: 'Python' }).isChecked()).toBe(true);
  // The token is chosen each time.
  await expect.poll(() => text.textContent()).not.toContain('the-real-token');
  await dialog().getByText('Peakboard', { exact: true }).click();
  await dialog().getByRole('button', { name: 'Copy URL' }).waitFor();
});

it('exports what is shown or all, follows the export, and cancels it', async () => {
  page = await window.open('state=some');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('button', { name: 'Export the table…' }).click();
  await dialog().getByText('Semicolon', { exact: true }).click();
  await dialog().getByText('Everything', { exact: true }).click();
  await exported((state) => {
    state.waits = true;
  });
  await dialog().getByRole('button', { name: 'Export…' }).click();
  await dialog().getByText('602 of 1,204 rows', { exact: false }).waitFor();
  expect(await exported((state) => state.started[0]?.choices)).toMatchObject({
    format: 'csv',
    scope: 'all',
    csv: { delimiter: 'semicolon' },
  });
  // Closing the dialog does not end the export: a notice follows it.
  await dialog().getByRole('button', { name: 'Close', exact: true }).last().click();
  await dialog().waitFor({ state: 'hidden' });
  const notice = page.getByRole('alert').filter({ hasText: '602 of 1,204 rows' });
  await notice.waitFor();
  await exported((state) => state.finish?.());
  await page.getByText('/home/ann/Sales by day.csv').waitFor();
  await page.getByRole('button', { name: 'Show in folder' }).click();
  await expect.poll(() => exported((state) => state.shownInFolder.length)).toBe(1);
  // The choices are remembered.
  await page.getByRole('button', { name: 'Export the table…' }).click();
  await expect.poll(() => dialog().getByRole('radio', { name: 'Semicolon' }).isChecked()).toBe(true);
  await dialog().getByText('Excel', { exact: true }).click();
  await dialog().getByRole('button', { name: 'Export…' }).click();
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await dialog().getByRole('button', { name: 'Export…' }).waitFor();
});
