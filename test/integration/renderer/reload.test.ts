import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunSummary } from '../../../app/shared/contract/contract.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const line = (page: Page) => page.locator('[data-status-line]');
const mark = (page: Page, id: string) => page.locator(`[data-row="${id}"] [data-state]`);
const grid = (page: Page) => page.getByRole('grid').first();

/** Main reloads the resource, and it ends like this. */
const reloads = (page: Page, id: string, end: { change?: Partial<RunSummary>; error?: object }) =>
  page.evaluate(
    async ({ id, end }) => {
      const { fake, tokenboard } = globalThis.window;
      fake.emit('resources.runStarted', { id, by: 'reload' });
      if (end.error !== undefined) {
        // Checked against the contract by the fake.
        const error = end.error as NonNullable<RunSummary['error']>;
        fake.emit('resources.runEnded', { id, by: 'reload', run: null, error });
        return;
      }
      const result = await tokenboard.calls['resources.run']({ id });
      if (!result.ok) throw new Error(result.error.code);
      fake.emit('resources.runEnded', { id, by: 'reload', run: { ...result.value, ...end.change }, error: null });
    },
    { id, end },
  );

it('shows a reload as if the window had started it, and the grid keeps its place', async () => {
  const page = await window.open('state=some');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('gridcell', { name: 'Espresso machine' }).first().waitFor();
  await expect.poll(() => line(page).textContent()).toMatch(/^Fetched just now.?84 ms.?1,204 rows/);
  await grid(page).focus();
  for (let row = 0; row < 200; row += 20) await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: /^Value of/ });
  await panel.waitFor();
  const place = () =>
    page.evaluate(() => {
      const shown = document.querySelector('[role=grid]');
      const active = shown?.getAttribute('aria-activedescendant') ?? '';
      return {
        top: shown?.scrollTop,
        cell: document.getElementById(active)?.textContent,
        focus: document.activeElement?.role,
      };
    });
  const before = await place();
  expect(before.top).toBeGreaterThan(1000);
  await page.evaluate(() => {
    const state = { shown: document.querySelector('[role=grid]'), gaps: 0 };
    Object.assign(globalThis, { watchedGrid: state });
    new MutationObserver(() => {
      if (!state.shown?.isConnected || state.shown.querySelectorAll('[role=gridcell]').length === 0) state.gaps += 1;
    }).observe(document.body, { childList: true, subtree: true });
  });
  await reloads(page, 'sales', { change: { previewId: 'next', durationMs: 123 } });
  await expect.poll(() => line(page).textContent()).toContain('123 ms');
  expect(await place()).toEqual(before);
  await panel.waitFor();
  expect(await page.evaluate(() => Reflect.get(globalThis, 'watchedGrid').gaps)).toBe(0);
  expect(await mark(page, 'sales').getAttribute('data-state')).toBe('works');

  // The data stays, and the failure is told.
  await reloads(page, 'sales', { error: { code: 'http.offline', message: verbatim('There is no network.') } });
  await expect.poll(() => line(page).textContent()).toMatch(/^Failed just now/);
  expect(await mark(page, 'sales').getAttribute('data-state')).toBe('failing');
  expect(await mark(page, 'sales').locator('title').textContent()).toBe('failing: There is no network');
  expect((await place()).top).toBe(before.top);
  await panel.waitFor();
  await reloads(page, 'sales', { change: { previewId: 'last' } });
  await expect.poll(() => mark(page, 'sales').getAttribute('data-state')).toBe('works');

  // Of another page: its data waits there, and what it means is told here.
  await reloads(page, 'weather', { change: { previewId: 'weather' } });
  await expect.poll(() => mark(page, 'weather').getAttribute('data-state')).toBe('works');
  await page.evaluate(() => globalThis.window.fake.emit('reload.news', { kind: 'fails', ids: ['weather', 'deals'] }));
  await page.getByText('“Weather”, “Deals” fail. Their last data stays.').waitFor();
  expect(await page.evaluate(() => globalThis.window.fake.watched)).toMatchObject({
    isVisible: true,
    shownId: 'sales',
  });
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(() => page.evaluate(() => globalThis.window.fake.watched?.isVisible)).toBe(false);
});

