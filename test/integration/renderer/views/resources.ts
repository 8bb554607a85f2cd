import type { Page } from 'playwright';
import { publishShown, putTargets } from '../some-targets.ts';
import { run, type Views } from './common.ts';

const offline = JSON.stringify({
  code: 'http.offline',
  message: 'There is no network.',
  details: { host: 'api.example.com' },
});

const runToRows = async (page: Page): Promise<void> => {
  await run(page);
  await page.getByRole('gridcell', { name: 'Espresso machine' }).first().waitFor();
};
const columnMenu = async (page: Page): Promise<void> => {
  await page.getByRole('grid', { name: /rows$/ }).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('menuitem', { name: 'Rename…' }).waitFor();
};

export const resources: Views = {
  empty: { query: 'state=empty', reach: (page) => page.getByRole('heading', { name: 'Which service?' }).waitFor() },
  'a resource': { query: 'state=some', reach: (page) => page.getByText('Expires in 52 min').waitFor() },
  'many resources': { query: 'state=many', reach: (page) => page.getByText('1,000', { exact: true }).waitFor() },
  'long text': { query: 'state=long', reach: (page) => page.getByText('Expires in 52 min').waitFor() },
  data: {
    query: 'state=some',
    reach: runToRows,
  },
  'the menu of a column, above the steps of a table': {
    query: 'state=some',
    reach: async (page) => {
      await runToRows(page);
      for (const item of ['Sort oldest first', 'Keep one row per value']) {
        await columnMenu(page);
        await page.getByRole('menuitem', { name: item }).click();
      }
      await page.getByRole('list', { name: 'Steps' }).getByText('Distinct by day').waitFor();
      await columnMenu(page);
    },
  },
  'a filter of rows': {
    query: 'state=some',
    reach: async (page) => {
      await runToRows(page);
      await page.getByRole('button', { name: 'Rows and columns' }).click();
      await page.getByRole('menuitem', { name: 'Filter…' }).click();
      await page.getByRole('dialog').getByText('Counted from the day').click();
      await page.getByRole('menu').waitFor({ state: 'detached' });
    },
  },
  'how the response is read': {
    query: 'state=some',
    reach: async (page) => {
      await run(page);
      await page.getByRole('button', { name: 'How the response is read' }).click();
      await page.getByLabel('Encoding', { exact: true }).waitFor();
    },
  },
  'the parameters of a URL': {
    query: 'state=some',
    reach: async (page) => {
      await page.locator('[data-row="weather"]').click();
      const url = 'https://api.example.com/{shop}/x?from={{today-7d}}&filter=a+b&zone=Europe%2FBerlin';
      await page.getByRole('textbox', { name: 'URL' }).fill(url);
      await page.getByRole('tab', { name: 'Parameters' }).click();
      await page.getByRole('checkbox', { name: 'Send parameter 2' }).click();
      await page.getByRole('button', { name: 'Insert a relative date: Value of parameter 1' }).click();
      await page.getByRole('button', { name: 'Insert', exact: true }).waitFor();
    },
  },
  'a POST with its body': {
    query: 'state=some',
    reach: async (page) => {
      await page.locator('[data-row="weather"]').click();
      await page.getByRole('tab', { name: 'Body' }).click();
      await page.getByText('POST', { exact: true }).click();
      await page.getByText('GraphQL', { exact: true }).click();
      await page.getByRole('textbox', { name: 'Variables' }).fill('[]');
      await page.getByRole('textbox', { name: 'Query' }).fill('{ sales { day } }');
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await page.getByText('The variables must be a JSON object.').waitFor();
    },
  },
  'reload with its history, and a limit that is too low': {
    query: 'state=some',
    reach: async (page) => {
      await runToRows(page);
      await page.evaluate(() => {
        const { fake } = window;
        const at = Date.now();
        const runs = Array.from({ length: 60 }, (_, index) => ({
          at: at - (60 - index) * 10_000,
          durationMs: 60 + ((index * 37) % 90),
          status: index % 13 === 5 ? 503 : 200,
          rows: index % 13 === 5 ? null : 1204,
          bytes: 48_211,
          code: index % 13 === 5 ? 'resource.server_error' : null,
          by: index === 0 ? ('start' as const) : ('reload' as const),
        }));
        fake.history.set('sales', runs);
        const allowance = { limit: 60, remaining: 50, resetAt: null, windowSeconds: 3600 };
        const state = {
          id: 'sales',
          status: 'waits' as const,
          nextAt: at + 60_000,
          delayedBy: null,
          code: null,
          allowance,
        };
        fake.emit('reload.changed', { isPaused: false, states: [state] });
      });
      await page.getByRole('tab', { name: 'Reload' }).click();
      await page.getByRole('combobox', { name: 'Reload' }).selectOption('Own interval');
      await page.getByText(/this interval needs 360/).waitFor();
      await page.getByRole('button', { name: 'Show as table' }).click();
      await page.getByText('start of Tokenboard').waitFor({ state: 'attached' });
    },
  },
  'a feed with its new key, its options and an old error': {
    query: 'state=some',
    reach: async (page) => {
      await page.getByRole('tab', { name: 'Feed' }).click();
      await page.getByRole('button', { name: 'Publish' }).click();
      await page.getByText('Your key “First key”').waitFor();
      await page.evaluate(() => {
        const { fake } = window;
        const [view] = fake.feeds.feeds;
        if (view === undefined) throw new Error('no feed');
        const at = Date.now();
        view.state = {
          dataAt: at - 12_000,
          rowCount: 1204,
          error: { code: 'resource.rate_limited', message: { id: 'verbatim', values: { text: 'Too many.' } } },
          reads: 14,
        };
        const lastUsed = { at: at - 3_600_000, address: '192.168.1.23' };
        const key = { ...view.keys[0], feedId: view.feed.id, ending: 'w3x9', createdAt: at - 40 * 86_400_000 };
        view.keys.push({ ...key, id: 'old', name: 'Lobby screen', expiresAt: at - 86_400_000, lastUsed });
        fake.emit('feeds.changed', {});
      });
      await page.getByText('1,204 rows').first().waitFor();
      await page.getByRole('button', { name: 'New key' }).click();
      await page.getByRole('button', { name: 'Options', exact: true }).click();
      await page.getByRole('textbox', { name: 'Websites that may read it' }).waitFor();
    },
  },
  'a feed whose server has lost its address': {
    query: 'state=some',
    reach: async (page) => {
      await page.getByRole('tab', { name: 'Feed' }).click();
      await page.getByRole('button', { name: 'Publish' }).click();
      await page.getByRole('button', { name: 'Done' }).click();
      await page.evaluate(() => {
        const { server } = window.fake.feeds;
        server.status = 'failed';
        server.origins = [];
        server.settings = { ...server.settings, exposure: 'network', encryption: 'own', address: '10.0.0.7' };
        const text = 'The system refused the address (EADDRNOTAVAIL).';
        server.error = { code: 'feed.cannot_listen', message: { id: 'verbatim', values: { text } } };
        window.fake.emit('feeds.changed', {});
      });
      await page.getByText('The server cannot use this address').waitFor();
    },
  },
  'targets in every state': {
    query: 'state=some',
    reach: async (page) => {
      await publishShown(page);
      await putTargets(page);
      await page.getByText('Wall in the hall').waitFor();
      await page.getByRole('alert').getByRole('button', { name: 'Details' }).click();
      await page.getByText('Invalid API key').waitFor();
    },
  },
  'an error': {
    query: `state=some&run=${encodeURIComponent(offline)}`,
    reach: async (page) => {
      await run(page);
      await page.getByRole('alert').getByText('There is no network').waitFor();
    },
  },
  'an error above the data of before': {
    query: `state=some&then=${encodeURIComponent(offline)}`,
    reach: async (page) => {
      await runToRows(page);
      await run(page);
      await page.getByText(/^Not updated/).waitFor();
    },
  },
  loading: {
    query: 'state=some&run=wait',
    reach: async (page) => {
      await run(page);
      await page.getByText('Waiting for the response').waitFor();
    },
  },
  'a range of cells, and the search in all rows': {
    query: 'state=some',
    reach: async (page) => {
      await run(page);
      // The first column has the keyboard: it is in view at every size.
      await page.locator('[data-row="0"] [data-column="3"]').click();
      await page.keyboard.press('Shift+Home');
      await page.keyboard.press('Shift+ArrowDown');
      await page.getByText('Sum 3.7', { exact: true }).waitFor();
      await page.keyboard.press('Control+f');
      await page.getByRole('textbox', { name: 'Find', exact: true }).waitFor();
    },
  },
  'the statistics of a column': {
    query: 'state=some',
    reach: async (page) => {
      await run(page);
      await page.getByRole('columnheader', { name: 'amount' }).hover();
      await page.getByText('Median', { exact: true }).waitFor();
    },
  },
  'a chart': {
    query: 'state=some',
    reach: async (page) => {
      await runToRows(page);
      await page.getByRole('tab', { name: 'Chart', exact: true }).click();
      await page.getByRole('img', { name: 'Line: amount by day' }).locator('canvas').waitFor();
    },
  },
  'rows that still arrive': {
    query: 'state=some&run=arrives',
    reach: async (page) => {
      await runToRows(page);
      await page.getByText(/rows so far/).waitFor();
    },
  },
  'a page of more rows, with the offer to get them': {
    query: 'state=some&run=pages',
    reach: async (page) => {
      await run(page);
      await page.getByRole('button', { name: 'Get the rest' }).waitFor();
    },
  },
  'pages that are followed': {
    query: 'state=some&run=pages',
    reach: async (page) => {
      await run(page);
      await page.getByRole('button', { name: 'Get the rest' }).click();
      await page.getByText('Page 2, 50 of 500 rows').waitFor();
    },
  },
  'how pages follow': {
    query: 'state=some&run=pages',
    reach: async (page) => {
      await run(page);
      await page.getByRole('button', { name: 'Get the rest' }).waitFor();
      await page.getByRole('tab', { name: 'Pages' }).click();
      await page.getByLabel('How pages follow').selectOption('Cursor');
      await page.getByRole('textbox', { name: 'Parameter' }).fill('');
      await page.getByRole('textbox', { name: 'Path of the cursor' }).focus();
      await page.getByText('Enter what the next request sets').waitFor();
    },
  },
};
