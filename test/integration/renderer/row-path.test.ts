import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type {} from '../../renderer/main.ts';
import { axeProblems, type FakeWindow, startFakeWindow } from './fake-window.ts';
import { fieldsWithoutSentence } from './field-sentences.ts';

let window: FakeWindow;
let page: Page;
beforeAll(async () => {
  window = await startFakeWindow();
  page = await window.open('state=some');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('gridcell').first().waitFor();
});
afterAll(() => window.close());

const chooser = () => page.getByRole('button', { name: /^List shown as the table/ });
const field = () => page.getByRole('combobox', { name: 'Path to the rows' });
const stored = () => page.evaluate(() => globalThis.window.fake.resources[0]?.resource.dataPath);

it('suggests paths with their rows, and takes one by the keyboard alone', async () => {
  await chooser().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option').first().waitFor();
  expect(await field().evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.getByRole('option').allInnerTexts()).toEqual([
    expect.stringMatching(/^whole response\s+1,204$/),
    expect.stringMatching(/^\$\[\*\]\.lines\[\*\]\s+3,204$/),
    '$[*].tags[*]',
    '0',
  ]);
  expect(await axeProblems(page)).toEqual([]);
  expect(await fieldsWithoutSentence(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await chooser().getByText('$[*].lines[*]', { exact: true }).waitFor();
  await expect.poll(stored).toBe('$[*].lines[*]');
});

it('says what is wrong while one types, and shows nothing until the path is right', async () => {
  await chooser().click();
  await field().fill('$[*].lines[');
  await page.getByText('A bracket is not closed. Add “]” or “)” at character 12.').waitFor();
  await page.keyboard.press('Enter');
  expect(await field().getAttribute('aria-invalid')).toBe('true');
  expect(await stored()).toBe('$[*].lines[*]');
  await field().fill('$[*].tags[*]');
  await page.getByText('12 rows', { exact: true }).waitFor();
  await page.getByText(/^In Peakboard, a path leads to one list/).waitFor();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect.poll(stored).toBe('$[*].tags[*]');
});

it('adds the fields of the parents, and Escape returns to where one was', async () => {
  await chooser().click();
  await page.getByRole('switch', { name: 'Fields of the parents too' }).click();
  await expect.poll(() => page.evaluate(() => globalThis.window.fake.resources[0]?.resource.withParents)).toBe(true);
  await page.keyboard.press('Escape');
  await field().waitFor({ state: 'detached' });
  expect(await chooser().evaluate((element) => element === document.activeElement)).toBe(true);
});
