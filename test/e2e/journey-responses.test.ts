import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AwkwardService, startAwkwardService } from '../servers/awkward-service.ts';
import { platformsHere } from './app.ts';
import { ask } from './lib/bridge.ts';
import { fillCustom } from './lib/custom-connection.ts';
import { dialog, dialogGone, pressRequestToken } from './lib/dialog.ts';
import { windowsClosed } from './lib/login.ts';
import { authorized } from './lib/practice.ts';
import { useApp } from './lib/use-app.ts';
import {
  choose,
  factsLine,
  newResource,
  previewPane,
  readError,
  readTable,
  requestPane,
  run,
  urlField,
} from './lib/window.ts';

describe.each(platformsHere())('what services send, on the %s platform', (kind) => {
  const shared = useApp(kind);
  let awkward: AwkwardService;
  let elsewhere: AwkwardService;
  beforeAll(async () => {
    awkward = await startAwkwardService();
    elsewhere = await startAwkwardService('elsewhere');
  });
  afterAll(() => Promise.all([awkward?.close(), elsewhere?.close()]));

  it('does not take the token to another host, and says so [42]', async () => {
    const { app, page } = shared;
    awkward.api.moved = { status: 302, headers: { location: `${elsewhere.origin}/api/rows` } };
    await newResource(page, { name: 'Moved', url: `${awkward.origin}/api/moved`, authorization: 'OAuth' });
    await fillCustom(page, {
      name: 'Awkward service',
      authorizationUrl: `${awkward.origin}/authorize`,
      accessTokenUrl: `${awkward.origin}/token`,
      clientId: 'designer',
      clientSecret: 'a secret',
      hosts: [awkward.host],
    });
    await pressRequestToken(page);
    await windowsClosed(app);
    await authorized(page);
    await readTable(page);
    await previewPane(page)
      .getByText(`The service redirected to ${elsewhere.host}. The token was not sent there.`)
      .waitFor();
    expect(awkward.apiRequests.at(-1)?.authorization).toBe(`Bearer ${awkward.given[0]?.accessToken}`);
    expect(elsewhere.apiRequests).toMatchObject([{ path: '/api/rows', authorization: undefined }]);
  });

  it('asks before a token goes to a host that is not the connection’s own [42]', async () => {
    const { page } = shared;
    await urlField(page).fill(`${elsewhere.origin}/api/rows`);
    elsewhere.apiRequests.length = 0;
    await run(page);
    const error = await readError(previewPane(page));
    expect(error.buttons).toContain(`Send the token to ${elsewhere.host}`);
    expect(elsewhere.apiRequests).toEqual([]);
    await previewPane(page)
      .getByRole('button', { name: `Send the token to ${elsewhere.host}` })
      .click();
    await readTable(page);
    expect(elsewhere.apiRequests.at(-1)?.authorization).toBe(`Bearer ${awkward.given[0]?.accessToken}`);
  });

  it('offers a body that is too large to show as a file [43]', async () => {
    const { app, page } = shared;
    awkward.api.large = {
      body: JSON.stringify(Array.from({ length: 40_000 }, (_, id) => ({ id, text: 'x'.repeat(30) }))),
    };
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    const limit = dialog(page).getByLabel('Largest response to show, in MiB');
    await limit.fill('1');
    await limit.press('Tab');
    await expect.poll(async () => (await ask(page, 'preferences.read', {})).maximumBodyMebibytes).toBe(1);
    await dialog(page).getByRole('button', { name: 'Close settings' }).click();
    await dialogGone(page);
    await urlField(page).fill(`${awkward.origin}/api/large`);
    await run(page);
    await previewPane(page).getByText('Too large to show here').waitFor();
    await previewPane(page).getByRole('button', { name: 'Save as file' }).last().click();
    await page.getByText(/^Saved as /).waitFor();
    const [file] = existsSync(app.downloads) ? readdirSync(app.downloads) : [];
    expect(statSync(join(app.downloads, file ?? 'none')).size).toBe((awkward.api.large.body as string).length); // set above
  });

  it('says that a page came where data was expected, and shows its text', async () => {
    const { page } = shared;
    awkward.api.page = {
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><title>Log in</title><h1>Please log in</h1>',
    };
    await urlField(page).fill(`${awkward.origin}/api/page`);
    await run(page);
    const alert = previewPane(page).getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/HTML|page/);
    await previewPane(page).getByText('Please log in').first().waitFor();
  });

  it.each([
    [401, 'resource.unauthorized'],
    [403, 'resource.forbidden'],
    [404, 'resource.not_there'],
    [429, 'resource.rate_limited'],
    [500, 'resource.server_error'],
  ])('says what the service said with %i, what it means and what to do', async (status, code) => {
    const { page } = shared;
    const serviceMessage = `The words of ${status}`;
    awkward.api[`refused-${status}`] = { status, body: { error: 'refused', error_description: serviceMessage } };
    await urlField(page).fill(`${awkward.origin}/api/refused-${status}`);
    await run(page);
    await previewPane(page).getByText(serviceMessage).first().waitFor();
    const error = await readError(previewPane(page));
    expect(error.serviceMessage).toContain(serviceMessage);
    expect(error.text).toContain(code);
    expect(error.title).not.toBe('That did not work');
    expect(error.buttons.length).toBeGreaterThan(0);
    expect(await factsLine(page)).toContain(String(status));
  });

  it('strips what could deceive from the words of a service [36]', async () => {
    const { page } = shared;
    const description = '<img src=x onerror=alert(1)>\u202Edesrever\u0007';
    awkward.api.evil = { status: 400, body: { error: 'bad', error_description: description } };
    await urlField(page).fill(`${awkward.origin}/api/evil`);
    await run(page);
    await previewPane(page).getByText('desrever').first().waitFor();
    const error = await readError(previewPane(page));
    expect(error.serviceMessage).toContain('<img src=x onerror=alert(1)>');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(error.serviceMessage).not.toMatch(/[\u202E\u0007]/);
    expect(await previewPane(page).getByRole('alert').locator('img').count()).toBe(0);
  });

  it('says that nothing listens where a server has gone', async () => {
    const { page } = shared;
    const gone = await startAwkwardService();
    await gone.close();
    await newResource(page, { name: 'Gone', url: `${gone.origin}/api/rows` });
    await run(page);
    const error = await readError(previewPane(page));
    expect(error.text).toContain('http.refused');
    expect(error.text).toContain(gone.host);
    expect(error.buttons.length).toBeGreaterThan(0);
  });

  it('shows the same rows as JSON, XML and CSV', async () => {
    const { page } = shared;
    awkward.api.xml = {
      headers: { 'content-type': 'application/xml' },
      body: '<rows><row><name>first</name><n>1</n></row><row><name>second</name><n>2</n></row></rows>',
    };
    awkward.api.csv = { headers: { 'content-type': 'text/csv' }, body: 'name,n\nfirst,1\nsecond,2\n' };
    for (const format of ['XML', 'CSV'] as const) {
      await urlField(page).fill(`${awkward.origin}/api/${format.toLowerCase()}`);
      await choose(requestPane(page), 'Format', format);
      await run(page);
      await previewPane(page).getByText('2 rows').waitFor();
      const { head, rows } = await readTable(page);
      expect(head).toEqual(['name', 'n']);
      expect(rows).toEqual([
        ['first', '1'],
        ['second', '2'],
      ]);
    }
  });

  it('stops a GET that takes too long when Cancel is pressed', async () => {
    const { page } = shared;
    const silent = await import('node:net').then(({ createServer }) => createServer(() => {}));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await newResource(page, { name: 'Silent', url: `http://127.0.0.1:${port}/` });
    await requestPane(page).getByRole('button', { name: 'Run', exact: true }).click();
    await previewPane(page).getByText('Waiting for the response').waitFor();
    await requestPane(page).getByRole('button', { name: 'Cancel', exact: true }).click();
    await requestPane(page).getByRole('button', { name: 'Run', exact: true }).waitFor();
    silent.close();
  });

  it('shows the rows that have come while the rest still comes, and then all of them', async () => {
    const { page } = shared;
    const line = (id: number) => `{"id":${id},"text":"${'x'.repeat(80)}"}`;
    const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => line(from + at)).join(',');
    const rest = Promise.withResolvers<void>();
    const slow = createServer(async (_request, response) => {
      response.setHeader('content-type', 'application/json').write(`{"data":[${lines(0, 20_000)}`);
      await rest.promise;
      response.end(`,${lines(20_000, 30_000)}]}`);
    });
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
    const { port } = slow.address() as AddressInfo; // it listens on a port
    // The test before may have left a small limit.
    await ask(page, 'preferences.save', { maximumBodyMebibytes: 64 });
    try {
      await newResource(page, { name: 'Slow', url: `http://127.0.0.1:${port}/`, authorization: 'None' });
      await requestPane(page).getByRole('button', { name: 'Run', exact: true }).click();
      const early = await readTable(page);
      expect(early).toMatchObject({
        head: ['id', 'text'],
        rows: [
          ['0', expect.any(String)],
          ['1', expect.any(String)],
          ['2', expect.any(String)],
          ['3', expect.any(String)],
          ['4', expect.any(String)],
        ],
      });
      expect(early.facts).toMatch(/^200 OK .*rows so far$/);
      expect(await previewPane(page).getAttribute('aria-busy')).toBe('true');
      expect(await previewPane(page).getByRole('tab', { name: 'Raw' }).isEnabled()).toBe(false);
      rest.resolve();
      await expect.poll(() => factsLine(page)).toMatch(/30,000 rows$/);
      expect((await readTable(page)).head).toEqual(['id', 'text']);
      await expect.poll(() => previewPane(page).getByRole('tab', { name: 'Raw' }).isEnabled()).toBe(true);
      // A body that turns out to be too large is none to look into.
      await ask(page, 'preferences.save', { maximumBodyMebibytes: 1 });
      await run(page);
      await previewPane(page).getByText('Too large to show here').waitFor();
    } finally {
      rest.resolve();
      slow.close();
    }
  });

  it('keeps the response that is there until the next one is, also where that is cancelled or fails', async () => {
    const { page } = shared;
    const lines = Array.from({ length: 3000 }, (_, id) => ({ id }));
    let asked = 0;
    const once = createServer((_request, response) => {
      asked += 1;
      if (asked === 1) response.setHeader('content-type', 'application/json').end(JSON.stringify(lines));
    });
    await new Promise<void>((resolve) => once.listen(0, '127.0.0.1', resolve));
    const { port } = once.address() as AddressInfo; // it listens on a port
    const table = previewPane(page).getByRole('grid');
    // Rows that nobody has looked at: they are asked for now.
    const showRow = async (row: number) => {
      await table.evaluate((element, top) => {
        element.scrollTop = top;
      }, row * 28);
      await table.getByRole('gridcell', { name: String(row), exact: true }).waitFor();
    };
    try {
      await newResource(page, { name: 'Once', url: `http://127.0.0.1:${port}/`, authorization: 'None' });
      await run(page);
      await readTable(page);
      await requestPane(page).getByRole('button', { name: 'Run', exact: true }).click();
      await expect.poll(() => asked).toBe(2);
      await showRow(1000);
      await requestPane(page).getByRole('button', { name: 'Cancel', exact: true }).click();
      await requestPane(page).getByRole('button', { name: 'Run', exact: true }).waitFor();
      await showRow(1500);
      expect(await previewPane(page).getByRole('alert').count()).toBe(0);
      once.closeAllConnections();
      await new Promise((resolve) => once.close(resolve));
      await run(page);
      expect((await readError(previewPane(page))).text).toContain('http.refused');
      await previewPane(page)
        .getByText(/^Not updated/)
        .waitFor();
      await showRow(2000);
    } finally {
      once.closeAllConnections();
      once.close();
    }
  });
});
