import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { caCertificate, serviceCertificate, serviceKey } from '../servers/keys.ts';
import { startProxy, type TestProxy } from '../servers/proxy.ts';
import { json, startTokenServer, type TokenServer } from '../servers/token-server.ts';
import { type PlatformKind, platformsHere, startApp } from './app.ts';
import { ask } from './lib/bridge.ts';
import { fillCustom } from './lib/custom-connection.ts';
import { backToFields, dialog, dialogGone, pressRequestToken } from './lib/dialog.ts';
import { windowsClosed } from './lib/login.ts';
import { authorized } from './lib/practice.ts';
import { testKey, useApp } from './lib/use-app.ts';
import { choose, newResource, readError, readTable, run, toast } from './lib/window.ts';

const proxyPassword = 'proxy-canary-815';

/** A company's service: its certificate is signed by the company alone, and its name is known to the proxy alone. */
async function startCompany(): Promise<{ service: TokenServer; proxy: TestProxy }> {
  const service = await startTokenServer({ tls: { key: serviceKey, cert: serviceCertificate } });
  service.respondWith(({ path }) => {
    const { pathname, searchParams } = new URL(path, 'https://service.test');
    if (pathname === '/token') return json({ access_token: 'company-token', token_type: 'Bearer', expires_in: 3600 });
    if (pathname === '/data') return json([{ day: 'Monday', amount: 4711 }]);
    if (pathname !== '/authorize') return { status: 404 };
    const back = new URL(searchParams.get('redirect_uri') ?? '');
    back.searchParams.set('code', 'company-code');
    back.searchParams.set('state', searchParams.get('state') ?? '');
    const body = `<title>Company</title><a href="${back.href.replaceAll('&', '&amp;')}">Log in to the company</a>`;
    return { headers: { 'content-type': 'text/html' }, body };
  });
  return { service, proxy: await startProxy(service.port, { login: `ann:${proxyPassword}` }) };
}

const openSettings = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await dialog(page).getByRole('heading', { name: 'Network' }).waitFor();
};
const closeSettings = async (page: Page): Promise<void> => {
  await dialog(page).getByRole('button', { name: 'Close settings' }).click();
  await dialogGone(page);
};

/** Without a password: a proxy that asks for no login. */
async function useProxy(page: Page, url: string, password = ''): Promise<void> {
  await openSettings(page);
  await choose(dialog(page), 'Proxy', 'This proxy');
  await dialog(page).getByLabel('Proxy URL').fill(url);
  await dialog(page)
    .getByLabel('User name', { exact: true })
    .fill(password === '' ? '' : 'ann');
  await dialog(page).getByLabel('Password', { exact: true }).fill(password);
  await dialog(page).getByRole('button', { name: 'Use this proxy' }).click();
  await toast(page, 'The next request or login uses this proxy').first().waitFor();
  await expect.poll(async () => (await ask(page, 'network.read', {})).proxy.url).toBe(url);
  await closeSettings(page);
}

async function addCertificate(page: Page): Promise<void> {
  await dialog(page)
    .locator('input[type=file]')
    .setInputFiles({ name: 'company.pem', mimeType: 'application/x-pem-file', buffer: Buffer.from(caCertificate) });
  await dialog(page).getByText('Tokenboard test authority').first().waitFor();
  await closeSettings(page);
}

