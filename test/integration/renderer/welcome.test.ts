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
    const namesIn = (list: string) =>
      page
        .getByRole('list', { name: list, exact: true })
        .getByRole('button')
        .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    expect(await namesIn('Start')).toEqual(['Try the practice service', 'Another service']);
    expect(await namesIn('Recent')).toContain('GitHub');
    expect(await namesIn('Development')).toContain('GitLab');
    expect(await namesIn('CRM and sales')).toContain('Salesforce');
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
  });

  it('finds services by category, by another name, and by letters in order, the likeliest first', async () => {
    const page = await window.open('state=empty');
    const names = () =>
      page
        .getByRole('list', { name: 'Services', exact: true })
        .getByRole('button')
        .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    const search = page.getByRole('textbox', { name: 'Search services' });
    await search.fill('ggsh');
    await expect.poll(async () => (await names())[0]).toBe('Google Sheets');
    expect((await names()).at(-1)).toBe('Another service');
    await search.fill('commerce');
    await expect.poll(names).toContain('Shopify');
    await search.fill('nothing like this');
    await expect.poll(names).toEqual(['Another service']);
    await page.getByRole('status').filter({ hasText: 'No service matches.' }).waitFor();
    await search.press('Escape');
    await page.getByRole('radio', { name: 'Development' }).check();
    await expect.poll(() => page.getByRole('button', { name: 'GitHub', exact: true }).count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Shopify', exact: true }).count()).toBe(0);
  });

  it('is used with the keyboard alone: one stop of Tab for all tiles, arrows between them', async () => {
    const page = await window.open('state=empty');
    await page.getByRole('textbox', { name: 'Search services' }).press('ArrowDown');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(await focused()).toBe('Try the practice service');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('Another service');
    await page.keyboard.press('End');
    const last = await focused();
    await page.keyboard.press('Tab');
    const outside = await page.evaluate(() => document.activeElement?.closest('main li') === null);
    expect(outside).toBe(true);
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe(last);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Request New Token' }).waitFor();
  });

  it('is there again, without a resource, when the dialog of a service is cancelled', async () => {
    const page = await window.open('state=empty');
    for (const leave of ['Escape', 'Cancel']) {
      await page.getByRole('button', { name: 'GitHub', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Request New Token' });
      await dialog.getByRole('button', { name: 'Preset: GitHub' }).waitFor();
      if (leave === 'Escape') await page.keyboard.press('Escape');
      else await dialog.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('heading', { name: 'Which service?' }).waitFor();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await page.evaluate(() => globalThis.window.fake.resources), leave).toEqual([]);
      await expect
        .poll(() => page.evaluate(() => document.activeElement !== document.body), { message: leave })
        .toBe(true);
    }
  });

  it('keeps the resource once its connection is saved', async () => {
    const page = await window.open('state=empty');
    await page.getByRole('button', { name: 'GitHub', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Request New Token' });
    await dialog.getByRole('textbox', { name: 'Client ID' }).fill('my-app');
    await dialog.getByRole('textbox', { name: 'Client secret' }).fill('not-for-print');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const resources = await page.evaluate(() => globalThis.window.fake.resources.map(({ resource }) => resource));
    expect(resources).toMatchObject([{ name: 'GitHub', authorization: { connectionId: expect.any(String) } }]);
  });

  it('shows each name in full at 900 and 1280 wide, and each text on two lines at most', async () => {
    for (const size of [
      { width: 900, height: 600 },
      { width: 1280, height: 800 },
    ]) {
      const page = await window.open('state=empty', size);
      const cut = await page
        .getByRole('main')
        .evaluate((main) =>
          [...main.querySelectorAll('li button span')]
            .filter((each) => each.scrollWidth > each.clientWidth && each.clientWidth > 0)
            .map((each) => each.textContent),
        );
      expect(cut, `${size.width}`).toEqual([]);
    }
  });
});
