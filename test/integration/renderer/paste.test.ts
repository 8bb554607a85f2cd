import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const urlField = (page: Page) => page.getByRole('textbox', { name: 'URL' });
const stored = (page: Page) =>
  page.evaluate(() => globalThis.window.fake.resources.find(({ resource }) => resource.id === 'weather')?.resource);
const secret = (page: Page, name: string) =>
  page.evaluate((key) => globalThis.window.fake.secrets.get(`weather/${key}`), name);

/** A resource without authorization. */
async function openWeather(): Promise<Page> {
  const page = await window.open('state=some');
  await page.locator('[data-row="weather"]').click();
  await page.getByRole('textbox', { name: 'URL' }).waitFor();
  return page;
}

/** As a person does: the text lies in the clipboard, and the field has the focus. */
async function paste(page: Page, text: string): Promise<void> {
  await urlField(page).selectText();
  await urlField(page).evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

describe('a command pasted into the URL field', () => {
  it('becomes a request, with its secrets in the vault [56]', async () => {
    const page = await openWeather();
    await paste(
      page,
      `curl 'https://api.example.com/v2/orders?from=2026' \\\n  -H 'X-Team: sales' \\\n  -H 'Authorization: Bearer canary-4711-token' --compressed`,
    );
    await page.getByText('Request pasted: 1 header, 1 secret in the vault.').waitFor();
    expect(await urlField(page).inputValue()).toBe('https://api.example.com/v2/orders?from=2026');
    await expect
      .poll(() => stored(page))
      .toMatchObject({
        url: 'https://api.example.com/v2/orders?from=2026',
        headers: [{ name: 'X-Team', value: 'sales', secret: false }],
        authorization: { type: 'bearer' },
      });
    expect(await secret(page, 'bearerToken')).toBe('canary-4711-token');
    expect(await page.content()).not.toContain('canary-4711');
  });

  it('can be undone', async () => {
    const page = await openWeather();
    const before = await stored(page);
    await paste(page, 'curl https://api.example.com/v2/orders');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => stored(page)).toEqual(before);
  });

  it('becomes a POST with its body', async () => {
    const page = await openWeather();
    await paste(page, `fetch("https://api.example.com/q", { "method": "POST", "body": "{\\"from\\":\\"2026\\"}" })`);
    await expect
      .poll(() => stored(page))
      .toMatchObject({ method: 'POST', body: { type: 'json', text: '{"from":"2026"}' } });
    await page.getByRole('tab', { name: 'Body' }).click();
    expect(await page.getByLabel('JSON', { exact: true }).last().inputValue()).toBe('{"from":"2026"}');
  });

  it('says what was left out', async () => {
    const page = await openWeather();
    await paste(page, `fetch("https://api.example.com/q", { "method": "PUT", "body": "{}" })`);
    await page.getByText('Tokenboard sends GET instead of PUT. The body was left out.').waitFor();
  });

  it('leaves the URL alone if it cannot be read', async () => {
    const page = await openWeather();
    const before = await urlField(page).inputValue();
    await paste(page, `curl 'https://api.example.com`);
    await page.getByText('This command cannot be read. Paste its URL instead.').waitFor();
    expect(await urlField(page).inputValue()).toBe(before);
  });
});
