import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AwkwardService, startAwkwardService } from '../servers/awkward-service.ts';
import { platformsHere, type RunningTestApp, startApp } from './app.ts';
import { ask } from './lib/bridge.ts';
import { dialog, dialogGone } from './lib/dialog.ts';
import { keptSecret, makeKept, opensKept } from './lib/kept.ts';
import { noKeychain, setEnvironment } from './lib/keychain.ts';
import { takePictures, testKey } from './lib/use-app.ts';
import { newResource, openResource, previewPane, readTable, resourceRow, run, stateOf } from './lib/window.ts';

const withKey = { TOKENBOARD_KEY: testKey };

describe.each(platformsHere())('tomorrow, on the %s platform', (kind) => {
  let awkward: AwkwardService;
  let folder = '';
  let app: RunningTestApp | undefined;
  let restoreEnvironment = () => {};
  beforeAll(async () => {
    awkward = await startAwkwardService('canary');
  });
  afterAll(() => awkward?.close());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tokenboard-tomorrow-'));
  });
  afterEach(async ({ task }) => {
    if (app !== undefined && task.result?.state === 'fail') await takePictures(app, `${kind} ${task.name}`);
    await app?.close();
    app = undefined;
    restoreEnvironment();
    rmSync(folder, { recursive: true, force: true });
  });
  const start = async (environment: Record<string, string>) => {
    restoreEnvironment = setEnvironment(environment);
    app = await startApp(kind, { dataFolder: folder, environment });
    app.mainPage.setDefaultTimeout(30_000);
    return app;
  };
  const end = async () => {
    await app?.close({ keepData: true });
    app = undefined;
    restoreEnvironment();
  };

  it('is still authorized and still gets its data, and no secret lies in its files [37][38][39]', async () => {
    await makeKept(awkward, await start(withKey));
    await end();
    const files = filesBelow(folder);
    const canaries = [keptSecret, ...awkward.given.flatMap((each) => [each.accessToken, each.refreshToken])];
    expect(canaries.length).toBeGreaterThan(2);
    for (const { path, bytes } of files)
      for (const canary of canaries) expect(bytes.includes(canary), `${path} holds ${canary}`).toBe(false);
    const ours = files.filter(({ path }) => !path.startsWith('chromium') && !path.startsWith('browser-profile'));
    expect(ours.some(({ path }) => path.endsWith('.secret'))).toBe(true);
    for (const { path, mode } of ours.filter((file) => /\.(json|secret)$/.test(file.path)))
      expect(mode.toString(8), path).toBe('600');

    const { mainPage } = await start(withKey);
    await opensKept(awkward, mainPage);
  });

  it('keeps its tokens for the session only where there is neither keychain nor key, and says so [38]', async () => {
    const { mainPage } = await makeKept(awkward, await start(noKeychain));
    await mainPage.getByRole('status').filter({ hasText: 'Secrets are kept until Tokenboard closes' }).waitFor();
    expect(filesBelow(folder).filter(({ path }) => path.endsWith('.secret'))).toEqual([]);
    // Giving a key keeps them from now on.
    await mainPage.getByRole('button', { name: 'Set a passphrase' }).click();
    await dialog(mainPage).getByLabel('Passphrase', { exact: true }).fill(testKey);
    await dialog(mainPage).getByLabel('Passphrase again', { exact: true }).fill(`${testKey}x`);
    await dialog(mainPage).getByRole('button', { name: 'Set passphrase' }).click();
    await dialog(mainPage).getByText('The two entries differ.').waitFor();
    await dialog(mainPage).getByLabel('Passphrase again', { exact: true }).fill(testKey);
    await dialog(mainPage).getByRole('button', { name: 'Set passphrase' }).click();
    await dialog(mainPage).getByText('Encrypted with your passphrase').waitFor();
    await dialog(mainPage).getByRole('button', { name: 'Close settings' }).click();
    await dialogGone(mainPage);
    await end();

    const again = (await start(noKeychain)).mainPage;
    await again.getByRole('status').filter({ hasText: 'Your secrets are locked' }).waitFor();
    await again.getByRole('button', { name: 'Unlock' }).click();
    await dialog(again).getByLabel('Passphrase', { exact: true }).fill('another key');
    await dialog(again).getByRole('button', { name: 'Unlock' }).click();
    await dialog(again).getByLabel('Passphrase', { exact: true }).and(again.locator('[aria-invalid=true]')).waitFor();
    await dialog(again).getByLabel('Passphrase', { exact: true }).fill(testKey);
    await dialog(again).getByRole('button', { name: 'Unlock' }).click();
    await dialog(again).getByText('Encrypted with your passphrase').waitFor();
    await dialog(again).getByRole('button', { name: 'Close settings' }).click();
    await opensKept(awkward, again);
  });

  it('shows the chosen list and view again, and marks what failed last', async () => {
    awkward.api.two = { body: { first: [{ a: 1 }, { a: 2 }], second: [{ b: 1 }] } };
    awkward.api.down = { status: 500, body: { message: 'not now' } };
    const before = (await start(withKey)).mainPage;
    const open = async (page: Page, name: string, path: string) => {
      await newResource(page, { name, url: `${awkward.origin}/api/${path}`, authorization: 'None' });
      await run(page);
    };
    await open(before, 'As a list', 'two');
    await previewPane(before)
      .getByRole('button', { name: /^List shown as the table/ })
      .click();
    await before.getByRole('option', { name: /^second/ }).click();
    expect((await readTable(before)).head).toEqual(['b']);
    await open(before, 'As text', 'two');
    await previewPane(before).getByRole('tab', { name: 'Raw' }).click();
    await open(before, 'Down', 'down');
    await expect.poll(() => stateOf(resourceRow(before, 'Down'))).toBe('failing: Server error');
    await end();

    const after = (await start(withKey)).mainPage;
    await resourceRow(after, 'Down').waitFor();
    // Its cause is told by a text that loads after the first frame.
    await expect.poll(() => stateOf(resourceRow(after, 'Down'))).toBe('failing: Server error');
    expect(await stateOf(resourceRow(after, 'As text'))).toBe('works');
    await openResource(after, 'As a list');
    await run(after);
    expect((await readTable(after)).head).toEqual(['b']);
    await openResource(after, 'As text');
    await run(after);
    const raw = previewPane(after).getByRole('tab', { name: 'Raw' });
    await expect.poll(() => raw.getAttribute('aria-selected')).toBe('true');
  });

  it('starts on files that were damaged, says so and deletes nothing [38][39]', async () => {
    await makeKept(awkward, await start(withKey));
    await end();
    const secrets = filesBelow(folder).filter(({ path }) => path.endsWith('.secret'));
    for (const { path } of secrets) writeFileSync(join(folder, path), '{"torn":');
    const resources = filesBelow(folder).find(({ path }) => path === 'resources.json');
    expect(resources).toBeDefined();
    writeFileSync(join(folder, 'resources.json'), '');

    const { mainPage } = await start(withKey);
    const notice = mainPage.getByRole('status').filter({ hasText: 'resources' }).first();
    await notice.waitFor();
    await mainPage
      .getByRole('button', { name: 'Request New Token' })
      .or(mainPage.getByText('No resources yet'))
      .first()
      .waitFor();
    const after = filesBelow(folder).map(({ path }) => path);
    for (const { path } of secrets) expect(after).toContain(path);
    expect(after.filter((path) => /^resources.*json/.test(path)).length).toBeGreaterThan(0);
    const [view] = await ask(mainPage, 'connections.list', {});
    expect(view?.status.status).toMatch(/needs_login|failing/);
  });
});

function filesBelow(folder: string): { path: string; bytes: Buffer; mode: number }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    const facts = statSync(join(folder, path), { throwIfNoEntry: false });
    if (facts === undefined || !facts.isFile()) return [];
    return [{ path, bytes: readFileSync(join(folder, path)), mode: facts.mode & 0o777 }];
  });
}