it('keeps the place in the tree and in the text when a resource reloads', async () => {
  const page = await window.open('state=some');
  const setRows = (rows: number) =>
    page.evaluate((count) => {
      globalThis.window.fake.rows = count;
      const lines = Array.from({ length: count }, (_none, at) => `  {"id": ${at}, "of": ${count}}`);
      globalThis.window.fake.bodyText = `[\n${lines.join(',\n')}\n]`;
    }, rows);
  await setRows(300);
  await page.keyboard.press('Control+Enter');
  await grid(page).waitFor();
  await page.getByRole('tab', { name: 'Tree', exact: true }).click();
  const tree = page.getByRole('tree');
  await tree.focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => tree.locator('[aria-selected=true]').textContent()).toContain('day');
  const opened = await tree.locator('[aria-selected=true]').getAttribute('id');
  const top = () => tree.evaluate((element) => element.scrollTop);
  await tree.evaluate((element) => {
    element.scrollTop += 100;
  });
  const before = await top();
  await setRows(320);
  await reloads(page, 'sales', { change: { previewId: 'next' } });
  await tree.locator('[aria-level="1"][aria-setsize="320"]').first().waitFor();
  expect(await top()).toBe(before);
  expect(await tree.locator('[aria-level="2"]').count()).toBe(5);
  expect(await tree.getAttribute('aria-activedescendant')).toBe(opened);

  await page.getByRole('tab', { name: 'Raw', exact: true }).click();
  const text = page.locator('.cm-scroller');
  const firstLine = () =>
    text.evaluate((element) => {
      const edge = element.getBoundingClientRect().top;
      const lines = [...element.querySelectorAll('.cm-line')];
      return lines.find((each) => each.getBoundingClientRect().bottom > edge + 1)?.textContent;
    });
  await text.locator('.cm-line').first().waitFor();
  await text.evaluate((element) => {
    element.scrollTop = 2000;
  });
  await expect.poll(firstLine).toContain('"of": 320}');
  const line = (await firstLine()) ?? '';
  await setRows(300);
  await reloads(page, 'sales', { change: { previewId: 'last' } });
  await expect.poll(firstLine).toBe(line.replace('320', '300'));
});

it('sets the interval by keyboard, says what is wrong with one, pauses, and tells the last runs', async () => {
  const page = await window.open('state=some');
  const stored = () =>
    page.evaluate(
      () => globalThis.window.fake.resources.find(({ resource }) => resource.id === 'sales')?.resource.reload,
    );
  await page.evaluate(() => {
    const runs = [1, 2, 3].map((number) => ({
      at: Date.UTC(2026, 0, number),
      durationMs: number * 100,
      status: number === 2 ? 503 : 200,
      rows: number === 2 ? null : 1204,
      bytes: 500,
      code: number === 2 ? 'resource.server_error' : null,
      by: 'reload' as const,
    }));
    globalThis.window.fake.history.set('sales', runs);
  });
  await page.getByRole('tab', { name: 'Reload' }).click();
  const interval = page.getByRole('combobox', { name: 'Reload' });
  await interval.selectOption('Every 30 seconds');
  await expect.poll(stored).toEqual({ seconds: 30, atStart: false, isPaused: false });
  await interval.selectOption('Own interval');
  const own = page.getByRole('textbox', { name: 'Seconds' });
  await own.fill('0');
  await page.getByText('The shortest interval is 1 second.').waitFor();
  await own.fill('2');
  await page.getByText('The service counts each of these runs.', { exact: false }).waitFor();
  await page.getByRole('switch', { name: 'Run at start' }).press('Space');
  await expect.poll(stored).toEqual({ seconds: 2, atStart: true, isPaused: false });

  const chart = page.getByRole('slider', { name: 'Last runs' });
  await chart.focus();
  await page.keyboard.press('ArrowLeft');
  expect(await chart.getAttribute('aria-valuetext')).toMatch(/200 ms, no table, 500 B, 503 · /);
  await page.getByRole('button', { name: 'Show as table' }).click();
  expect(await page.getByRole('region', { name: 'Last runs' }).getByRole('row').count()).toBe(4);
  await page.evaluate(() => {
    const { fake } = globalThis.window;
    fake.history.set('sales', fake.history.get('sales')?.slice(0, 1) ?? []);
    fake.emit('resources.historyGrew', { id: 'sales' });
  });
  await expect.poll(() => page.getByRole('region', { name: 'Last runs' }).getByRole('row').count()).toBe(2);

  await line(page).getByRole('button', { name: 'Pause', exact: true }).click();
  await expect.poll(async () => (await stored())?.isPaused).toBe(true);
  await page.evaluate(() => {
    const state = { id: 'sales', nextAt: null, delayedBy: null, allowance: null };
    globalThis.window.fake.reloads = [{ ...state, status: 'waits', code: null }];
    const stopped = { ...state, status: 'stopped' as const, code: 'resource.unauthorized' as const };
    globalThis.window.fake.emit('reload.changed', { isPaused: false, states: [stopped] });
  });
  await line(page)
    .getByText(/^reload stopped: /)
    .waitFor();
  expect(await mark(page, 'sales').getAttribute('data-state')).toBe('stale');
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'Pause reloading' }).click();
  await line(page).getByText('all reloads paused').waitFor();
  await line(page).getByRole('button', { name: 'Resume all' }).click();
  await expect.poll(() => page.evaluate(() => globalThis.window.fake.isReloadPaused)).toBe(false);
});
