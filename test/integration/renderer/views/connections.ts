import type { Page } from 'playwright';
import { request, update, type Views } from './common.ts';

const refused = JSON.stringify({
  code: 'token.invalid_client',
  message: 'The service does not accept the client.',
  serviceMessage: 'invalid_client: The OAuth client was not found.',
});

const discover = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'New connection' }).click();
  await page.getByRole('textbox', { name: 'Issuer' }).fill('https://login.example.com');
  await page.getByRole('button', { name: 'Fill in' }).click();
  await page.getByText('Filled in from login.example.com').waitFor();
};
const chooseGrant = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'More grants' }).click();
  await page.getByRole('menuitem', { name }).click();
};
const fillClient = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: 'Client ID' }).fill('my-app');
  await page.getByRole('textbox', { name: 'Client secret' }).fill('my-secret');
};
const openGroups = async (page: Page, names: string[]): Promise<void> => {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  for (const name of names) await page.getByRole('button', { name, exact: true }).click();
};

/** The dialog, logins, and connections. */
export const connections: Views = {
  'the OAuth dialog': {
    query: 'state=some',
    reach: async (page) => {
      await update(page);
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('button', { name: 'API requests' }).waitFor();
    },
  },
  'the OAuth dialog with every group open': {
    query: 'state=empty',
    reach: async (page) => {
      await discover(page);
      await openGroups(page, [
        'Client',
        'Login window',
        'How scopes are sent',
        'Further URLs',
        'Token response',
        'API requests',
        'Extra parameters and headers',
      ]);
      await page.getByText('Own header').click();
      await page.getByRole('button', { name: 'Token request headers: add' }).click();
      await page.getByRole('button', { name: 'Login values: add' }).click();
      await page.getByRole('button', { name: 'Headers for every GET of this connection: add' }).click();
      await page.getByLabel('Headers for every GET of this connection: name 1').fill('Bad name');
      await page.getByRole('textbox', { name: 'Header name' }).focus();
      await page.getByText('A header name may contain').waitFor();
    },
  },
  'an issuer that says nothing of itself': {
    query: 'state=empty',
    reach: async (page) => {
      await page.getByRole('button', { name: 'New connection' }).click();
      await page.getByRole('textbox', { name: 'Issuer' }).fill('https://silent.example.com');
      await page.getByRole('textbox', { name: 'Issuer' }).press('Enter');
      await page.getByText('no discovery document').waitFor();
    },
  },
  'a login with a code': {
    query: 'state=empty&login=waits',
    reach: async (page) => {
      await discover(page);
      await chooseGrant(page, 'Device code');
      await fillClient(page);
      await request(page);
      await page.getByRole('img', { name: 'QR code of the page' }).waitFor();
    },
  },
  'a login whose address is pasted': {
    query: 'state=empty&login=waits',
    reach: async (page) => {
      await discover(page);
      await fillClient(page);
      await openGroups(page, ['Login window']);
      await page.getByText('Your browser', { exact: true }).click();
      await page.getByRole('button', { name: 'Paste the address instead' }).click();
      await request(page);
      await page
        .getByRole('textbox', { name: 'Address of the page after the login' })
        .fill('https://elsewhere.example/');
      await page.keyboard.press('Enter');
      await page.getByText('This is not the callback address').waitFor();
    },
  },
  'a login that the service refuses in a window': {
    query: 'state=empty&login=refused',
    reach: async (page) => {
      await discover(page);
      await fillClient(page);
      await request(page);
      await page.getByRole('button', { name: 'Use your browser' }).waitFor();
    },
  },
  'a login page that asks for the sign-in of the computer': {
    query: 'state=empty&login=prompts',
    reach: async (page) => {
      await discover(page);
      await fillClient(page);
      await request(page);
      await page.getByRole('button', { name: 'Use your browser' }).waitFor();
    },
  },
  'a login page that shows an error': {
    query: 'state=empty&login=error%20page',
    reach: async (page) => {
      await discover(page);
      await fillClient(page);
      await request(page);
      await page.getByText('Invalid parameter: redirect_uri').waitFor();
    },
  },
  'a login in the browser that waits': {
    query: 'state=empty&login=waits',
    reach: async (page) => {
      await discover(page);
      await fillClient(page);
      await openGroups(page, ['Login window']);
      await page.getByText('Your browser', { exact: true }).click();
      await request(page);
      await page.getByRole('button', { name: 'Copy link' }).waitFor();
    },
  },
  'the OAuth dialog with mistakes': {
    query: 'state=empty',
    reach: async (page) => {
      await page.getByRole('button', { name: 'New connection' }).click();
      await request(page);
      await page.getByText('Enter the client ID of your app.').waitFor();
    },
  },
  'a login that runs': {
    query: 'state=some&login=waits',
    reach: async (page) => {
      await update(page);
      await request(page);
      await page.getByText('Waiting for you to log in').waitFor();
    },
  },
  'a login that failed': {
    query: `state=some&login=${encodeURIComponent(refused)}`,
    reach: async (page) => {
      await update(page);
      await request(page);
      await page.getByText('invalid_client: The OAuth client was not found.').waitFor();
    },
  },
  'a connection': {
    query: 'state=some',
    reach: async (page) => {
      await page.locator('[data-row="hubspot"]').click();
      await page.getByRole('heading', { name: 'HubSpot' }).waitFor();
    },
  },
  'a connection that will end': {
    query: 'state=forecasts',
    reach: async (page) => {
      await page.locator('[data-row="ben"]').click();
      await page.getByRole('button', { name: 'Ask for a refresh token and log in again' }).waitFor();
    },
  },
  'a connection that is used in Peaka': {
    query: 'state=peaka',
    reach: async (page) => {
      await page.locator('[data-row="hubspot"]').click();
      await page.getByRole('heading', { name: 'In Peaka' }).scrollIntoViewIfNeeded();
      await page.getByText('Update waiting').waitFor();
    },
  },
};

export const tokens: Views = {
  'what the service says of a token': {
    query: 'state=forecasts',
    reach: async (page) => {
      await page.locator('[data-row="own"]').click();
      await page.getByRole('button', { name: 'Check at the service' }).click();
      await page.getByText('The token works.').waitFor();
    },
  },
  'a long account': {
    query: 'state=forecasts',
    reach: async (page) => {
      await page.locator('[data-row="eva"]').click();
      await page.getByText('Was connected as').waitFor();
    },
  },
};
