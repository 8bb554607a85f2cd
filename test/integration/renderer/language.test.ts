import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems, type FakeWindow, startFakeWindow } from './fake-window.ts';

let window: FakeWindow;
beforeAll(async () => {
  window = await startFakeWindow();
});
afterAll(() => window.close());

async function chooseGerman(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'Deutsch', exact: true }).click();
  await page.getByRole('dialog', { name: 'Einstellungen' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

describe('the window in another language', () => {
  it('is drawn again when the language changes, with what is open in it', async () => {
    const page = await window.open('state=some');
    await page.locator('[data-row="hubspot"]').click();
    const problem = page.getByRole('alert', { name: 'A new login is needed' });
    await problem.waitFor();
    await chooseGerman(page);
    await page.getByRole('alert', { name: 'Eine neue Anmeldung ist nötig' }).waitFor();
    await page.getByRole('navigation', { name: 'Ressourcen und Verbindungen' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
    expect(await problem.count()).toBe(0);
    expect(await axeProblems(page)).toEqual([]);
  });

  it('names commands and groups in the palette', async () => {
    const page = await window.open('state=some');
    await chooseGerman(page);
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Ressourcen, Verbindungen und Aktionen suchen' });
    await field.fill('design');
    const actions = page.getByRole('listbox', { name: 'Ergebnisse' }).getByRole('group', { name: 'Aktionen' });
    await actions.getByRole('option', { name: 'Dunkles Design verwenden' }).waitFor();
    await field.fill('gibt es nicht');
    await page.getByText('Nichts gefunden für „gibt es nicht“').waitFor();
  });

  it('offers the services', async () => {
    const page = await window.open('state=empty');
    await chooseGerman(page);
    await page.getByRole('heading', { name: 'Welcher Dienst?' }).waitFor();
    await page.getByRole('button', { name: 'Übungsdienst ausprobieren' }).waitFor();
  });

  it('changes the data and the console that are open, with the rows that keep themselves', async () => {
    const page = await window.open('state=some&region=de-DE');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByRole('gridcell', { name: 'Espresso machine' }).first().waitFor();
    await page.keyboard.press('Control+j');
    await page.getByRole('grid', { name: 'Requests, 9 rows' }).waitFor();
    await chooseGerman(page);
    const requests = page.getByRole('grid', { name: 'Anfragen, 9 Zeilen' });
    await requests.getByRole('gridcell', { name: 'Erneuerung' }).first().waitFor();
    await requests.getByRole('img', { name: 'fehlgeschlagen' }).first().waitFor();
    expect(await requests.getByRole('gridcell', { name: 'Refresh' }).count()).toBe(0);
    await page.getByRole('grid', { name: /1\.204 Zeilen$/ }).waitFor();
    await page.getByRole('tab', { name: 'Tabelle' }).waitFor();
  });

  it('changes the texts of the editor, also those of the search that is open', async () => {
    const page = await window.open('state=some');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByRole('tab', { name: 'Raw' }).click();
    await page.getByRole('textbox', { name: 'Raw text' }).press('Control+f');
    const english = page.getByRole('search', { name: 'Find in the data' });
    await english.getByRole('textbox', { name: 'Find', exact: true }).fill('a');
    await english.getByText('1 of 2', { exact: true }).waitFor();
    await chooseGerman(page);
    await page.getByRole('textbox', { name: 'Rohtext' }).waitFor();
    const german = page.getByRole('search', { name: 'In den Daten suchen' });
    expect(await german.getByRole('textbox', { name: 'Suchen', exact: true }).inputValue()).toBe('a');
    await german.getByText('1 von 2', { exact: true }).waitFor();
    await german.getByRole('button', { name: /^Nächster Treffer/ }).click();
    await german.getByText('2 von 2', { exact: true }).waitFor();
    expect(await page.getByRole('search').count()).toBe(1);
    expect(await english.count()).toBe(0);
    await page.getByRole('textbox', { name: 'Rohtext' }).press('Control+Alt+g');
    await page.getByRole('textbox', { name: 'Gehe zu Zeile' }).waitFor();
    await page.getByRole('button', { name: 'Los', exact: true }).waitFor();
  });
});
