import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

const field = (page: Page, name: string) => page.getByRole('dialog').getByRole('textbox', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });
const newConnection = (page: Page) => page.getByRole('button', { name: 'New connection' }).click();
const logins = (page: Page) => page.evaluate(() => globalThis.window.fake.logins);
const connections = (page: Page) =>
  page.evaluate(() => globalThis.window.fake.connections.map((view) => view.connection));

async function discovered(page: Page): Promise<void> {
  await newConnection(page);
  await field(page, 'Issuer').fill('https://login.example.com');
  await field(page, 'Issuer').press('Enter');
  await page.getByText('Filled in from login.example.com').waitFor();
}

async function withClient(page: Page): Promise<void> {
  await discovered(page);
  await field(page, 'Client ID').fill('my-app');
  await field(page, 'Client secret').fill('my-secret');
}

async function openGroup(page: Page, name: string): Promise<void> {
  await button(page, 'More').click();
  await button(page, name).click();
}

async function chooseGrant(page: Page, name: string): Promise<void> {
  await button(page, 'More grants').click();
  await page.getByRole('menuitem', { name }).click();
}

describe('an issuer', () => {
  it('fills in the fields by Enter, offers its scopes, and is taken back by Undo', async () => {
    const page = await window.open('state=empty');
    await discovered(page);
    await expect.poll(() => field(page, 'Access token URL').inputValue()).toBe('https://login.example.com/token');
    await page.getByRole('button', { name: 'sales.read' }).click();
    await page.getByRole('button', { name: 'Remove sales.read' }).waitFor();
    await openGroup(page, 'Further URLs');
    await expect.poll(() => field(page, 'Revocation URL').inputValue()).toBe('https://login.example.com/revoke');
    await button(page, 'Undo').click();
    await expect.poll(() => field(page, 'Access token URL').inputValue()).toBe('');
    await expect.poll(() => field(page, 'Revocation URL').inputValue()).toBe('');
    await expect.poll(() => page.getByRole('button', { name: 'openid' }).count()).toBe(0);
  });

  it('says beside the field what is wrong, and that goes as one types on', async () => {
    const page = await window.open('state=empty');
    await newConnection(page);
    await field(page, 'Issuer').fill('https://silent.example.com');
    await button(page, 'Fill in').click();
    const sentence = page.getByRole('dialog').getByText('no discovery document');
    await sentence.waitFor();
    await field(page, 'Issuer').fill('https://login.example.com');
    await sentence.waitFor({ state: 'detached' });
  });
});

describe('the grants', () => {
  it('show the three usual ones, and a rarer one once it is chosen, by keyboard alone', async () => {
    const page = await window.open('state=empty');
    await newConnection(page);
    const radios = page.getByRole('radiogroup', { name: 'Grant type' }).getByRole('radio');
    await expect.poll(() => radios.count()).toBe(3);
    await button(page, 'More grants').focus();
    await page.keyboard.press('Enter');
    const item = page.getByRole('menuitem', { name: 'Client credentials' });
    // Escape closes what is on top alone: the list, not the dialog under it.
    await item.press('Escape');
    await item.waitFor({ state: 'hidden' });
    await button(page, 'More grants').press('Enter');
    await item.press('Enter');
    await expect.poll(() => radios.count()).toBe(4);
    await expect.poll(() => page.getByRole('radio', { name: 'Client credentials' }).isChecked()).toBe(true);
    await page.getByText('Nobody logs in').waitFor();
    // Nobody logs in: nothing comes back to a callback URL.
    await expect.poll(() => field(page, 'Callback URL').count()).toBe(0);
  });
});

describe('Escape and Cancel', () => {
  const ways = [
    ['Escape', (page: Page) => page.keyboard.press('Escape')],
    ['Cancel', (page: Page) => button(page, 'Cancel').click()],
  ] as const;
  it.each(ways)('by %s: asks before a client secret is lost, closes at once where nothing is', async (_name, leave) => {
    const page = await window.open('state=some');
    const edit = page.getByRole('dialog', { name: 'Update Token' });
    await page.getByRole('button', { name: 'Authorized - Update Token' }).click();
    await edit.waitFor();
    await page.mouse.click(4, 700);
    await leave(page);
    await edit.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Authorized - Update Token' }).click();
    await button(page, 'Replace Client secret').click();
    await field(page, 'Client secret').fill('another');
    await leave(page);
    await page.getByRole('dialog', { name: 'Close without saving?' }).getByRole('button', { name: 'Cancel' }).click();
    expect(await field(page, 'Client secret').inputValue()).toBe('another');
  });
});

