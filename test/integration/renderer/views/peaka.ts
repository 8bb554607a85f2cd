import type { Page } from 'playwright';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import { failing, type Views } from './common.ts';

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

/** A connection that is used in Peaka, and one through Peaka. */
export const peaka: Views = {
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
    query: `state=peaka&${failing('peaka.handOver', keyRefused)}`,
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
    query: `state=peaka&${failing('peaka.types', keyRefused)}`,
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
};
