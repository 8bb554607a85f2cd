import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/main.ts';
import { axeProblems, type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
let page: Page;
beforeAll(async () => {
  window = await startFakeWindow();
  page = await window.open('state=some');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await run();
});
afterAll(() => window.close());

const run = async () => {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('gridcell', { name: 'Espresso machine' }).first().waitFor();
};
const show = (name: string) => page.getByRole('tab', { name, exact: true }).click();
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const search = () => page.getByRole('search');
const count = (words: string) => search().getByText(words, { exact: true }).waitFor();
const marked = () => page.evaluate(() => CSS.highlights.get('found')?.size ?? 0);
const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

describe('the tree', () => {
  const tree = () => page.getByRole('tree');
  const active = () => tree().locator('[role=treeitem][aria-selected=true]').textContent();

  it('is searched as a whole: a match opens what it is in', async () => {
    await show('Tree');
    await tree().locator('[role=treeitem]').first().waitFor();
    await tree().focus();
    await press('Control+f');
    await page.keyboard.type('grind');
    await count('1 of 301');
    await expect.poll(active).toBe('productGrinder');
    expect(await marked()).toBeGreaterThan(0);
    expect(await axeProblems(page)).toEqual([]);
    await press('Shift+Enter');
    await count('301 of 301');
    await expect.poll(active).toBe('productGrinder');
    await press('Escape');
    expect(await tree().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('copies the path of a node, and opens all below one', async () => {
    await press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Copy path (JSONPath)' }).click();
    await expect.poll(clipboard).toMatch(/^\$\[12\d\d\]\.product$/);
    await press('ContextMenu');
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Copy path (JSON Pointer)' }).click();
    await expect.poll(clipboard).toMatch(/^\/12\d\d\/product$/);
    await press('Home');
    const lines = await tree().locator('[aria-level="3"]').count();
    await press('Shift+ArrowRight');
    await expect.poll(() => tree().locator('[aria-level="3"]').count()).toBeGreaterThan(lines);
    await page.getByText('Expanded the first 2,000 entries').waitFor();
  });
});

describe('the text', () => {
  it('is searched in its editor', async () => {
    await show('Raw');
    await page.locator('.cm-line').first().waitFor();
    await press('Control+f');
    await page.keyboard.type('A');
    await count('1 of 2');
    await press('Enter');
    await count('2 of 2');
    expect(await marked()).toBe(2);
    await page.getByRole('button', { name: 'Match case' }).click();
    await count('No matches');
    await press('Escape');
  });

  it('is searched as a whole where it is shown line by line', async () => {
    await page.evaluate(() => {
      globalThis.window.fake.rows = 1_000_000;
    });
    await show('Table');
    await run();
    await show('Raw');
    await page.getByRole('region', { name: /^Raw text, 1,000,002 lines/ }).waitFor();
    await press('Control+f');
    await page.keyboard.type('Milk');
    await page
      .getByRole('search')
      .getByText(/^1 of [\d,]+$/)
      .waitFor();
    await press('Shift+Enter');
    await expect.poll(() => page.locator('[data-current]').textContent()).toContain('Milk jug');
    expect(await page.locator('[data-current]').textContent()).toMatch(/^9,99\d/);
    await expect.poll(marked).toBeGreaterThan(0);
    await press('Escape');
    const indent = page.getByRole('button', { name: 'Indent' });
    await indent.click();
    await page.getByRole('button', { name: 'Show as sent', pressed: true }).waitFor();
    await page.getByRole('region', { name: /^Raw text, 1,000,002 lines/ }).waitFor();
    await page.getByRole('button', { name: 'Show as sent' }).click();
    await indent.waitFor();
  });
});
