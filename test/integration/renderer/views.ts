import type { Page } from 'playwright';
import { verbatim } from '../../../app/shared/messages/message.ts';

const offline = JSON.stringify({
  code: 'http.offline',
  message: 'There is no network.',
  details: { host: 'api.example.com' },
});
const refused = JSON.stringify({
  code: 'token.invalid_client',
  message: 'The service does not accept the client.',
  serviceMessage: 'invalid_client: The OAuth client was not found.',
});
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

const keyRefused = {
  code: 'peaka.key_refused',
  message: 'Peaka refused the API key.',
  serviceMessage: 'Unauthorized',
};
const redirectDiffers = {
  code: 'peaka.redirect_differs',
  message: verbatim('The login would return to another address.'),
  details: { expected: 'https://example.com/oauth2/callback', actual: 'https://peaka.studio/oauth2/callback' },
} as const;

const run = (page: Page) => page.getByRole('button', { name: 'Run', exact: true }).click();
const update = (page: Page) => page.getByRole('button', { name: 'Authorized - Update Token' }).click();
const request = (page: Page) => page.getByRole('button', { name: 'Request Token', exact: true }).click();

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

const columnMenu = async (page: Page): Promise<void> => {
  await page.getByRole('grid', { name: /rows$/ }).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('menuitem', { name: 'Rename…' }).waitFor();
};

const useInPeaka = async (page: Page): Promise<void> => {
  await page.locator('[data-row="google"]').click();
  await page.getByRole('main').getByRole('button', { name: 'More for Google Sheets' }).click();
  await page.getByRole('menuitem', { name: 'Use in Peaka…' }).click();
  await page.getByRole('dialog').waitFor();
};
const chooseType = async (page: Page, name: string): Promise<void> => {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Type at Peaka/ })
    .click();
  await page.getByRole('option', { name }).click();
  await page.getByText('Peaka receives these values').waitFor();
};

const newPeakaAccount = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('add a peaka');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('API key', { exact: true }).waitFor();
};
const peakaAccount = (page: Page) => page.locator('[data-row="acme"]').click();
const failing = (call: string, error: object) => `fails=${encodeURIComponent(JSON.stringify({ [call]: error }))}`;
const throughPeaka = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'New connection through Peaka' }).click();
  await page.getByRole('dialog').getByRole('listbox', { name: 'Types of connections' }).waitFor();
};
const logInThrough = async (page: Page, change: Partial<Window['fake']['peaka']>): Promise<void> => {
  await page.evaluate((changed) => void Object.assign(window.fake.peaka, changed), change);
  await throughPeaka(page);
  await page.getByRole('option', { name: 'HubSpot' }).click();
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
};

