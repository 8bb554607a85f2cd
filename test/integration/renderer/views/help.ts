import type { Views } from './common.ts';

const certificate = (name: string) => ({
  name: `${name}.pem`,
  mimeType: 'application/x-pem-file',
  buffer: Buffer.from('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'),
});

/** The palette, help, and what the network needs. */
export const help: Views = {
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
};

export const settings: Views = {
  settings: {
    query: 'state=some&vault=session',
    reach: async (page) => {
      await page.keyboard.press('Control+,');
      await page.getByRole('heading', { name: 'Secrets' }).waitFor();
    },
  },
};
