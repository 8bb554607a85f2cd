import type { Page } from 'playwright';
import { publishShown, putTargets } from './some-targets.ts';

const shapeDialog = async (page: Page, item: string): Promise<void> => {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('button', { name: 'Rows and columns' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await page.getByRole('menu').waitFor({ state: 'detached' });
};

/** Dialogs, and how each is opened. */
export const dialogs: Record<string, { query: string; open: (page: Page) => Promise<unknown> }> = {
  'the settings, to unlock': { query: 'state=some&vault=locked', open: (page) => page.keyboard.press('Control+,') },
  'the settings, to give a key': {
    query: 'state=some&vault=session',
    open: (page) => page.keyboard.press('Control+,'),
  },
  'the settings, with a proxy': {
    query: 'state=some',
    open: async (page) => {
      await page.keyboard.press('Control+,');
      await page.getByText('This proxy', { exact: true }).click();
      await page.getByLabel('User name').fill('ann');
    },
  },
  'the settings, with feeds on the network': {
    query: 'state=some',
    open: async (page) => {
      await page.keyboard.press('Control+,');
      await page.getByRole('switch', { name: 'Server of feeds' }).press('Space');
      await page.getByText('The network', { exact: true }).click();
      await page.getByRole('button', { name: 'QR code of https://192.168.1.5:8439' }).click();
      const networks = page.getByRole('textbox', { name: 'Allowed networks' });
      await networks.fill('192.168.1.0/33');
      await networks.press('Enter');
      await page.getByText(/is no network/).waitFor();
    },
  },
  'the settings, to keep running and start at login': {
    query: 'state=some',
    open: async (page) => {
      await page.keyboard.press('Control+,');
      await page.getByRole('switch', { name: 'Server of feeds' }).press('Space');
      await page.getByText('Feeds end when the window is closed.').waitFor();
      await page.getByRole('button', { name: 'Keep running' }).press('Enter');
      const login = page.getByRole('switch', { name: 'Start Tokenboard when I log in' });
      await login.press('Space');
      await login.and(page.locator(':checked')).waitFor();
      await page.getByRole('heading', { name: 'Starting and closing' }).scrollIntoViewIfNeeded();
    },
  },
  'the settings, with a feed server whose certificate expired': {
    query: 'state=some',
    open: async (page) => {
      await page.keyboard.press('Control+,');
      await page.getByRole('switch', { name: 'Server of feeds' }).press('Space');
      await page.getByRole('switch', { name: 'Server of feeds', checked: true }).waitFor();
      await page.evaluate(() => {
        const { server } = window.fake.feeds;
        const validTo = Date.parse('2026-11-01');
        const imported = { subject: 'pc.example.com', names: ['pc.example.com'], validTo, fingerprint: 'AB' };
        server.settings = { ...server.settings, exposure: 'network', encryption: 'imported' };
        server.certificates = { ...server.certificates, imported };
        const text = 'The certificate expired on 2026-11-01.';
        server.error = { code: 'feed.certificate_expired', message: { id: 'verbatim', values: { text } } };
        window.fake.emit('feeds.changed', {});
      });
      await page.getByText('The certificate expired', { exact: true }).first().waitFor();
    },
  },
  'use in Grafana, with a new key': {
    query: 'state=some',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('option', { name: 'Publish the selected resource' }).click();
      await page.getByText('Your key “First key”').waitFor();
      await page.getByRole('button', { name: 'Done' }).click();
      await page.getByRole('button', { name: 'Use in…' }).click();
      await page.getByRole('dialog').getByText('Grafana', { exact: true }).click();
      await page.getByRole('button', { name: 'New key for Grafana' }).click();
      await page.getByText('bearerToken: "tbk_played-key-k3y4"').waitFor();
    },
  },
  'the settings, with targets': {
    query: 'state=some',
    open: async (page) => {
      await publishShown(page);
      await putTargets(page);
      await page.keyboard.press('Control+,');
      await page.getByRole('button', { name: 'Show the target Warehouse' }).scrollIntoViewIfNeeded();
    },
  },
  'the tools that rows are sent to': {
    query: 'state=some',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('option', { name: 'Send the rows of the selected resource' }).click();
      await page.getByRole('button', { name: 'TRMNL' }).waitFor();
    },
  },
  'a new target, with what is missing': {
    query: 'state=some',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('option', { name: 'Send the rows of the selected resource' }).click();
      await page.getByRole('button', { name: 'PostgreSQL' }).click();
      await page.getByText('At an interval', { exact: true }).click();
      await page.getByRole('textbox', { name: 'Interval (seconds)' }).fill('2');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Enter a value.').first().waitFor();
    },
  },
  'a target with a stored secret': {
    query: 'state=some',
    open: async (page) => {
      await publishShown(page);
      await putTargets(page);
      await page.getByRole('button', { name: 'More for the target Box at the line' }).click();
      await page.getByRole('menuitem', { name: 'Edit…' }).click();
      await page.getByRole('button', { name: 'Show Password' }).waitFor();
    },
  },
  'a new connection': {
    query: 'state=some',
    open: (page) => page.getByRole('button', { name: 'New connection' }).click(),
  },
  'a connection with a password': {
    query: 'state=some',
    open: async (page) => {
      await page.getByRole('button', { name: 'New connection' }).click();
      await page.getByText('Password', { exact: true }).first().click();
    },
  },
  'the path to the rows': {
    query: 'state=some',
    open: async (page) => {
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await page.getByRole('button', { name: /^List shown as the table/ }).click();
      await page.getByRole('option').first().waitFor();
      await page.getByRole('combobox', { name: 'Path to the rows' }).fill('$[*].tags[*]');
      await page.getByText(/^In Peakboard/).waitFor();
    },
  },
  'a confirmation': {
    query: 'state=some',
    open: async (page) => {
      await page
        .getByRole('main')
        .getByRole('button', { name: /^More for the connection/ })
        .click();
      await page.getByRole('menuitem', { name: 'Remove authorization…' }).click();
    },
  },
  'use in Peaka': {
    query: 'state=peaka',
    open: async (page) => {
      await page.evaluate(() => {
        globalThis.window.fake.peaka.plan = { missing: ['domain', 'developerToken'] };
      });
      await page.locator('[data-row="google"]').click();
      await page.keyboard.press('Control+k');
      await page.getByRole('option', { name: 'Use the selected connection in Peaka' }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Type at Peaka/ })
        .click();
      await page.getByRole('option', { name: 'Google Analytics' }).click();
      await page.getByRole('textbox', { name: 'Developer token' }).waitFor();
    },
  },
  'a connection through Peaka with an app of one’s own': {
    query: 'state=peaka',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('option', { name: 'New connection through Peaka' }).click();
      await page.getByRole('option', { name: 'HubSpot' }).click();
      await page.getByRole('radio', { name: 'My own app' }).check();
      await page.getByRole('radio', { name: 'stays out of the browser' }).check();
    },
  },
  'a request to copy, with its token': {
    query: 'state=some',
    open: async (page) => {
      await page
        .getByRole('main')
        .getByRole('button', { name: /^More for/ })
        .first()
        .click();
      await page.getByRole('menuitem', { name: 'Copy as…' }).click();
      await page.getByText('With the token', { exact: true }).click();
      await page.getByText('the-real-token').waitFor();
    },
  },
  'all columns of a table': { query: 'state=some', open: (page) => shapeDialog(page, 'Columns…') },
  'a sort of rows': { query: 'state=some', open: (page) => shapeDialog(page, 'Sort…') },
  'the first rows': { query: 'state=some', open: (page) => shapeDialog(page, 'First or last rows…') },
  'the export of a table': {
    query: 'state=some',
    open: async (page) => {
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await page.getByRole('button', { name: 'Export the table…' }).click();
      await page.getByText('Delimiter', { exact: true }).waitFor();
    },
  },
  'the list of keys': { query: 'state=some', open: (page) => page.keyboard.press('?') },
  'the user guide': { query: 'state=some', open: (page) => page.keyboard.press('F1') },
  'the palette': { query: 'state=some', open: (page) => page.keyboard.press('Control+k') },
};