/** Each view, how it is reached, and what shows that it is there. */
export const views: Record<string, { query: string; reach: (page: Page) => Promise<unknown> }> = {
  empty: { query: 'state=empty', reach: (page) => page.getByRole('heading', { name: 'Which service?' }).waitFor() },
  'a resource': { query: 'state=some', reach: (page) => page.getByText('Expires in 52 min').waitFor() },
  'many resources': { query: 'state=many', reach: (page) => page.getByText('1,000', { exact: true }).waitFor() },
  'long text': { query: 'state=long', reach: (page) => page.getByText('Expires in 52 min').waitFor() },
  data: {
    query: 'state=some',
    reach: async (page) => {
      await run(page);
      await page.getByRole('gridcell', { name: 'Espresso machine' }).first().waitFor();
    },
  },
  'the menu of a column, above the steps of a table': {
    query: 'state=some',
    reach: async (page) => {
      await run(page);
      await page.getByRole('gridcell', { name: 'Espresso machine' }).first().waitFor();
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
      await run(page);
      await page.getByRole('gridcell', { name: 'Espresso machine' }).first().waitFor();
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
      await run(page);
      await page.getByRole('gridcell', { name: 'Espresso machine' }).first().waitFor();
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
      await run(page);
      await page.getByRole('gridcell', { name: 'Espresso machine' }).first().waitFor();
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
      await run(page);
      await page.getByRole('gridcell', { name: 'Espresso machine' }).first().waitFor();
      await page.getByRole('tab', { name: 'Chart', exact: true }).click();
      await page.getByRole('img', { name: 'Line: amount by day' }).locator('canvas').waitFor();
    },
  },
  'rows that still arrive': {
    query: 'state=some&run=arrives',
    reach: async (page) => {
      await run(page);
      await page.getByRole('gridcell', { name: 'Espresso machine' }).first().waitFor();
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
  'use in Peaka, without an account': {
    query: 'state=some',
    reach: async (page) => {
      await useInPeaka(page);
      await page.getByText('First, a Peaka account').waitFor();
    },
  },
  'use in Peaka': {
    query: 'state=peaka',
    reach: async (page) => {
      await page.evaluate(() => {
        window.fake.peaka.plan = { canLogInAgain: false, missing: ['domain', 'developerToken'] };
      });
      await useInPeaka(page);
      await page.getByRole('button', { name: 'Create connection' }).click();
      await page.getByText('Choose a type.').waitFor();
      await chooseType(page, 'Google Analytics');
      await page.getByRole('textbox', { name: 'Developer token' }).waitFor();
    },
  },
  'use in Peaka, with a login that runs': {
    query: 'state=peaka',
    reach: async (page) => {
      await page.evaluate(() => {
        window.fake.peaka.login = 'waits';
      });
      await useInPeaka(page);
      await chooseType(page, 'Google Analytics');
      await page.getByRole('button', { name: 'Create connection' }).click();
      await page.getByText('Waiting for you to log in').waitFor();
    },
  },
  'use in Peaka, refused': {
    query: `state=peaka&fails=${encodeURIComponent(JSON.stringify({ 'peaka.handOver': keyRefused }))}`,
    reach: async (page) => {
      await useInPeaka(page);
      await chooseType(page, 'Google Analytics');
      await page.getByRole('button', { name: 'Create connection' }).click();
      await page.getByText('Peaka refused the API key').waitFor();
    },
  },
  'the types of connections through Peaka': { query: 'state=peaka', reach: throughPeaka },
  'no type that matches': {
    query: 'state=peaka',
    reach: async (page) => {
      await throughPeaka(page);
      await page.keyboard.type('sap');
      await page.getByText('No type matches.').waitFor();
    },
  },
  'types that cannot be read': {
    query: `state=peaka&fails=${encodeURIComponent(JSON.stringify({ 'peaka.types': keyRefused }))}`,
    reach: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('option', { name: 'New connection through Peaka' }).click();
      await page.getByText('Peaka refused the API key').waitFor();
    },
  },
  'a form of Peaka with mistakes': {
    query: 'state=peaka',
    reach: async (page) => {
      await throughPeaka(page);
      await page.getByRole('option', { name: 'PostgreSQL' }).click();
      await page.getByRole('button', { name: 'Create connection' }).click();
      await page.getByText('Enter a value.').first().waitFor();
    },
  },
  'an app of one’s own, forwarded to Peaka': {
    query: 'state=peaka',
    reach: async (page) => {
      await throughPeaka(page);
      await page.getByRole('option', { name: 'HubSpot' }).click();
      await page.getByRole('radio', { name: 'My own app' }).check();
      await page.getByRole('radio', { name: 'leads on to Peaka' }).check();
      await page.getByRole('textbox', { name: 'Your callback URL' }).fill('https://example.com/oauth2/callback');
      await page.getByRole('button', { name: 'Forwarding rule for your server' }).click();
      await page.getByRole('region', { name: 'Rule for Apache' }).waitFor();
    },
  },
  'a login through Peaka that waits': {
    query: 'state=peaka',
    reach: async (page) => {
      await logInThrough(page, {
        login: 'waits',
        loginShows: { window: 'browser', waitsForPaste: true, refused: { host: 'login.example.com' } },
      });
      await page.getByRole('button', { name: 'Open again' }).waitFor();
    },
  },
  'a login through Peaka that the service refuses': {
    query: 'state=peaka',
    reach: async (page) => {
      await logInThrough(page, { login: 'refuses' });
      await page.getByRole('button', { name: 'Pass on to Peaka' }).waitFor();
    },
  },
  'a login through Peaka that failed': {
    query: 'state=peaka',
    reach: async (page) => {
      await logInThrough(page, { loginFails: redirectDiffers });
      await page.getByRole('button', { name: 'Delete the unfinished connection at Peaka' }).waitFor();
    },
  },
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
  palette: {
    query: 'state=some',
    reach: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('option', { name: /^Jira issues/ }).waitFor();
    },
  },
  'the user guide': {
    query: 'state=some',
    reach: async (page) => {
      await page.keyboard.press('F1');
      const guide = page.getByRole('dialog', { name: 'User guide' });
      await guide.getByRole('button', { name: 'When something is in the way' }).click();
      await guide.getByRole('table').waitFor();
    },
  },
  'the list of keys': {
    query: 'state=some',
    reach: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Next pane').waitFor();
    },
  },
  'the network settings': {
    query: 'state=some',
    reach: async (page) => {
      await page.keyboard.press('Control+,');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radiogroup', { name: 'Proxy' }).getByText('This proxy', { exact: true }).click();
      await dialog.getByLabel('Proxy URL').fill('http://proxy.example.com:8080');
      await dialog.getByLabel('User name').fill('ann');
      await dialog.getByLabel('Password', { exact: true }).fill('secret');
      await dialog.getByRole('button', { name: 'Use this proxy' }).click();
      await dialog.getByPlaceholder('Stored', { exact: true }).waitFor();
      const files = dialog.locator('input[type=file]');
      await files.setInputFiles([certificate('first'), certificate('second')]);
      await dialog.getByRole('button', { name: 'Remove Example Root CA 2' }).waitFor();
      await files.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no certificate') });
      await dialog.getByText('notes.txt: This file contains no certificate.').waitFor();
    },
  },
  'a new account at Peaka, with mistakes': {
    query: 'state=peaka',
    reach: async (page) => {
      await newPeakaAccount(page);
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Own domain').click();
      await dialog.getByRole('button', { name: 'Check' }).click();
      await dialog.getByText('Enter the API key.').waitFor();
    },
  },
  'a checked account at Peaka': {
    query: 'state=peaka',
    reach: async (page) => {
      await newPeakaAccount(page);
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('API key', { exact: true }).fill('partner-key');
      await dialog.getByRole('button', { name: 'Check' }).click();
      await dialog.getByText('Choose a project').waitFor();
    },
  },
  'an account at Peaka whose address does not exist': {
    query: `state=peaka&${failing('peaka.checkAccount', {
      code: 'http.dns',
      message: 'There is no such server.',
      details: { host: 'partner.eu.peaka.studio', otherBaseUrl: 'https://eu.partner.peaka.studio/api/v1' },
    })}`,
    reach: async (page) => {
      await newPeakaAccount(page);
      const dialog = page.getByRole('dialog');
      await dialog.getByText('EU', { exact: true }).click();
      await dialog.getByLabel('API key', { exact: true }).fill('partner-key');
      await dialog.getByRole('button', { name: 'Check' }).click();
      await dialog.getByRole('button', { name: 'Use the other address' }).waitFor();
    },
  },
  'the accounts at Peaka in the settings': {
    query: 'state=peaka',
    reach: async (page) => {
      await page.keyboard.press('Control+,');
      await page.getByRole('button', { name: 'Edit Acme', exact: true }).scrollIntoViewIfNeeded();
    },
  },
  'an account at Peaka': {
    query: 'state=peaka',
    reach: async (page) => {
      await peakaAccount(page);
      await page.getByRole('button', { name: /^Marketing HubSpot / }).click();
      await page.getByText('sales-dashboard').waitFor();
    },
  },
  'an account at Peaka that was not checked': {
    query: 'state=peaka',
    reach: async (page) => {
      await page.locator('[data-row="eu"]').click();
      await page.getByText('Peaka has not been asked').waitFor();
    },
  },
  'an empty project at Peaka': {
    query: 'state=peaka',
    reach: async (page) => {
      await peakaAccount(page);
      await page.getByRole('button', { name: 'Project: Dashboards' }).click();
      await page.getByRole('option', { name: 'Finance' }).click();
      await page.getByText('This project has no connections yet.').waitFor();
    },
  },
  'connections at Peaka that cannot be read': {
    query: `state=peaka&${failing('peaka.connections', {
      code: 'peaka.key_refused',
      message: 'Peaka refused the API key.',
      serviceMessage: 'Invalid API key',
    })}`,
    reach: async (page) => {
      await peakaAccount(page);
      await page.getByRole('button', { name: 'Edit Peaka account' }).waitFor();
    },
  },
  'a new name at Peaka': {
    query: 'state=peaka',
    reach: async (page) => {
      await peakaAccount(page);
      await page.getByRole('button', { name: 'More for CRM' }).click();
      await page.getByRole('menuitem', { name: 'Rename…' }).click();
      await page.getByText('Peaka does not document').waitFor();
    },
  },
  'values of a connection at Peaka that are edited': {
    query: 'state=peaka',
    reach: async (page) => {
      await peakaAccount(page);
      await page.getByRole('button', { name: 'More for Warehouse' }).click();
      await page.getByRole('menuitem', { name: 'Edit values…' }).click();
      await page.getByRole('textbox', { name: 'URL' }).fill('');
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await page.getByText('Enter a value.').first().waitFor();
    },
  },
  settings: {
    query: 'state=some&vault=session',
    reach: async (page) => {
      await page.keyboard.press('Control+,');
      await page.getByRole('heading', { name: 'Secrets' }).waitFor();
    },
  },
};

const certificate = (name: string) => ({
  name: `${name}.pem`,
  mimeType: 'application/x-pem-file',
  buffer: Buffer.from('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'),
});
