import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';
import { publishShown, putTargets } from './some-targets.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const stored = (page: Page) => page.evaluate(() => globalThis.window.fake.pushes);
const focused = (page: Page, name: string) => page.getByRole('textbox', { name }).and(page.locator(':focus')).waitFor();

it('adds a target by keyboard to a resource that is not published, and keeps the secret out of its fields', async () => {
  const page = await window.open('state=some');
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'Send the rows of the selected resource' }).waitFor();
  await page.keyboard.type('send the rows');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Webhook' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await focused(page, 'Name');
  // Saving says what is missing, and goes there.
  await page.keyboard.press('Enter');
  await focused(page, 'URL');
  await page.getByText('Enter a value.').waitFor();
  await page.keyboard.type('board.local/rows');
  await page.getByText('Enter a complete address').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(' http://board.local/rows');
  await page.keyboard.press('Tab');
  await page.keyboard.type('s3cret-token');
  // Escape would lose it.
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Close without saving?' }).getByText('Cancel').click();
  await page.getByRole('textbox', { name: 'Bearer token' }).press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const [view] = await stored(page);
  expect(view).toMatchObject({
    push: { name: 'Webhook', isOn: true, seconds: null, values: { url: 'http://board.local/rows' } },
    secretNames: ['token'],
  });
  const feed = await page.evaluate(() => globalThis.window.fake.feeds.feeds[0]?.feed);
  expect(feed).toMatchObject({ id: view?.push.feedId, resourceId: 'sales', isOn: false });

  await page.getByRole('button', { name: 'Send now to Webhook' }).press('Enter');
  await page.getByText('42 rows sent').waitFor();
  await page.getByRole('button', { name: 'More for the target Webhook' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByText('Tokenboard sends these rows to tools that cannot read a feed.').waitFor();
  expect(await stored(page)).toEqual([]);
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Send now to Webhook' }).waitFor();
});

it('keeps to the interval of the tool, and keeps a secret that is not replaced', async () => {
  const page = await window.open('state=some');
  await publishShown(page);
  await putTargets(page);
  await page.getByRole('button', { name: 'More for the target Wall in the hall' }).click();
  await page.getByRole('menuitem', { name: 'Edit…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Target Wall in the hall' });
  await dialog.getByText('At most 500 rows at a time.').waitFor();
  await dialog.getByRole('textbox', { name: 'Address' }).fill('https://api.geckoboard.com');
  await dialog.getByRole('textbox', { name: 'Dataset' }).fill('sales.by_day');
  await dialog.getByRole('textbox', { name: 'Interval (seconds)' }).fill('2');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.locator('[aria-invalid=true]').and(page.locator(':focus')).waitFor();
  await dialog.getByText('Only when I send', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const [view] = await stored(page);
  expect(view).toMatchObject({
    push: { isOn: false, values: { dataset: 'sales.by_day' } },
    secretNames: ['apiKey'],
  });
});

it('lists the targets of all resources in the settings, and leads to each', async () => {
  const page = await window.open('state=some');
  await publishShown(page);
  await putTargets(page);
  await page.locator('[data-row="weather"]').click();
  await page.keyboard.press('Control+,');
  const list = page.getByRole('list', { name: 'All targets' });
  await list.getByText('The target does not accept the key').waitFor();
  await list.getByRole('button', { name: 'Show the target Databox' }).click();
  await page.getByRole('tab', { name: 'Feed', selected: true }).waitFor();
  await page.getByRole('alert').getByRole('button', { name: 'Edit target' }).click();
  await page.getByRole('dialog', { name: 'Target Databox' }).waitFor();
});
