import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

describe('the empty page', () => {
  it('offers the practice service first, then the services, and names no grant', async () => {
    const page = await window.open('state=empty');
    const tiles = page.getByRole('list', { name: 'Services' }).getByRole('button');
    const names = await tiles.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    expect(names[0]).toBe('Try the practice service');
    expect(names.at(-1)).toBe('Another service');
    expect(names).toContain('GitHub');
    expect(await page.getByRole('main').textContent()).not.toMatch(
      /authorization code|client credentials|device code/i,
    );
  });

  it('finds a service by its name, and goes by Enter to its resource and the dialog for its login', async () => {
    const page = await window.open('state=empty');
    await page.getByRole('textbox', { name: 'Search services' }).fill('shopi');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Request New Token' });
    await dialog.getByRole('button', { name: 'Preset: Shopify' }).waitFor();
    const resource = await page.evaluate(() => globalThis.window.fake.resources[0]?.resource);
    expect(resource).toMatchObject({ name: 'Shopify', authorization: { type: 'oauth', connectionId: null } });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Request New Token' }).first().waitFor();
  });
});
