import type { Page } from 'playwright';
import { type PlatformKind, platformsHere, startApp } from '../../e2e/app.ts';
import { resource } from '../../servers/items.ts';
import { scrollThrough, watchFrames } from '../frames.ts';
import { benchEnvironment, seededFolder } from '../in-app.ts';
import type { Measurement } from '../measurement.ts';
import { startService } from '../start-service.ts';

const rounds = 2;
const wantedExchanges = 10_000;
/** A GET that is sent on as often as the app lets it be: eleven requests. */
const steps = 10;

/** GETs the resource until the console has so many requests more; how many may come at once is the app's own affair. */
async function send(page: Page, exchanges: number): Promise<void> {
  await page.evaluate(
    async ({ runs, id }) => {
      for (let run = 0; run < runs; run++) {
        const result = await window.tokenboard.calls['resources.run']({ id });
        if (!result.ok) throw new Error(result.error.code);
      }
    },
    { runs: Math.ceil(exchanges / (steps + 1)), id: 'resource-1' },
  );
}

const longestOf = (frames: number[]) => Math.round(Math.max(...frames));

async function measureOn(platform: PlatformKind, origin: string): Promise<Measurement[]> {
  const opening: number[] = [];
  const scrolling: number[] = [];
  const arriving: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const dataFolder = await seededFolder([resource({ url: `${origin}/steps/${steps}` })]);
    const app = await startApp(platform, { dataFolder, environment: benchEnvironment });
    const { mainPage } = app;
    await send(mainPage, wantedExchanges + steps + 1);

    let end = await watchFrames(app);
    await mainPage.keyboard.press('Control+j');
    await mainPage.getByText('10,000 requests').waitFor();
    opening.push(await end());

    end = await watchFrames(app);
    await scrollThrough(mainPage, '[role=grid][aria-label^=Requests]', 120);
    scrolling.push(await end());

    end = await watchFrames(app);
    const sent = send(mainPage, 1100);
    await scrollThrough(mainPage, '[role=grid][aria-label^=Requests]', 120);
    // Then the list follows what comes.
    await mainPage.getByRole('button', { name: 'Stay with the newest request' }).click();
    await sent;
    await send(mainPage, 1100);
    arriving.push(await end());
    await app.close();
  }
  const row = (what: string, frames: number[], how: string): Measurement => ({
    name: `longest frame of the console with 10,000 requests, ${what} (${platform})`,
    unit: 'ms',
    value: longestOf(frames),
    baseline: null,
    ratio: null,
    goal: 50,
    met: longestOf(frames) <= 50,
    how: `${how}; longest of ${rounds} rounds, in the window or as a stall of the main process; 0: none over 50 ms in the window`,
  });
  return [
    row('opening it', opening, 'from its key until all are there'),
    row('scrolling', scrolling, 'the wheel, then jumps across the whole list'),
    row('while more arrive', arriving, '2,200 more, while it is scrolled and while it follows'),
  ];
}

export async function measure(): Promise<Measurement[]> {
  const service = await startService();
  const measurements: Measurement[] = [];
  for (const platform of platformsHere()) measurements.push(...(await measureOn(platform, service.origin)));
  service.stop();
  return measurements;
}
