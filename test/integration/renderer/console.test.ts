import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const grid = (page: Page) => page.getByRole('grid', { name: /^Requests/ });
const rows = (page: Page) => grid(page).locator('[role=row][id]');
const filter = (page: Page) => page.getByRole('textbox', { name: 'Filter requests' });
const detail = (page: Page) => page.getByRole('complementary', { name: 'The request in full' });
const dock = (page: Page) => page.getByRole('region', { name: 'Console', exact: true });
const paneOfFocus = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'));

/** As many requests in the played main as asked for, told as main tells them. */
const addExchanges = (page: Page, count: number) =>
  page.evaluate((count) => {
    const { fake } = globalThis.window;
    const example = fake.exchanges[0];
    if (example === undefined) throw new Error('no exchange to copy');
    for (let added = 0; added < count; added += 1) {
      fake.newestExchange += 1;
      fake.exchanges.push({ ...example, id: fake.newestExchange, at: Date.now() });
    }
    fake.emit('console.changed', { newest: fake.newestExchange });
  }, count);

describe('the console, by the keyboard alone', () => {
  it('opens with the focus in its list, goes through requests, and closes with Escape', async () => {
    const page = await window.open('state=some');
    await page.locator('[data-row="sales"]').focus();
    await page.keyboard.press('Control+j');
    await expect.poll(() => grid(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Home');
    await detail(page).getByText('https://accounts.google.com/o/oauth2/v2/auth').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await detail(page).getByText('https://oauth2.googleapis.com/token').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tabpanel');
    await page.keyboard.press('Escape');
    await detail(page).waitFor({ state: 'detached' });
    await expect.poll(() => grid(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await dock(page).waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe('sales');
  });

  it('is one of the panes that F6 goes round', async () => {
    const page = await window.open('state=some');
    await page.keyboard.press('Control+j');
    await grid(page).waitFor();
    await expect.poll(() => paneOfFocus(page)).toBe('console');
    await page.keyboard.press('F6');
    await expect.poll(() => paneOfFocus(page)).toBe('top');
    await page.keyboard.press('Shift+F6');
    await expect.poll(() => paneOfFocus(page)).toBe('console');
    await expect.poll(() => grid(page).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('opens and closes by the button, the palette and its key', async () => {
    const page = await window.open('state=some');
    const button = page.getByRole('banner').getByRole('button', { name: 'Console' });
    await button.click();
    await grid(page).waitFor();
    await expect.poll(() => button.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Control+j');
    await dock(page).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('console');
    await page.keyboard.press('Enter');
    await grid(page).waitFor();
  });

  it('grows by the arrow keys, and main keeps its height', async () => {
    const page = await window.open('state=some');
    await page.keyboard.press('Control+j');
    await grid(page).waitFor();
    const before = (await dock(page).boundingBox())?.height ?? 0;
    await page.getByRole('separator', { name: 'Console height' }).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await filter(page).focus();
    await expect.poll(() => page.evaluate(() => globalThis.window.fake.preferences.consoleHeight)).toBe(332);
    expect((await dock(page).boundingBox())?.height).toBe(before + 32);
  });
});

describe('the list of requests', () => {
  it('shows what is asked for by words and by kinds', async () => {
    const page = await window.open('state=some');
    await page.keyboard.press('Control+j');
    await expect.poll(() => rows(page).count()).toBe(9);
    await page.getByRole('button', { name: 'Refresh', exact: true }).click();
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.getByRole('button', { name: /^Errors/ }).click();
    await expect.poll(() => rows(page).count()).toBe(1);
    await filter(page).fill('jira');
    await page.getByText('The filter hides 9 requests.').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await filter(page).fill('top tracks');
    await expect.poll(() => rows(page).count()).toBe(1);
    await filter(page).press('Escape');
    await expect.poll(() => rows(page).count()).toBe(9);
  });

  it('draws few of ten thousand rows', async () => {
    const page = await window.open('state=some');
    await addExchanges(page, 10_000);
    await page.keyboard.press('Control+j');
    await page.getByText('10,009 requests').waitFor();
    expect(await rows(page).count()).toBeLessThan(60);
    expect(await grid(page).getAttribute('aria-rowcount')).toBe('10010');
  });

  it('stays with the newest request until one looks at another, and then stays there', async () => {
    const page = await window.open('state=some');
    await addExchanges(page, 200);
    await page.keyboard.press('Control+j');
    const newest = () => rows(page).last().getAttribute('id');
    await expect.poll(newest).toBe('console-exchange-209');
    await addExchanges(page, 1);
    await expect.poll(newest).toBe('console-exchange-210');
    const follow = page.getByRole('button', { name: 'Stay with the newest request' });
    await expect.poll(() => follow.getAttribute('aria-pressed')).toBe('true');
    await page.locator('#console-exchange-206').click();
    const place = () => page.locator('#console-exchange-206').evaluate((row) => row.getBoundingClientRect().top);
    const before = await place();
    await addExchanges(page, 50);
    await page.getByText('260 requests').waitFor();
    expect(await place()).toBe(before);
    await expect.poll(() => follow.getAttribute('aria-pressed')).toBe('false');
    await follow.click();
    await expect.poll(newest).toBe('console-exchange-260');
  });

  it('keeps its place when older requests make room', async () => {
    const page = await window.open('state=some');
    await addExchanges(page, 300);
    await page.keyboard.press('Control+j');
    await page.getByText('309 requests').waitFor();
    await page.keyboard.press('Home');
    await grid(page).evaluate((element) => element.scrollTo(0, 100 * 26));
    await page.locator('#console-exchange-105').waitFor();
    const place = () => page.locator('#console-exchange-105').evaluate((row) => row.getBoundingClientRect().top);
    const before = await place();
    await page.evaluate(() => {
      globalThis.window.fake.exchanges.splice(0, 50);
      globalThis.window.fake.droppedExchanges = 50;
    });
    await addExchanges(page, 1);
    await page.getByText('50 older removed').waitFor();
    expect(await place()).toBe(before);
  });

  it('is emptied by Clear', async () => {
    const page = await window.open('state=some');
    await page.keyboard.press('Control+j');
    await page.getByRole('button', { name: 'Clear the console' }).click();
    await page.getByText('Nothing has been sent yet').waitFor();
  });
});

describe('a request in full', () => {
  const copied = (page: Page) => page.evaluate(() => Reflect.get(globalThis.window, 'copied') as string | undefined);
  const open = async () => {
    const page = await window.open('state=some');
    await page.evaluate(() => {
      const write = async (text: string) => void Reflect.set(globalThis.window, 'copied', text);
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: write } });
    });
    await page.keyboard.press('Control+j');
    await page.locator('#console-exchange-7').click();
    return page;
  };

  it('says that its secrets are never stored here [35]', async () => {
    const page = await open();
    await detail(page).getByRole('tab', { name: 'Request' }).click();
    await detail(page).getByText('Bearer').waitFor();
    await detail(page).getByText('The console never stores secrets').waitFor();
  });

  it('is copied as cURL with its secrets masked', async () => {
    const page = await open();
    // The word stands there for a moment only.
    const told = detail(page).getByRole('button', { name: 'Copied' }).waitFor();
    await Promise.all([told, detail(page).getByRole('button', { name: 'Copy as cURL' }).click()]);
    await expect.poll(() => copied(page)).toContain('Bearer ••••');
  });

  it('is copied with the token only after a confirmation that says what that means [35]', async () => {
    const page = await open();
    const choose = async () => {
      await detail(page).getByRole('button', { name: 'More ways to copy' }).click();
      await page.getByRole('menuitem', { name: 'Copy as cURL with the token…' }).click();
      await page.getByRole('dialog').getByText('Anybody who has the command can read your data').waitFor();
    };
    await choose();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await copied(page)).toBeUndefined();
    await choose();
    await page.getByRole('button', { name: 'Copy with the token' }).click();
    await expect.poll(() => copied(page)).toContain('the-real-token');
  });

  it('offers the token for requests of resources alone', async () => {
    const page = await open();
    await page.locator('#console-exchange-4').click();
    await detail(page).getByText('https://oauth2.googleapis.com/token').waitFor();
    expect(await detail(page).getByRole('button', { name: 'More ways to copy' }).count()).toBe(0);
  });

  it('is exported with the others to the file that the user picks', async () => {
    const page = await open();
    await page.evaluate(() => {
      globalThis.window.fake.bundlePath = '/home/ann/tokenboard-diagnosis.json';
    });
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByText('Saved as /home/ann/tokenboard-diagnosis.json. The file contains no secrets.').waitFor();
  });
});
