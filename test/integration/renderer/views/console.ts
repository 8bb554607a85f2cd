import { request, run, update, type Views } from './common.ts';

const forbidden = JSON.stringify({
  code: 'resource.forbidden',
  message: 'The service does not allow this request.',
  serviceMessage: 'insufficient_scope',
  details: { status: 403, scope: 'sheets.write' },
});
const unregistered = JSON.stringify({
  code: 'callback.error',
  message: 'The service ended the login with an error.',
  serviceMessage:
    'redirect_uri_mismatch: The redirect_uri MUST match the registered callback URL for this application.',
});

export const consoleViews: Views = {
  'the console': {
    query: 'state=some',
    reach: async (page) => {
      await page.keyboard.press('Control+j');
      await page.getByRole('grid', { name: /^Requests/ }).waitFor();
    },
  },
  'the empty console': {
    query: 'state=empty',
    reach: async (page) => {
      await page.keyboard.press('Control+j');
      await page.getByText('Nothing has been sent yet').waitFor();
    },
  },
  'a filter of the console that hides all': {
    query: 'state=some',
    reach: async (page) => {
      await page.keyboard.press('Control+j');
      await page.getByRole('textbox', { name: 'Filter requests' }).fill('nothing of it');
      await page.getByText('No request matches').waitFor();
    },
  },
  'a request in full, with long text': {
    query: 'state=long',
    reach: async (page) => {
      await page.keyboard.press('Control+j');
      await page.locator('#console-exchange-4').click();
      await page.getByRole('tab', { name: 'Request', exact: true }).click();
      await page.getByText('The console never stores secrets').waitFor();
    },
  },
  'a request that failed': {
    query: 'state=some',
    reach: async (page) => {
      await page.keyboard.press('Control+j');
      await page.locator('#console-exchange-8').click();
      await page.getByText('Token has been expired or revoked.').waitFor();
    },
  },
};

/** What has a button that fixes it. */
export const fixes: Views = {
  'an error with its fix': {
    query: `state=some&run=${encodeURIComponent(forbidden)}`,
    reach: async (page) => {
      await run(page);
      await page.getByRole('button', { name: 'Add “sheets.write” and log in again' }).waitFor();
    },
  },
  'a login that failed, with its fix': {
    query: `state=some&login=${encodeURIComponent(unregistered)}`,
    reach: async (page) => {
      await update(page);
      await request(page);
      await page.getByRole('button', { name: 'Copy callback URL' }).waitFor();
    },
  },
};