describe('the dialog', () => {
  it('has the name of the button that opened it', async () => {
    const page = await window.open('state=some');
    await page.locator('[data-row="tracks"]').click();
    await page.getByRole('button', { name: 'Request New Token', exact: true }).first().click();
    await page.getByRole('dialog', { name: 'Request New Token' }).waitFor();
    await button(page, 'Cancel').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await newConnection(page);
    await page.getByRole('dialog', { name: 'New connection' }).waitFor();
  });

  it('requests the token by Ctrl Enter from any field', async () => {
    const page = await window.open('state=empty');
    await withClient(page);
    await page.getByRole('textbox', { name: 'Scopes' }).fill('read');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await logins(page)).map(({ connection }) => connection.scopes)).toEqual([['read']]);
  });

  it('opens on the button that is left to press where nothing is left to type', async () => {
    const page = await window.open('state=some');
    await page.getByRole('button', { name: 'Authorized - Update Token' }).click();
    await expect.poll(() => button(page, 'Request Token').evaluate((e) => e === document.activeElement)).toBe(true);
  });

  it('knows the service of the resource’s URL, and offers the grants that it has', async () => {
    const page = await window.open('state=some');
    await page.locator('[data-row="weather"]').click();
    await page.getByRole('textbox', { name: 'URL' }).fill('https://acme.myshopify.com/admin/api/2026-07/orders.json');
    await page.getByText('OAuth', { exact: true }).click();
    await page.getByRole('button', { name: 'Request New Token', exact: true }).first().click();
    await button(page, 'Preset: Shopify').waitFor();
    await expect.poll(() => page.getByRole('textbox', { name: 'Shop' }).inputValue()).toBe('acme');
    const radios = page.getByRole('radiogroup', { name: 'Grant type' }).getByRole('radio');
    expect(await radios.count()).toBe(1);
    expect(await button(page, 'More grants').count()).toBe(0);
  });

  it('understands the whole address of a shop where its name is asked, and a host without https://', async () => {
    const page = await window.open('state=empty');
    await newConnection(page);
    await field(page, 'Authorization URL').fill('{shop}.example.com/authorize');
    await field(page, 'Access token URL').fill('{shop}.example.com/token');
    const shop = field(page, 'shop');
    await shop.fill('https://acme.example.com/admin');
    await shop.blur();
    await expect.poll(() => shop.inputValue()).toBe('acme');
    await expect.poll(() => field(page, 'Authorization URL').inputValue()).toBe('https://{shop}.example.com/authorize');
  });
});

describe('the access type', () => {
  it('can be added, chosen, removed and added again, also for a service that nobody described', async () => {
    const page = await window.open('state=empty');
    await withClient(page);
    const choice = page.getByRole('radiogroup', { name: 'Access type' });
    expect(await choice.count()).toBe(0);
    // By keyboard: what was pressed goes, and what comes for it has the focus.
    const focused = (part: Locator) => expect.poll(() => part.evaluate((e) => e === document.activeElement)).toBe(true);
    await button(page, 'Add access type').press('Enter');
    await focused(choice.getByRole('radio', { name: 'offline' }));
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => choice.getByRole('radio', { name: 'online' }).isChecked()).toBe(true);
    await button(page, 'Remove access type').press('Enter');
    await focused(button(page, 'Add access type'));
    await page.keyboard.press('Enter');
    await button(page, 'Request Token').click();
    await expect
      .poll(async () => (await logins(page)).map(({ connection }) => connection.accessType))
      .toEqual(['offline']);
  });
});

describe('the fields below More', () => {
  it('say beside a row what is wrong with its header, and open for it on Request Token', async () => {
    const page = await window.open('state=empty');
    await withClient(page);
    await openGroup(page, 'API requests');
    await page.getByRole('button', { name: 'Headers for every GET of this connection: add' }).click();
    const name = field(page, 'Headers for every GET of this connection: name 1');
    await name.fill('Authorization');
    await expect.poll(() => page.getByText('Tokenboard sets it.').count()).toBe(0);
    await name.blur();
    await page.getByText('Authorization carries the token. Tokenboard sets it.').waitFor();
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    await button(page, 'API requests').click();
    await button(page, 'Request Token').click();
    await expect.poll(() => name.evaluate((input) => input === document.activeElement)).toBe(true);
  });

  it('show how the token goes out as it is chosen', async () => {
    const page = await window.open('state=empty');
    await withClient(page);
    await openGroup(page, 'API requests');
    await page.getByText('Own header').click();
    await field(page, 'Header name').fill('Authorization');
    await field(page, 'Before the token').fill('Zoho-oauthtoken');
    await button(page, 'Add a space').click();
    await page.getByText('Authorization: Zoho-oauthtoken ••••••••').waitFor();
    await button(page, 'Save').click();
    await expect
      .poll(async () => (await connections(page))[0]?.tokenPlacement)
      .toEqual({ in: 'header', name: 'Authorization', prefix: 'Zoho-oauthtoken ' });
  });

  it('keep values of the login under a name for URLs', async () => {
    const page = await window.open('state=empty');
    await withClient(page);
    await openGroup(page, 'Token response');
    await button(page, 'Values of the login: add').click();
    await field(page, 'Values of the login: name 1').fill('instance');
    await page.getByRole('combobox', { name: 'Values of the login: source 1' }).selectOption('Token response');
    await field(page, 'Values of the login: place 1').fill('instance_url');
    await button(page, 'Save').click();
    await expect
      .poll(async () => (await connections(page))[0]?.capturedValues)
      .toEqual({ instance: 'token:/instance_url' });
  });
});

