import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeWindow, startFakeWindow } from './fake-window.ts';
import { switchLanguage } from './shown-texts.ts';
import { views } from './views.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

/** The view, in German. */
async function german(name: string) {
  const view = views[name];
  if (view === undefined) throw new Error(`no view ${name}`);
  const page = await window.open(view.query);
  await view.reach(page);
  await switchLanguage(page, 'de');
  return page;
}

describe('a screen reader is told in German', () => {
  it('that a response is awaited', async () => {
    const page = await german('loading');
    await page.getByRole('status').getByText('Antwort wird erwartet', { exact: true }).waitFor();
  });

  it('what arrived, once all of it has', async () => {
    const arriving = await german('rows that still arrive');
    const soFar = arriving.getByRole('status').filter({ hasText: /bisher \d+ Zeilen/ });
    expect(await soFar.getAttribute('aria-busy')).toBe('true');
    const page = await german('data');
    const all = page.getByRole('status').filter({ hasText: '1,204 Zeilen' });
    expect(await all.getAttribute('aria-busy')).toBe('false');
  });

  it('why there are no data', async () => {
    const page = await german('an error');
    await page.getByRole('alert', { name: 'Keine Netzwerkverbindung' }).waitFor();
  });

  it('where a login is', async () => {
    const page = await german('a login that runs');
    const steps = page.getByRole('list', { name: 'Fortschritt' });
    expect(await steps.getAttribute('aria-live')).toBe('polite');
    await steps.getByText('Warten auf Ihre Anmeldung').waitFor();
  });

  it('why a login failed', async () => {
    const page = await german('a login that failed');
    await page.getByRole('alert', { name: 'Die Client-ID oder das Clientgeheimnis ist falsch' }).waitFor();
  });

  it('what was done, by a message that disappears', async () => {
    const page = await german('a connection');
    await page.getByRole('main').getByRole('button', { name: 'Mehr zu HubSpot' }).click();
    await page.getByRole('menuitem', { name: 'Löschen' }).click();
    await page.getByRole('alert').getByText('„HubSpot“ wurde gelöscht.').waitFor();
  });
});
