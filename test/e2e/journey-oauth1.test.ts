import { describe, expect, it } from 'vitest';
import { platformsHere } from './app.ts';
import { ask, connectionNamed } from './lib/bridge.ts';
import {
  cancelWhatWasTyped,
  choosePreset,
  dialog,
  dialogGone,
  field,
  openDialog,
  openMore,
  openSection,
} from './lib/dialog.ts';
import { authorized, setUpPractice } from './lib/practice.ts';
import { useApp } from './lib/use-app.ts';
import { lookAt } from './lib/views.ts';
import { choose, newResource, openConnection, readTable, requestButton, visibleText } from './lib/window.ts';

const preset = 'Practice service with OAuth1';

describe.each(platformsHere())('OAuth1 without a login on the %s platform', (kind) => {
  const shared = useApp(kind);
  let origin = '';

  it('signs with a token that the user has, and opens no window', async () => {
    const { app, page } = shared;
    origin = await setUpPractice(page);
    await newResource(page, { name: 'Whose', url: `${origin}/api/profile`, authorization: 'OAuth' });
    await openDialog(page);
    await choosePreset(page, preset);
    await choose(dialog(page), 'Where the token comes from', 'I have a token');
    // The practice service's own was filled in with its client.
    expect(await field(page, 'Token (access token)').inputValue()).toContain('stored');
    expect(await field(page, 'Callback URL').count()).toBe(0);
    expect(await lookAt(app, 'oauth1-own-token')).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Use This Token' }).click();
    await authorized(page);
    await page.getByText('Uses your own token').first().waitFor();
    await page.getByText('ann@example.org').first().waitFor();
    expect(app.popups()).toEqual([]);
    expect((await connectionNamed(page, preset)).status).toMatchObject({ status: 'authorized' });
  });

  it('says what is missing where no token was entered', async () => {
    const { page } = shared;
    await openDialog(page);
    await dialog(page).getByRole('button', { name: 'Replace Token secret' }).click();
    await dialog(page).getByRole('button', { name: 'Use This Token' }).click();
    await dialog(page).getByText('Enter the token secret.').waitFor();
    await cancelWhatWasTyped(page);
  });

  it('signs with the client secret alone, typed in by hand, and says that no token can expire', async () => {
    const { app, page } = shared;
    await newResource(page, { name: 'Signed alone', url: `${origin}/api/sales`, authorization: 'OAuth' });
    const practice = (await connectionNamed(page, preset)).connection;
    const { value: clientSecret } = await ask(page, 'secrets.reveal', { owner: practice.id, name: 'clientSecret' });
    await openDialog(page);
    await choose(dialog(page), 'Grant type', 'OAuth1');
    await choose(dialog(page), 'Where the token comes from', 'No token');
    for (const label of ['Request URL', 'Authorization URL', 'Access token URL', 'Callback URL'])
      expect(await field(page, label).count()).toBe(0);
    await field(page, 'Client ID (consumer key)').fill(practice.clientId);
    await field(page, 'Client secret (consumer secret)').fill(clientSecret);
    await choose(dialog(page), 'Signature method', 'HMAC-SHA256');
    expect(await lookAt(app, 'oauth1-no-token')).toEqual([]);
    await openMore(page);
    await field(page, 'Name').fill('Signed alone');
    await openSection(page, 'API requests');
    const hosts = dialog(page).getByRole('textbox', { name: 'Hosts that get the token' });
    await hosts.fill(new URL(origin).host);
    await hosts.press('Enter');
    await field(page, 'Name').press('Enter');
    await dialogGone(page);
    expect((await readTable(page)).facts).toMatch(/^200 OK/);
    expect(await visibleText(requestButton(page))).toBe('Authorized - Edit');
    await openConnection(page, 'Signed alone');
    await page.getByText('so no token can expire').waitFor();
    expect(await lookAt(app, 'oauth1-no-token-page')).toEqual([]);
    expect(app.popups()).toEqual([]);
  });
});