describe('a login', () => {
  it('with a code shows the code, its page and how long it works, and can be cancelled', async () => {
    const page = await window.open('state=empty&login=waits');
    await withClient(page);
    await chooseGrant(page, 'Device code');
    await button(page, 'Request Token').click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByLabel('Code', { exact: true }).textContent()).toBe('WDJB-MJHT');
    await dialog.getByText('https://login.example.com/device', { exact: true }).waitFor();
    await dialog.getByText('The code expires in 14 min').waitFor();
    await dialog.getByRole('img', { name: 'QR code of the page' }).waitFor();
    await button(page, 'Cancel').click();
    await button(page, 'Request Token').waitFor();
  });

  it('by a pasted address says what is wrong with it, keeps waiting, and goes on with the right one', async () => {
    const page = await window.open('state=empty&login=waits');
    await withClient(page);
    await openGroup(page, 'Login window');
    await page.getByText('Your browser', { exact: true }).click();
    await button(page, 'Paste the address instead').click();
    await button(page, 'Request Token').click();
    const address = field(page, 'Address of the page after the login');
    await address.fill('https://www.peakboard.com/oauth2-callback');
    await button(page, 'Go on').click();
    await page.getByText('This is not the callback address').waitFor();
    await address.fill('https://www.peakboard.com/oauth2-callback/?code=c&state=s');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain('code=c');
  });

  it('that is refused in the window goes on in the browser, with the callback URL that it needs', async () => {
    const page = await window.open('state=empty&login=refused');
    await withClient(page);
    await button(page, 'Request Token').click();
    const refused = page.getByRole('alert');
    await refused.getByText('accounts.example.com refuses logins in this window').waitFor();
    await refused.getByText('http://127.0.0.1/', { exact: true }).waitFor();
    await button(page, 'Use your browser').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await logins(page)).map(({ connection }) => [connection.window, connection.callbackUrl])).toEqual([
      ['popup', 'https://www.peakboard.com/oauth2-callback/'],
      ['browser', 'http://127.0.0.1/'],
    ]);
  });

  it('says that the login page asks for a sign-in that the window cannot do, and offers the browser [59]', async () => {
    const page = await window.open('state=empty&login=prompts');
    await withClient(page);
    await button(page, 'Request Token').click();
    const prompt = page.getByRole('alert');
    await prompt.getByText('login.example.com asks for a sign-in that the login window cannot do').waitFor();
    await prompt.getByText('the sign-in of this computer (Negotiate, Kerberos)').waitFor();
    await button(page, 'Use your browser').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await logins(page)).map(({ connection }) => connection.window)).toEqual(['popup', 'browser']);
  });

  it('shows the words of an error page beside the wait, with the fix, and tries again at once', async () => {
    const page = await window.open('state=empty&login=error%20page');
    await withClient(page);
    await button(page, 'Request Token').click();
    const error = page.getByRole('alert');
    await error.getByText('The service does not know this callback URL').waitFor();
    await error.getByText('Invalid parameter: redirect_uri').waitFor();
    await page.getByText('Waiting for you to log in').waitFor();
    await error.getByRole('button', { name: 'Copy callback URL' }).waitFor();
    await error.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(async () => (await logins(page)).length).toBe(2);
    await error.getByRole('button', { name: 'Edit connection' }).click();
    await button(page, 'Request Token').waitFor();
  });

  it('in the browser can be opened again, and its link copied', async () => {
    const page = await window.open('state=empty&login=waits');
    await withClient(page);
    await openGroup(page, 'Login window');
    await page.getByText('Your browser', { exact: true }).click();
    await button(page, 'Request Token').click();
    await button(page, 'Open again').click();
    await page.getByText('Opened in your browser.').waitFor();
    await button(page, 'Copy link').click();
    await page.getByText('Copied. The link works for this login only.').waitFor();
  });

  it('as someone else starts at once without cookies of before', async () => {
    const page = await window.open('state=some');
    await page.evaluate(() => {
      const { connections, emit } = globalThis.window.fake;
      const google = connections[0]?.connection;
      if (google !== undefined) google.window = 'popup';
      emit('connections.changed', { views: connections, removed: [] });
    });
    await page.locator('[data-row="google"]').click();
    await page.getByRole('button', { name: 'Log in as someone else' }).click();
    await expect.poll(async () => (await logins(page)).map(({ freshSession }) => freshSession)).toEqual([true]);
  });
});

