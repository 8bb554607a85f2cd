import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { ErrorPage } from '../../../app/platform/error-page.ts';
import type { PageText } from '../../../app/platform/page-text.ts';
import { watchErrorPage } from '../../../app/platform/watch-error-page.ts';

// It is loaded with the first page. Fake time does not wait for files.
beforeAll(async () => {
  await import('../../../app/platform/error-page.ts');
});
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const url = 'https://login.example.com/authorize';
function start(text = 'Client not found.') {
  const found: (ErrorPage | undefined)[] = [];
  const page: { text: string | undefined } = { text };
  const read = async (): Promise<PageText | undefined> =>
    page.text === undefined ? new Promise(() => {}) : { title: '', text: page.text, hasFields: false };
  return { page, found, watch: watchErrorPage(read, (error) => found.push(error)) };
}
const rest = () => vi.advanceTimersByTimeAsync(5_000);

it('tells an error page once, and that the window has moved on', async () => {
  const { watch, found } = start();
  watch.shown({ url, status: 400 });
  watch.shown({ url });
  watch.loaded();
  watch.loaded();
  await rest();
  expect(found).toEqual([{ host: 'login.example.com', serviceMessage: 'Client not found.', status: 400 }]);
  watch.shown({ url: `${url}/login`, status: 200 });
  expect(found.slice(1)).toEqual([undefined]);
});

it('reads a page that a script draws after it has loaded', async () => {
  const { watch, found, page } = start('');
  watch.shown({ url, status: 200 });
  watch.loaded();
  page.text = 'AADSTS700016: Application was not found in the directory';
  await rest();
  expect(found).toMatchObject([{ serviceMessage: expect.stringContaining('AADSTS700016') }]);
});

it('tells nothing of a page that does not respond, nor after the login is over [47]', async () => {
  const { watch, found, page } = start();
  page.text = undefined;
  watch.shown({ url, status: 400 });
  watch.loaded();
  page.text = 'Client not found.';
  watch.end();
  await rest();
  expect(found).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

it('forgets the error of a child that was closed', async () => {
  const { watch, found } = start();
  watch.shown({ url, status: 400 });
  await rest();
  watch.closed();
  expect(found).toEqual([expect.anything(), undefined]);
});
