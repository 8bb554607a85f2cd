import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moreSections } from '../../renderer/connection/more/more-sections.ts';
import { connectionMore } from '../../renderer/messages/en/connection-more.ts';
import { type AwkwardService, startAwkwardService } from '../servers/awkward-service.ts';
import { platformsHere } from './app.ts';
import { ask } from './lib/bridge.ts';
import { dialog, dialogGone, openDialog, openSection, pressRequestToken } from './lib/dialog.ts';
import { logIn, logInButton, windowsClosed } from './lib/login.ts';
import { authorize, tryPractice } from './lib/practice.ts';
import { useApp } from './lib/use-app.ts';
import { lookAt, violations } from './lib/views.ts';
import {
  choose,
  newResource,
  openConnection,
  openResource,
  previewPane,
  readError,
  requestPane,
  run,
} from './lib/window.ts';

/** Every view, light and dark, at 900, 1280 and 1920: looked at by axe, and left as pictures in test-results/views. */
describe.each(platformsHere())('what the window shows on the %s platform', (kind) => {
  const shared = useApp(kind);
  let awkward: AwkwardService;
  beforeAll(async () => {
    awkward = await startAwkwardService();
  });
  afterAll(() => awkward?.close());
  const looksRight = async (view: string) => {
    expect(await lookAt(shared.app, view)).toEqual([]);
  };

  it('is accessible when empty', async () => {
    await shared.page.getByRole('heading', { name: 'Which service?' }).waitFor();
    await looksRight('empty');
  });

  it('is accessible before the first token', async () => {
    await tryPractice(shared.page);
    await looksRight('not-authorized');
  });

  it('is accessible in the OAuth dialog, all fields open', async () => {
    const { page } = shared;
    await openDialog(page);
    await looksRight('dialog');
    await dialog(page).getByRole('button', { name: 'Show all fields' }).click();
    for (const section of moreSections) await openSection(page, connectionMore[`more.section.${section}`]);
    await looksRight('dialog-all-fields');
  });

  it('is accessible while a login runs, and the login pages are too', async () => {
    const { app, page } = shared;
    await pressRequestToken(page);
    const popup = await app.nextPopup();
    await logInButton(popup).waitFor();
    await looksRight('running');
    expect(await violations(popup)).toEqual([]);
    await logIn(popup);
    expect(await violations(popup)).toEqual([]);
    await popup.close();
    await readError(dialog(page));
    await looksRight('dialog-error');
    await dialog(page).getByRole('button', { name: 'Close', exact: true }).click();
    await dialogGone(page);
    await windowsClosed(app);
  });

  it('is accessible with data, as a table, a tree and text', async () => {
    const { app, page } = shared;
    await authorize(app);
    await looksRight('table');
    await openResource(page, 'Sales by day');
    await previewPane(page).getByRole('tab', { name: 'Tree' }).click();
    await previewPane(page).getByRole('tree').waitFor();
    await looksRight('tree');
    await previewPane(page).getByRole('tab', { name: 'Raw' }).click();
    await looksRight('raw');
  });

  it('is accessible on the page of a connection and in the palette', async () => {
    const { page } = shared;
    await openConnection(page, 'Practice service');
    await looksRight('connection');
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox', { name: /^Search resources/ }).waitFor();
    await looksRight('palette');
    await page.keyboard.press('Escape');
  });

  it('is accessible in the settings and in a menu', async () => {
    const { page } = shared;
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await dialog(page).getByRole('heading', { name: 'Appearance' }).waitFor();
    await looksRight('settings');
    const box = await page.locator('[role=dialog]').boundingBox();
    const close = await dialog(page).getByRole('button', { name: 'Close settings' }).boundingBox();
    expect(close?.y).toBeGreaterThan(box?.y ?? Number.NaN);
    expect((close?.x ?? Number.NaN) + (close?.width ?? 0)).toBeLessThan((box?.x ?? 0) + (box?.width ?? 0));
    await dialog(page).getByText('Licences of the packages that Tokenboard contains').click();
    await dialog(page).getByText('simple-oauth2', { exact: true }).click();
    await dialog(page).getByText('TERMS AND CONDITIONS FOR USE').waitFor();
    await looksRight('licences');
    await dialog(page).getByRole('button', { name: 'Close settings' }).click();
    await dialogGone(page);
    await openResource(page, 'Sales by day');
    await page.getByRole('button', { name: 'More for Sales by day' }).last().click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).waitFor();
    await looksRight('menu');
    await page.keyboard.press('Escape');
  });

  it('is accessible with an error, with headers and with very long texts', async () => {
    const { page } = shared;
    awkward.api.error = {
      status: 403,
      body: { error: 'insufficient_scope', error_description: 'Die Berechtigung reicht nicht aus. '.repeat(12) },
    };
    await newResource(page, {
      name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft und noch viel mehr Text',
      url: `${awkward.origin}/api/error?${'a-long-parameter=with-a-long-value&'.repeat(12)}`,
      authorization: 'Bearer token',
    });
    await requestPane(page).getByLabel('Token', { exact: true }).fill('a token');
    await run(page);
    await previewPane(page).getByText('Die Berechtigung reicht nicht aus.').first().waitFor();
    await looksRight('error');
    await requestPane(page).getByRole('tab', { name: 'Headers' }).click();
    await requestPane(page).getByRole('button', { name: 'Add header' }).click();
    await choose(requestPane(page), 'Format', 'CSV');
    await looksRight('headers');
  });

  it('is accessible with many resources', async () => {
    const { page } = shared;
    const [first] = await ask(page, 'resources.list', {});
    if (first === undefined) throw new Error('there is no resource');
    for (let number = 1; number <= 40; number += 1)
      await ask(page, 'resources.save', {
        resource: { ...first.resource, id: `many-${number}`, name: `Line ${number} of the plant` },
        secrets: {},
      });
    await page.getByRole('navigation').getByText('Line 1 of the plant', { exact: true }).waitFor();
    await looksRight('many');
  });
});
