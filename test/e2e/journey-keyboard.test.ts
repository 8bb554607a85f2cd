import { describe, expect, it } from 'vitest';
import { platformsHere } from './app.ts';
import { ask } from './lib/bridge.ts';
import { dialog, dialogGone, dialogOpen } from './lib/dialog.ts';
import { focused, hasFocus, tabTo, unseenFocus } from './lib/keyboard.ts';
import { allowButton, ann, logInButton, windowsClosed } from './lib/login.ts';
import { authorized } from './lib/practice.ts';
import { useApp } from './lib/use-app.ts';
import {
  nameField,
  namesIn,
  previewPane,
  readTable,
  requestButton,
  requestPane,
  resourceRow,
  urlField,
} from './lib/window.ts';

describe.each(platformsHere())('the keyboard alone, on the %s platform', (kind) => {
  const shared = useApp(kind);
  const press = async (...keys: string[]) => {
    for (const key of keys) await shared.page.keyboard.press(key);
  };

  it('goes from the empty window to data, the focus always to be seen', async () => {
    const { app, page } = shared;
    const unseen = await tabTo(page, page.getByRole('button', { name: 'Try the practice service' }));
    await press('Enter');
    await urlField(page).waitFor();
    unseen.push(...(await tabTo(page, requestButton(page))));
    await press('Enter');
    await dialogOpen(page);
    const requestToken = dialog(page).getByRole('button', { name: 'Request Token', exact: true });
    unseen.push(...(await tabTo(page, requestToken)));
    await press('Enter');

    const popup = await app.nextPopup();
    await logInButton(popup).waitFor();
    await popup.bringToFront();
    unseen.push(...(await tabTo(popup, popup.getByLabel('User name', { exact: true }))));
    await popup.keyboard.type(ann.username);
    await popup.keyboard.press('Tab');
    await popup.keyboard.type(ann.password);
    await popup.keyboard.press('Enter');
    await allowButton(popup).waitFor();
    unseen.push(...(await tabTo(popup, allowButton(popup))));
    await popup.keyboard.press('Enter').catch((error: unknown) => {
      if (!popup.isClosed()) throw error;
    });
    await windowsClosed(app);
    await authorized(page);
    await readTable(page);
    expect(unseen).toEqual([]);
  });

  it('returns the focus to the button that opened the dialog', async () => {
    const { page } = shared;
    await expect.poll(() => focused(page)).toContain('Authorized - Update Token');
  });

  it('walks the cells of the table and opens a value', async () => {
    const { page } = shared;
    const grid = previewPane(page).getByRole('grid');
    await tabTo(page, grid);
    expect(await unseenFocus(page)).toBeUndefined();
    await press('ArrowDown', 'ArrowDown', 'ArrowRight');
    const cell = previewPane(page).locator('[role=gridcell][aria-selected=true]');
    await expect.poll(() => cell.getAttribute('aria-colindex')).toBe('3');
    await press('Control+End');
    await expect.poll(async () => Number((await cell.getAttribute('aria-colindex')) ?? 0)).toBeGreaterThan(3);
    await press('Enter');
    await page.getByRole('complementary', { name: /^Value of / }).waitFor();
    await press('Escape');
    await page.getByRole('complementary', { name: /^Value of / }).waitFor({ state: 'hidden' });
  });

  it('goes round the panes with F6 and back with Shift F6', async () => {
    const { page } = shared;
    const panes = ['top', 'sidebar', 'request', 'preview'];
    const pane = () =>
      page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ?? 'none');
    const seen: string[] = [];
    for (const _ of panes) {
      await press('F6');
      seen.push(await pane());
      expect(await unseenFocus(page), seen.at(-1)).toBeUndefined();
    }
    expect([...seen].sort()).toEqual([...panes].sort());
    await press('Shift+F6');
    expect(await pane()).toBe(seen.at(-2));
  });

  it('jumps to the URL with Ctrl L and runs with Enter', async () => {
    const { page } = shared;
    await press('Control+L');
    await expect.poll(() => hasFocus(urlField(page))).toBe(true);
    await press('End');
    await page.keyboard.type('?limit=3');
    await press('Enter');
    await previewPane(page).getByText('3 rows', { exact: true }).waitFor();
  });

  it('makes a resource with N in the sidebar’s lists, and nowhere else', async () => {
    const { page } = shared;
    await nameField(page).focus();
    await press('End');
    await page.keyboard.type('n');
    await expect.poll(() => namesIn(page, 'Resources')).toEqual(['Sales by dayn']);
    await press('Backspace');
    await tabTo(page, requestPane(page).getByRole('tab', { name: 'Authorization' }));
    await press('n');
    await resourceRow(page, 'Sales by day').focus();
    expect(await namesIn(page, 'Resources')).toEqual(['Sales by day']);
    await press('n');
    await expect.poll(() => namesIn(page, 'Resources')).toEqual(['Sales by day', 'New resource']);
    await expect.poll(() => hasFocus(urlField(page))).toBe(true);
    await page.keyboard.type('https://example.com/a-new-one');
    await expect
      .poll(async () => (await ask(page, 'resources.list', {})).at(-1)?.resource.url)
      .toBe('https://example.com/a-new-one');
  });

  it('finds everything in the palette with Ctrl K', async () => {
    const { page } = shared;
    await press('Control+K');
    const search = page.getByRole('combobox', { name: /^Search resources/ });
    await expect.poll(() => hasFocus(search)).toBe(true);
    expect(await unseenFocus(page)).toBeUndefined();
    await page.keyboard.type('sales');
    await expect.poll(() => page.getByRole('option', { selected: true }).textContent()).toContain('Sales by day');
    await press('Enter');
    await expect.poll(() => nameField(page).inputValue()).toBe('Sales by day');
    await press('Control+K');
    await search.waitFor();
    await press('Escape');
    await search.waitFor({ state: 'hidden' });
  });

  it('opens the settings with Ctrl comma and closes what is on top with Escape', async () => {
    const { page } = shared;
    await press('Control+,');
    await dialog(page).getByRole('heading', { name: 'Appearance' }).waitFor();
    const holdsFocus = () => dialog(page).evaluate((box) => box.contains(document.activeElement));
    await expect.poll(holdsFocus).toBe(true);
    const unseen: string[] = [];
    for (let step = 0; step < 12; step += 1) {
      await press('Tab');
      unseen.push((await unseenFocus(page)) ?? '');
      expect(await holdsFocus()).toBe(true);
    }
    expect(unseen.filter((each) => each !== '')).toEqual([]);
    await press('Escape');
    await dialogGone(page);
    await resourceRow(page, 'Sales by day').focus();
    await press('ArrowDown');
    await expect.poll(() => hasFocus(resourceRow(page, 'New resource'))).toBe(true);
    await press('Enter');
    await expect.poll(() => nameField(page).inputValue()).toBe('New resource');
  });
});
