import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, field, withClient } from './connection-dialog.ts';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

describe('headers of token requests', () => {
  const label = 'Token request headers';

  it('are entered by the keyboard alone, and a key among them goes to the secrets', async () => {
    const page = await window.open('state=empty');
    await withClient(page);
    await button(page, 'More').press('Enter');
    await button(page, 'Extra parameters and headers').press('Enter');
    await button(page, `${label}: add`).press('Enter');
    await page.keyboard.type('Origin');
    await page.keyboard.press('Tab');
    await page.keyboard.type('https://board.example.com');
    await button(page, `${label}: add`).press('Enter');
    await page.keyboard.type('Ocp-Apim-Subscription-Key');
    await page.keyboard.press('Tab');
    await page.keyboard.type('0f9a4c71b2d84e6fa3');
    await button(page, `${label}: add`).focus();
    const lock = button(page, `${label}: value 2 is secret`);
    await expect.poll(() => lock.getAttribute('aria-pressed')).toBe('true');
    await expect
      .poll(() => page.getByLabel(`${label}: value 2`, { exact: true }).getAttribute('type'))
      .toBe('password');
    await button(page, 'Save').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const [saved] = await page.evaluate(() => globalThis.window.fake.connections);
    expect(saved?.connection.tokenHeaders).toEqual([
      { name: 'Origin', value: 'https://board.example.com', secret: false },
      { name: 'Ocp-Apim-Subscription-Key', value: '', secret: true },
    ]);
    expect(saved?.secrets).toContain('header:ocp-apim-subscription-key');
  });

  it('say beside the field what is wrong', async () => {
    const page = await window.open('state=empty');
    await withClient(page);
    await button(page, 'More').click();
    await button(page, 'Extra parameters and headers').click();
    await button(page, `${label}: add`).click();
    await field(page, `${label}: name 1`).fill('Content-Type');
    await field(page, `${label}: value 1`).fill('text/plain');
    await button(page, `${label}: add`).focus();
    await page.getByText('Content-Type is set by Tokenboard.').waitFor();
  });
});
