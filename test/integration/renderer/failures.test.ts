import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { axeProblems, type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const panels = (page: Page) => page.getByRole('alert').filter({ has: page.getByRole('heading') });
const run = (page: Page) => page.getByRole('button', { name: 'Run', exact: true }).click();
const firstCell = (page: Page) => page.getByRole('gridcell', { name: 'Espresso machine' }).first();
const mark = (page: Page, id: string) => page.locator(`[data-row="${id}"] [data-state]`).getAttribute('data-state');
const serverError: ErrorReport = {
  code: 'token.server_error',
  message: verbatim('The service is down.'),
  serviceMessage: 'Service Unavailable',
  details: { host: 'oauth2.googleapis.com', status: 503 },
};

/** From now on GETs end in this way. */
const runsEndIn = (page: Page, end: ErrorReport | 'data' | 'wait') =>
  page.evaluate((end) => {
    globalThis.window.fake.run = end;
  }, end);
const fails = (page: Page, id: string, error: ErrorReport) =>
  page.evaluate(
    ({ id, error }) => {
      const { fake } = globalThis.window;
      const view = fake.connections.find((each) => each.connection.id === id);
      if (view === undefined) throw new Error('no such connection');
      view.status = { status: 'failing', error, retryAt: Date.now() + 40_000 };
      fake.emit('connections.changed', { views: [view], removed: [] });
    },
    { id, error },
  );

describe('a renewal that failed', () => {
  it('is told in one small panel beside data that is still good', async () => {
    const page = await window.open('state=some');
    await run(page);
    await firstCell(page).waitFor();
    await fails(page, 'google', serverError);
    await runsEndIn(page, serverError);
    await run(page);
    await page.getByText(/^Not updated. The connection needs attention/).waitFor();
    expect(await panels(page).count()).toBe(1);
    expect(await panels(page).getByText('Service Unavailable').count()).toBe(0);
    expect((await panels(page).boundingBox())?.height).toBeLessThan(56);
    await firstCell(page).waitFor();
    await panels(page).getByRole('button', { name: 'Details' }).click();
    await panels(page).getByText('Service Unavailable').waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  it('is told in one panel where there is no data, and the other place refers to it', async () => {
    const page = await window.open('state=some');
    await fails(page, 'google', serverError);
    await runsEndIn(page, serverError);
    await run(page);
    await page.getByText('The connection needs attention. See Authorization above.').waitFor();
    expect(await panels(page).count()).toBe(1);
    await panels(page).getByText('Service Unavailable').waitFor();
  });

  it('never stands beside a button that reads "Authorized"', async () => {
    const page = await window.open('state=some');
    await page.getByRole('button', { name: 'Authorized - Update Token' }).waitFor();
    await fails(page, 'google', serverError);
    await page.getByRole('button', { name: 'Request New Token' }).waitFor();
    expect(await page.getByRole('button', { name: /^Authorized/ }).count()).toBe(0);
  });

  it('answers "Will it keep running?" before all else on the page of the connection', async () => {
    const page = await window.open('state=some');
    await fails(page, 'google', serverError);
    await page.locator('[data-row="google"]').click();
    const status = page.getByRole('region', { name: 'Status' });
    await status.getByText(/^Not certain\. The last renewal failed; Tokenboard tries again in \d+ sec/).waitFor();
    expect(await status.getByRole('heading').allInnerTexts()).toEqual(['Will it keep running?', 'Server error']);
    expect(await panels(page).count()).toBe(1);
    expect(await axeProblems(page)).toEqual([]);
  });
});

describe('the mark of a resource', () => {
  it('tells how its last GET went', async () => {
    const page = await window.open('state=some');
    const id = await page.locator('[data-row][aria-current="page"]').getAttribute('data-row');
    if (id === null) throw new Error('no resource is shown');
    expect(await mark(page, id)).toBe('not_run');
    await runsEndIn(page, { code: 'resource.forbidden', message: verbatim('No.'), details: { status: 403 } });
    await run(page);
    await expect.poll(() => mark(page, id)).toBe('failing');
    expect(await mark(page, 'google')).toBe('authorized');
    await runsEndIn(page, 'data');
    await run(page);
    await expect.poll(() => mark(page, id)).toBe('works');
  });
});

describe('a GET that the user cancels', () => {
  it('is no error, and leaves what was there before', async () => {
    const page = await window.open('state=some&run=wait');
    await run(page);
    await page.getByRole('region', { name: 'Preview' }).getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('No data yet').waitFor();
    expect(await panels(page).count()).toBe(0);
    await runsEndIn(page, 'data');
    await run(page);
    await firstCell(page).waitFor();
  });
});

describe('a GET without authorization', () => {
  it.each([
    ['resource.authorization_required', 401],
    ['resource.forbidden_anonymous', 403],
  ] as const)('offers OAuth where the service refuses it (%s)', async (code, status) => {
    const page = await window.open('state=some');
    await page.getByRole('button', { name: 'Open the request’s settings' }).click();
    await page.getByRole('radiogroup', { name: 'Authorization' }).getByText('None', { exact: true }).click();
    await runsEndIn(page, { code, message: verbatim('No.'), details: { status } });
    await run(page);
    await panels(page).getByRole('button', { name: 'Use OAuth' }).click();
    const picker = page.getByRole('button', { name: 'Connection', exact: true });
    await expect.poll(() => picker.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByRole('radio', { name: 'OAuth' }).isChecked()).toBe(true);
  });
});