describe.each(platformsHere())('a company network on the %s platform', (kind: PlatformKind) => {
  const shared = useApp(kind);
  let service: TokenServer;
  let proxy: TestProxy;
  beforeAll(async () => {
    ({ service, proxy } = await startCompany());
  });
  afterAll(async () => {
    await Promise.all([service?.close(), proxy?.close()]);
  });
  const origin = 'https://service.test';

  it('says what stands in the way, the password and then the certificate, and takes both in the settings [8] [37] [41]', async () => {
    const { page } = shared;
    await newResource(page, { name: 'Company data', url: `${origin}/data` });
    await useProxy(page, proxy.url, 'not the password');
    await run(page);
    expect((await readError(page.getByRole('main'))).title).toMatch(/^The proxy requires /);
    await useProxy(page, proxy.url, proxyPassword);
    await run(page);
    const refused = await readError(page.getByRole('main'));
    expect(refused.title).toMatch(/certificate/);
    expect(service.requests).toEqual([]);
    // The error leads to where it is mended.
    await page.getByRole('main').getByRole('button', { name: 'Add a certificate' }).click();
    await addCertificate(page);
    await run(page);
    expect((await readTable(page)).rows[0]).toEqual(expect.arrayContaining(['Monday', '4711']));
  });

  it('gets a token through the proxy from the service that only the added authority signed [41]', async () => {
    const { page } = shared;
    await newResource(page, { name: 'By password', url: `${origin}/data?by=password`, authorization: 'OAuth' });
    await fillCustom(page, {
      name: 'Company by password',
      grant: 'Password',
      accessTokenUrl: `${origin}/token`,
      clientId: 'dashboards',
      clientSecret: 'company-secret',
      username: 'ann',
      password: 'company-password',
      hosts: ['service.test'],
    });
    await pressRequestToken(page);
    await authorized(page);
    await run(page);
    expect((await readTable(page)).head).toContain('day');
    const asked = service.requests.filter(({ path }) => path === '/data?by=password');
    expect(asked.at(-1)?.headers.authorization).toBe('Bearer company-token');
  });

  it('goes through a proxy that wants no password, and tells it none [37] [41]', async () => {
    const { page } = shared;
    const open = await startProxy(service.port);
    onTestFinished(() => open.close());
    await useProxy(page, open.url);
    await newResource(page, { name: 'Open proxy', url: `${origin}/data?by=open` });
    await run(page);
    expect((await readTable(page)).head).toContain('day');
    expect(open.connects).toContain('service.test:443');
    expect(open.logins.filter((login) => login !== undefined)).toEqual([]);
    await useProxy(page, proxy.url, proxyPassword);
  });

  it.runIf(kind === 'electron')('logs in in a window through the same proxy and authority [8] [41]', async () => {
    const { app, page } = shared;
    await newResource(page, { name: 'By login', url: `${origin}/data?by=login`, authorization: 'OAuth' });
    await openSettings(page);
    await dialog(page).getByRole('button', { name: 'Remove Tokenboard test authority' }).click();
    await toast(page, '“Tokenboard test authority” is no longer trusted.').first().waitFor();
    await closeSettings(page);
    await fillCustom(page, {
      name: 'Company by login',
      authorizationUrl: `${origin}/authorize`,
      accessTokenUrl: `${origin}/token`,
      clientId: 'dashboards',
      clientSecret: 'company-secret',
      hosts: ['service.test'],
    });
    await pressRequestToken(page);
    const refused = await readError(dialog(page));
    expect(refused.title).toMatch(/certificate/);
    await backToFields(page);
    await dialog(page).getByRole('button', { name: 'Cancel', exact: true }).click();
    await dialogGone(page);

    await openSettings(page);
    await addCertificate(page);
    await page.getByRole('main').getByRole('button', { name: 'Request New Token', exact: true }).first().click();
    await pressRequestToken(page);
    const popup = await app.nextPopup();
    await popup.getByRole('link', { name: 'Log in to the company' }).click({ noWaitAfter: true });
    await windowsClosed(app);
    await authorized(page);
    await run(page);
    expect((await readTable(page)).head).toContain('day');
  });

  it('shows the proxy’s password nowhere [37]', async () => {
    const { app, page } = shared;
    expect(proxy.logins).toContain(`Basic ${Buffer.from(`ann:${proxyPassword}`).toString('base64')}`);
    await openSettings(page);
    expect(await page.content()).not.toContain(proxyPassword);
    await closeSettings(page);
    expect(JSON.stringify(service.requests)).not.toMatch(new RegExp(`${proxyPassword}|proxy-auth`, 'i'));
    expect(app.logs.join('\n')).not.toContain(proxyPassword);
  });
});

// The browser reads its certificates when it starts.
describe.each(platformsHere().filter((kind) => kind === 'browser'))(
  'an authority of the company on the %s platform',
  (kind) => {
    it('holds in login windows from the next start on [8] [41]', async () => {
      const { service, proxy } = await startCompany();
      const origin = `https://127.0.0.1:${service.port}`;
      const environment = { TOKENBOARD_KEY: testKey };
      const first = await startApp(kind, { environment });
      await openSettings(first.mainPage);
      await addCertificate(first.mainPage);
      await first.close({ keepData: true });

      const second = await startApp(kind, { environment, dataFolder: first.dataFolder });
      onTestFinished(() => second.close());
      const page = second.mainPage;
      await newResource(page, { name: 'By login', url: `${origin}/data`, authorization: 'OAuth' });
      await fillCustom(page, {
        name: 'Company by login',
        authorizationUrl: `${origin}/authorize`,
        accessTokenUrl: `${origin}/token`,
        clientId: 'dashboards',
        clientSecret: 'company-secret',
        hosts: [new URL(origin).host],
      });
      await pressRequestToken(page);
      const popup = await second.nextPopup();
      await popup.getByRole('link', { name: 'Log in to the company' }).click({ noWaitAfter: true });
      await windowsClosed(second);
      await authorized(page);
      await run(page);
      expect((await readTable(page)).head).toContain('day');
      await second.close();
      await Promise.all([service.close(), proxy.close()]);
    });
  },
);
