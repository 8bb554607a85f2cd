import type { Page } from 'playwright';
import { failing, type Views } from './common.ts';

const newPeakaAccount = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('add a peaka');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('API key', { exact: true }).waitFor();
};
const peakaAccount = (page: Page) => page.locator('[data-row="acme"]').click();

export const peakaAccounts: Views = {
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
};
