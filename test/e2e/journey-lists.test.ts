import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AwkwardService, startAwkwardService } from '../servers/awkward-service.ts';
import { platformsHere } from './app.ts';
import { ask, connectionNamed, resourceNamed } from './lib/bridge.ts';
import { useApp } from './lib/use-app.ts';
import {
  chooseInRowMenu,
  connectionRow,
  nameField,
  namesIn,
  newResource,
  openResource,
  previewPane,
  readTable,
  requestPane,
  resourceRow,
  run,
  sidebar,
  stateOf,
  toast,
} from './lib/window.ts';

describe.each(platformsHere())('resources and connections on the %s platform', (kind) => {
  const shared = useApp(kind);
  let awkward: AwkwardService;
  beforeAll(async () => {
    awkward = await startAwkwardService();
  });
  afterAll(() => awkward?.close());
  const rows = () => `${awkward.origin}/api/rows`;

  it('sends a user name and a password that are stored in the vault [35]', async () => {
    const { page } = shared;
    await newResource(page, { name: 'Basic', url: rows(), authorization: 'Basic' });
    const fields = requestPane(page);
    await fields.getByRole('textbox', { name: 'User name' }).fill('ann');
    await fields.getByLabel('Password', { exact: true }).fill('basic password');
    await fields.getByLabel('Password', { exact: true }).press('Tab');
    await fields.getByRole('button', { name: 'Replace Password' }).waitFor();
    await run(page);
    expect((await readTable(page)).rows[0]).toEqual(['first']);
    const sent = awkward.apiRequests.at(-1)?.authorization;
    expect(sent).toBe(`Basic ${Buffer.from('ann:basic password').toString('base64')}`);
    expect((await resourceNamed(page, 'Basic')).secrets).toEqual(['basicPassword']);
    await expect.poll(() => stateOf(resourceRow(page, 'Basic'))).toBe('works');
  });

  it('shows a stored secret on request and hides it again by itself [35]', async () => {
    const { page } = shared;
    const shown = () => requestPane(page).getByLabel('Password', { exact: true }).inputValue();
    await page.clock.install();
    await requestPane(page).getByRole('tab', { name: 'Authorization' }).click();
    await requestPane(page).getByRole('button', { name: 'Show Password' }).click();
    await expect.poll(shown).toBe('basic password');
    await page.clock.fastForward(10_000);
    await expect.poll(shown).toContain('stored');
  });

  it('sends a token that the user has', async () => {
    const { page } = shared;
    await newResource(page, { name: 'Bearer', url: rows(), authorization: 'Bearer token' });
    await requestPane(page).getByLabel('Token', { exact: true }).fill('my-own-token');
    await run(page);
    await readTable(page);
    expect(awkward.apiRequests.at(-1)?.authorization).toBe('Bearer my-own-token');
  });

  it('sends nothing where nothing is needed, and a header of one’s own', async () => {
    const { page } = shared;
    await newResource(page, { name: 'Open', url: rows() });
    await requestPane(page).getByRole('tab', { name: 'Headers' }).click();
    await requestPane(page).getByRole('button', { name: 'Add header' }).click();
    await requestPane(page).getByLabel('Name of header 1').fill('X-Board');
    await requestPane(page).getByLabel('Value of header 1', { exact: true }).fill('seven');
    await run(page);
    await readTable(page);
    expect(awkward.apiRequests.at(-1)?.authorization).toBeUndefined();
    expect((await resourceNamed(page, 'Open')).resource.headers).toEqual([
      { name: 'X-Board', value: 'seven', secret: false },
    ]);
    await expect.poll(() => stateOf(resourceRow(page, 'Open'))).toBe('works');
  });

  it('renames, in the title and in the sidebar', async () => {
    const { page } = shared;
    await nameField(page).fill('Opened');
    await resourceRow(page, 'Opened').waitFor();
    await chooseInRowMenu(page, 'Opened', 'Rename');
    const field = sidebar(page).getByLabel('New name of Opened');
    await field.fill('Open again');
    await field.press('Enter');
    await resourceRow(page, 'Open again').waitFor();
    await expect.poll(() => nameField(page).inputValue()).toBe('Open again');
  });

  it('duplicates with what is stored [35]', async () => {
    const { page } = shared;
    await chooseInRowMenu(page, 'Basic', 'Duplicate');
    await resourceRow(page, 'Basic copy').waitFor();
    await expect.poll(() => nameField(page).inputValue()).toBe('Basic copy');
    awkward.apiRequests.length = 0;
    await run(page);
    await readTable(page);
    expect(awkward.apiRequests.at(-1)?.authorization).toMatch(/^Basic /);
  });

  it('is put in order by the keyboard and by dragging, and keeps the order', async () => {
    const { page } = shared;
    expect(await namesIn(page, 'Resources')).toEqual(['Basic', 'Basic copy', 'Bearer', 'Open again']);
    await resourceRow(page, 'Bearer').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => namesIn(page, 'Resources')).toEqual(['Basic', 'Bearer', 'Basic copy', 'Open again']);
    await drag('Basic copy', 'Basic');
    const wanted = ['Basic copy', 'Basic', 'Bearer', 'Open again'];
    await expect.poll(() => namesIn(page, 'Resources')).toEqual(wanted);
    await expect
      .poll(async () => (await ask(page, 'resources.list', {})).map((view) => view.resource.name))
      .toEqual(wanted);
  });

  it('narrows the sidebar to what is typed', async () => {
    const { page } = shared;
    const filter = sidebar(page).getByLabel('Filter resources and connections');
    await filter.fill('basic');
    await expect.poll(() => namesIn(page, 'Resources')).toEqual(['Basic copy', 'Basic']);
    await filter.fill('nothing like it');
    await sidebar(page).getByText('No resource matches').waitFor();
    await filter.press('Escape');
    await expect.poll(async () => (await namesIn(page, 'Resources')).length).toBe(4);
  });

  it('deletes without a confirmation, and brings back on Undo, secrets too [35]', async () => {
    const { page } = shared;
    await openResource(page, 'Basic');
    await chooseInRowMenu(page, 'Basic', 'Delete');
    await resourceRow(page, 'Basic').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await resourceRow(page, 'Basic').waitFor();
    expect(await namesIn(page, 'Resources')).toEqual(['Basic copy', 'Basic', 'Bearer', 'Open again']);
    // Its response went with it: nothing is said of it any more.
    await openResource(page, 'Basic');
    await previewPane(page).getByText('No data yet').waitFor();
    await openResource(page, 'Basic');
    await run(page);
    await readTable(page);
    expect(awkward.apiRequests.at(-1)?.authorization).toMatch(/^Basic /);
  });

  it('says who used a connection that is deleted, and brings it back on Undo', async () => {
    const { page } = shared;
    await ask(page, 'practice.setUp', { grants: ['password'] });
    const name = 'Practice service with a password';
    await connectionRow(page, name).waitFor();
    await resourceRow(page, 'Inventory').waitFor();
    await connectionRow(page, name).click();
    const { connection, secrets } = await connectionNamed(page, name);
    expect(secrets).toContain('clientSecret');
    await chooseInRowMenu(page, name, 'Delete');
    await toast(page, '“Inventory” cannot be fetched without this connection.').waitFor();
    await connectionRow(page, name).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await connectionRow(page, name).waitFor();
    expect((await connectionNamed(page, name)).secrets).toContain('clientSecret');
    await chooseInRowMenu(page, name, 'Delete');
    await connectionRow(page, name).waitFor({ state: 'detached' });
    await openResource(page, 'Inventory');
    await run(page);
    await previewPane(page).getByRole('alert').waitFor();
    await ask(page, 'connections.restore', { id: connection.id });
    await connectionRow(page, name).waitFor();
    expect((await connectionNamed(page, name)).secrets).toContain('clientSecret');
  });

  async function drag(name: string, onto: string): Promise<void> {
    const { page } = shared;
    const from = await resourceRow(page, name).boundingBox();
    const to = await resourceRow(page, onto).boundingBox();
    if (from === null || to === null) throw new Error('a row is not to be seen');
    await page.mouse.move(from.x + 40, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + 40, to.y + to.height / 2, { steps: 8 });
    await page.mouse.move(to.x + 40, to.y + 1, { steps: 2 });
    await page.mouse.up();
  }
});
