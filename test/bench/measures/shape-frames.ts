import { type PlatformKind, platformsHere, startApp } from '../../e2e/app.ts';
import { previewPane, resourceRow } from '../../e2e/lib/window.ts';
import { resource } from '../../servers/items.ts';
import { watchFrames } from '../frames.ts';
import { benchEnvironment, seededFolder } from '../in-app.ts';
import { amountOf, type Measurement } from '../measurement.ts';
import { startService } from '../start-service.ts';

const rounds = 5;
const most = 30_000;

/** What a person does with the rows, and when its result stands there. Each starts from where the one before ended. */
const actions = ['sorted', 'searched', 'filtered'] as const;
type Action = (typeof actions)[number];

/** The longest frame of each action, in each round. */
async function framesOn(platform: PlatformKind, origin: string): Promise<Record<Action, number[]>> {
  const dataFolder = await seededFolder([resource({ id: 'one', name: 'Large', url: `${origin}/large` })]);
  const app = await startApp(platform, { dataFolder, environment: benchEnvironment });
  const { mainPage: page } = app;
  page.setDefaultTimeout(most);
  const preview = previewPane(page);
  const grid = preview.getByRole('grid');
  const cell = (column: number) => grid.locator(`[role=row][data-row="0"] [data-column="${column}"]`);
  const counted = (words: RegExp) => preview.getByText(words).first().waitFor();
  await resourceRow(page, 'Large').click();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.locator('[data-status-line]').getByText('1,000,000 rows', { exact: true }).waitFor();
  await cell(0).getByText('0', { exact: true }).waitFor();

  const does: Record<Action, () => Promise<void>> = {
    sorted: async () => {
      await grid.locator('[data-head="0"]').hover();
      await page.getByRole('button', { name: 'Menu of id', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Sort largest first', exact: true }).click();
      await cell(0).getByText('999999', { exact: true }).waitFor();
    },
    searched: async () => {
      await grid.focus();
      await page.keyboard.press('Control+f');
      await page.keyboard.type('row 976');
      await page
        .getByRole('search')
        .getByText(/^1 of 1,023$/)
        .waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Home');
    },
    filtered: async () => {
      await cell(2).click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Only rows with this value', exact: true }).click();
      await counted(/^1,000 of 1,000,000 rows$/);
    },
  };
  const frames: Record<Action, number[]> = { sorted: [], searched: [], filtered: [] };
  for (let round = 0; round <= rounds; round++) {
    for (const action of actions) {
      const end = await watchFrames(app);
      await does[action]();
      const longest = await end();
      // In the first round nothing is compiled.
      if (round > 0) frames[action].push(longest);
    }
    const chips = preview.getByRole('list', { name: 'Steps' }).locator('[data-chip]');
    for (let left = await chips.count(); left > 0; left--) {
      await chips.first().focus();
      await page.keyboard.press('Delete');
    }
    await cell(0).getByText('0', { exact: true }).waitFor();
  }
  await app.close();
  return frames;
}

/** In the window, or as a stall of the main process. */
export async function measure(): Promise<Measurement[]> {
  const service = await startService();
  await service.ask('large');
  const measurements: Measurement[] = [];
  for (const platform of platformsHere()) {
    const frames = await framesOn(platform, service.origin);
    for (const action of actions)
      measurements.push(
        amountOf({
          name: `longest frame while 1,000,000 rows are ${action} (${platform})`,
          unit: 'ms',
          value: Math.max(...frames[action]),
          goal: 50,
          how: `by the menus of the table, until the result stands there; 0: none of 50 ms and more in the window; longest of ${rounds} rounds in one app`,
        }),
      );
  }
  service.stop();
  return measurements;
}