describe('a connection without a refresh token', () => {
  it('says that it will end, and logs in again with what brings one', async () => {
    const page = await window.open('state=outlooks');
    await page.locator('[data-row="ben"]').click();
    await page.getByText('No. The service gave no refresh token').waitFor();
    await page.getByRole('button', { name: 'Ask for a refresh token and log in again' }).click();
    await expect.poll(async () => (await logins(page)).length).toBe(1);
    const [login] = await logins(page);
    expect(login?.connection.accessType).toBe('offline');
    expect(login?.connection.extraAuthorizationParameters).toMatchObject({ prompt: 'consent' });
  });
});

describe('connections to one service', () => {
  it('are told apart in the sidebar by who is logged in, also where a login is needed', async () => {
    const page = await window.open('state=outlooks');
    const rows = page.getByRole('list', { name: 'Connections' }).getByRole('listitem');
    for (const account of ['ann@example.org', 'ben@example.org', 'eva.oberhuber'])
      await expect.poll(() => rows.filter({ hasText: account }).filter({ hasText: 'Google Sheets' }).count()).toBe(1);
  });
});

describe('the practice preset', () => {
  const pick = async (page: Page, name: RegExp) => {
    await page.getByRole('button', { name: /^Preset/ }).click();
    await page.getByRole('option', { name }).first().click();
  };

  it('leaves nothing behind when the dialog is cancelled', async () => {
    const page = await window.open('state=empty');
    await newConnection(page);
    await pick(page, /^Practice/);
    await expect.poll(() => field(page, 'Client ID').inputValue()).toBe('practice');
    await button(page, 'Cancel').click();
    await button(page, 'Close without saving').click();
    await expect.poll(() => connections(page)).toEqual([]);
    await page.getByText('No connections yet').waitFor();
  });

  it('leaves nothing behind in the dialog of a connection that is there, either', async () => {
    const page = await window.open('state=outlooks');
    await page.locator('[data-row="own"]').click();
    await page.getByRole('button', { name: 'Authorized - Update Token' }).click();
    await pick(page, /^Practice/);
    await expect.poll(() => field(page, 'Client ID').inputValue()).toBe('practice');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Close without saving' }).click();
    await page.getByRole('dialog', { name: 'Edit connection' }).waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await connections(page)).some(({ clientId }) => clientId === 'practice'))
      .toBe(false);
  });

  it('gives nothing of its own to another preset, and stays when it is saved', async () => {
    const page = await window.open('state=empty');
    await newConnection(page);
    await pick(page, /^Practice/);
    await expect.poll(() => field(page, 'Client ID').inputValue()).toBe('practice');
    await pick(page, /^GitHub/);
    await expect.poll(() => field(page, 'Client ID').inputValue()).toBe('');
    await pick(page, /^Practice/);
    await expect.poll(() => field(page, 'Client ID').inputValue()).toBe('practice');
    await button(page, 'Save').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await connections(page)).map(({ clientId }) => clientId)).toEqual(['practice']);
  });
});

describe('the palette', () => {
  it('offers the other theme than the one that is shown, also where the system chose it', async () => {
    const page = await window.open('state=empty');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.keyboard.press('Control+K');
    await page.getByRole('option', { name: 'Use the light theme' }).waitFor();
  });
});

it('shows whose token it is and what it may, and the other claims of the service on request', async () => {
  const page = await window.open('state=outlooks');
  await page.locator('[data-row="own"]').click();
  await page.getByRole('button', { name: 'Check at the service' }).click();
  await page.getByText('The token works.').waitFor();
  await page.getByText('ann@example.org', { exact: true }).first().waitFor();
  await page.getByText('sales.read', { exact: true }).first().waitFor();
  const claim = page.getByText('c6ed0d4e-5d76-4f6f-9a55-0f1ab1f3a6c1');
  expect(await claim.isVisible()).toBe(false);
  await page.getByText('All that it said (8)').focus();
  await page.keyboard.press('Enter');
  await claim.waitFor();
});
