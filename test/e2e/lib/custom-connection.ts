// A connection whose every field is typed by hand.
import type { Page } from 'playwright';
import { dialog, dialogOpen, field, openMore, openSection } from './dialog.ts';
import { choose, requestButton } from './window.ts';

export interface CustomConnection {
  name: string;
  authorizationUrl?: string;
  accessTokenUrl: string;
  requestUrl?: string;
  revocationUrl?: string;
  clientId: string;
  clientSecret: string;
  hosts: string[];
  grant?: 'Authorization code' | 'Password' | 'OAuth1';
  username?: string;
  password?: string;
}

/** Fills the dialog of a new connection for the resource that is shown; Request Token is left to the caller. */
export async function fillCustom(page: Page, connection: CustomConnection): Promise<void> {
  await requestButton(page).click();
  await dialogOpen(page);
  const { grant, name, hosts, ...fields } = connection;
  if (grant !== undefined) await choose(dialog(page), 'Grant type', grant);
  const isOAuth1 = grant === 'OAuth1';
  const labels: [string, string | undefined][] = [
    ['Request URL', fields.requestUrl],
    ['Authorization URL', fields.authorizationUrl],
    ['Access token URL', fields.accessTokenUrl],
    [isOAuth1 ? 'Client ID (consumer key)' : 'Client ID', fields.clientId],
    [isOAuth1 ? 'Client secret (consumer secret)' : 'Client secret', fields.clientSecret],
    ['User name', fields.username],
    ['Password', fields.password],
  ];
  for (const [label, value] of labels) if (value !== undefined) await field(page, label).fill(value);
  await openMore(page);
  await field(page, 'Name').fill(name);
  if (fields.revocationUrl !== undefined) {
    await openSection(page, 'Further URLs');
    await field(page, 'Revocation URL').fill(fields.revocationUrl);
  }
  await openSection(page, 'API requests');
  const hostsField = dialog(page).getByRole('textbox', { name: 'Hosts that get the token' });
  for (const host of hosts) {
    await hostsField.fill(host);
    await hostsField.press('Enter');
  }
}
