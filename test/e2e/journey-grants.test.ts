import { describe, expect, it } from 'vitest';
import { platformsHere } from './app.ts';
import { ask, connectionNamed, responseOf } from './lib/bridge.ts';
import { fillCustom } from './lib/custom-connection.ts';
import {
  backToFields,
  cancelWhatWasTyped,
  chips,
  choosePreset,
  dialog,
  field,
  openDialog,
  paste,
  pressRequestToken,
} from './lib/dialog.ts';
import { ann, finishLogin, logInButton, windowsClosed } from './lib/login.ts';
import { authorized, setUpPractice } from './lib/practice.ts';
import { useApp } from './lib/use-app.ts';
import { choose, newResource, readError, readTable, run, tokenLine, visibleText } from './lib/window.ts';

const passwordPreset = 'Practice service with a password';
const oauth1Preset = 'Practice service with OAuth1';

describe.each(platformsHere())('the three grants on the %s platform', (kind) => {
  const shared = useApp(kind);
  let origin = '';

  it('gets a token by password, and says what the service says of a wrong one [35]', async () => {
    const { page } = shared;
    origin = await setUpPractice(page);
    await newResource(page, { name: 'Stock', url: `${origin}/api/inventory`, authorization: 'OAuth' });
    await openDialog(page);
    await choosePreset(page, passwordPreset);
    await dialog(page)
      .getByText(/only if the service offers no other/)
      .waitFor();
    expect(await field(page, 'User name').inputValue()).toBe(ann.username);
    expect(await field(page, 'Remember password').isChecked()).toBe(false);
    await field(page, 'Password').fill('n0t-th1s-0ne');
    await pressRequestToken(page);
    const error = await readError(dialog(page));
    expect(error.serviceMessage).toContain('The user name or the password is wrong.');
    expect(error.title).toBe('The user name or password is wrong');

    await backToFields(page);
    await field(page, 'Password').fill(ann.password);
    await pressRequestToken(page);
    await authorized(page);
    const { head, rows } = await readTable(page);
    expect(head.length).toBeGreaterThan(2);
    expect(rows.length).toBeGreaterThan(0);
    expect(await tokenLine(page)).toContain('renews by itself');
  });

  it('keeps no password that it was not asked to keep [35]', async () => {
    const { page } = shared;
    const { connection, secrets } = await connectionNamed(page, passwordPreset);
    expect([...secrets].sort()).toEqual(['clientSecret', 'tokenSet']);
    const response = await responseOf(page, 'secrets.reveal', { owner: connection.id, name: 'password' });
    expect(response.ok).toBe(false);
  });

  it('keeps the password when it is asked to [35]', async () => {
    const { page } = shared;
    await openDialog(page);
    await field(page, 'Password').fill(ann.password);
    await field(page, 'Remember password').check();
    await pressRequestToken(page);
    await authorized(page);
    expect((await connectionNamed(page, passwordPreset)).secrets).toContain('password');
    // The next time nobody has to type it: dots, and one press.
    await openDialog(page);
    expect(await field(page, 'Password').inputValue()).toContain('stored');
    await pressRequestToken(page);
    await authorized(page);
  });

  it('gets a token by OAuth1 with HMAC-SHA1 and fetches signed data [34]', async () => {
    const { app, page } = shared;
    await newResource(page, { name: 'Signed', url: `${origin}/api/sales`, authorization: 'OAuth' });
    await openDialog(page);
    await choosePreset(page, oauth1Preset);
    await pressRequestToken(page);
    await finishLogin(app);
    await authorized(page);
    expect((await readTable(page)).facts).toMatch(/^200 OK/);
  });

  it.each(['HMAC-SHA256', 'RSA-SHA1', 'PLAINTEXT'])('signs with %s too [34]', async (method) => {
    const { app, page } = shared;
    await openDialog(page);
    await choose(dialog(page), 'Signature method', method);
    await pressRequestToken(page);
    await finishLogin(app);
    await authorized(page);
    expect((await connectionNamed(page, oauth1Preset)).connection.signatureMethod).toBe(method);
    expect((await readTable(page)).facts).toMatch(/^200 OK/);
  });

  it('authorizes a service that is typed in by hand, scopes pasted as a list [15]', async () => {
    const { app, page } = shared;
    await newResource(page, { name: 'By hand', url: `${origin}/api/profile`, authorization: 'OAuth' });
    const practice = (await connectionNamed(page, 'Practice service')).connection;
    const { value: clientSecret } = await ask(page, 'secrets.reveal', { owner: practice.id, name: 'clientSecret' });
    await fillCustom(page, {
      name: 'Typed by hand',
      authorizationUrl: `${origin}/oauth2/authorize`,
      accessTokenUrl: `${origin}/oauth2/token`,
      clientId: practice.clientId,
      clientSecret,
      hosts: [new URL(origin).host],
    });
    expect(await field(page, 'Callback URL').inputValue()).toBe('https://www.peakboard.com/oauth2-callback/');
    const scopes = dialog(page).getByRole('textbox', { name: 'Scopes' });
    await paste('sales:read, profile:read\noffline_access', field(page, 'Name'), scopes);
    await field(page, 'Name').fill('Typed by hand');
    await scopes.pressSequentially('inventory:read ');
    expect(await chips(page, 'Scopes')).toEqual(['sales:read', 'profile:read', 'offline_access', 'inventory:read']);
    await dialog(page).getByRole('button', { name: 'Remove inventory:read' }).click();
    await pressRequestToken(page);
    const popup = await app.nextPopup();
    await logInButton(popup).waitFor();
    await finishLogin(app);
    await windowsClosed(app);
    await authorized(page);
    await run(page);
    const { connection, status } = await connectionNamed(page, 'Typed by hand');
    expect(connection.presetId).toBeNull();
    expect(status).toMatchObject({ status: 'authorized', scopes: ['sales:read', 'profile:read', 'offline_access'] });
    // One object is no list: the tree shows it.
    await page.getByRole('tree').getByText('ann@example.org').waitFor();
  });

  it('marks what is missing or wrong while one types, and asks for no token', async () => {
    const { app, page } = shared;
    await newResource(page, { name: 'Unfinished', url: `${origin}/api/sales`, authorization: 'OAuth' });
    await openDialog(page);
    await field(page, 'Authorization URL').fill('http://login.example.com/authorize');
    await field(page, 'Authorization URL').press('Tab');
    const sentence = dialog(page).getByText(/The authorization URL must start with https:/);
    expect(await visibleText(sentence)).toContain('others could read');
    await pressRequestToken(page);
    await dialog(page).getByText('The access token URL is missing.').waitFor();
    await dialog(page).getByText('Enter the client ID of your app.').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
    expect(app.popups()).toEqual([]);
    await cancelWhatWasTyped(page);
  });
});
