import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type PlatformKind, platformsHere, startApp } from '../../e2e/app.ts';
import { resourceRow } from '../../e2e/lib/window.ts';
import { resource } from '../../servers/items.ts';
import { scrollThrough, watchFrames } from '../frames.ts';
import { benchEnvironment, paintedAt, seededFolder, watchFor } from '../in-app.ts';
import { elapsedMs, type Measurement, median, ratioOf } from '../measurement.ts';
import { startService } from '../start-service.ts';

type App = Awaited<ReturnType<typeof startApp>>;

const rounds = 5;
const mebibyte = 1024 * 1024;

async function parseMs(text: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await elapsedMs(() => JSON.parse(text)));
  return median(times);
}

/** Bytes of the preview processes below this process. Linux says. */
function previewBytesBelow(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return children
    .filter((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('preview.js'))
    .reduce((sum, child) => sum + Number(readFileSync(`/proc/${child}/statm`, 'utf8').split(' ')[1]) * 4096, 0);
}

/** Bytes of the app's preview processes. */
async function previewBytesOf({ electronApp }: App): Promise<number> {
  if (electronApp === undefined) return previewBytesBelow(process.pid);
  return electronApp.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ name }) => name === 'Tokenboard preview')
      .reduce((sum, { memory }) => sum + memory.workingSetSize * 1024, 0),
  );
}

/** Until it has started: its memory grows no more. */
async function waitForPreviewProcess(app: App): Promise<void> {
  for (let before = -1, now = 0; now === 0 || now !== before; await sleep(500)) {
    before = now;
    now = await previewBytesOf(app);
  }
}

/** Bytes of the app's own process, of its preview processes, and of the renderer's heap. */
async function memoryOf(app: App): Promise<number> {
  const own = (await app.electronApp?.evaluate(() => process.memoryUsage().rss)) ?? process.memoryUsage().rss;
  const main = own + (await previewBytesOf(app));
  const cdp = await app.mainPage.context().newCDPSession(app.mainPage);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return main + usedSize;
}

async function measureOn(platform: PlatformKind, origin: string, bytes: number, parse: () => Promise<number>) {
  const times: number[] = [];
  const nexts: number[] = [];
  const wholes: number[] = [];
  const grown: number[] = [];
  const parses: number[] = [];
  let longestFrame = 0;
  for (let round = 0; round < rounds; round++) {
    const url = `${origin}/large`;
    const dataFolder = await seededFolder([
      resource({ id: 'one', name: 'Large', url }),
      resource({ id: 'two', name: 'Other', url }),
    ]);
    const app = await startApp(platform, { dataFolder, environment: benchEnvironment });
    const { mainPage } = app;
    await resourceRow(mainPage, 'Large').click();
    await mainPage.getByRole('button', { name: 'Run', exact: true }).waitFor();
    parses.push(await parse());
    globalThis.gc?.();
    // It starts when the window has drawn itself, whether a body comes or not.
    await waitForPreviewProcess(app);
    const before = await memoryOf(app);
    const start = await mainPage.evaluate(() => performance.timeOrigin + performance.now());
    times.push(await firstRowsOf('Large', app));
    // Rows are shown while the rest arrives.
    await mainPage.locator('[data-pane=preview][aria-busy=false]').waitFor();
    await mainPage.locator('[data-status-line]').getByText('1,000,000 rows', { exact: true }).waitFor();
    wholes.push(Number(await mainPage.evaluate(() => performance.timeOrigin + performance.now())) - start);
    globalThis.gc?.();
    grown.push((await memoryOf(app)) - before);
    longestFrame = Math.max(longestFrame, await longestFrameScrolling(app));
    nexts.push(await firstRowsOf('Other', app));
    await app.close();
  }
  const size = `${(bytes / mebibyte).toFixed(0)} MiB, 1,000,000 rows`;
  const measurements: Measurement[] = [
    ratioOf({
      name: `large JSON to first rows on screen, against JSON.parse (${platform})`,
      unit: 'ms',
      value: median(times),
      baseline: median(parses),
      goal: 1.5,
      how: `${size}; from the click on Run to the frame with rows, the request included; JSON.parse of the same text in turns; median of ${rounds}`,
    }),
    ratioOf({
      name: `large JSON after another to first rows on screen, against JSON.parse (${platform})`,
      unit: 'ms',
      value: median(nexts),
      baseline: median(parses),
      goal: 1.5,
      how: `the same of another resource, while the first body is kept; median of ${rounds}`,
    }),
    ratioOf({
      name: `large JSON until all of it is there, against JSON.parse (${platform})`,
      unit: 'ms',
      value: median(wholes),
      baseline: median(parses),
      goal: 3,
      how: `the same; until the count of all rows stands above the table`,
    }),
    ratioOf({
      name: `memory of large JSON, against its body (${platform})`,
      unit: 'MiB',
      value: median(grown) / mebibyte,
      baseline: bytes / mebibyte,
      goal: 4,
      how: `growth of the main process, the preview process and the window's heap; median of ${rounds}`,
    }),
    {
      name: `longest frame while scrolling 1,000,000 rows (${platform})`,
      unit: 'ms',
      value: Math.round(longestFrame),
      baseline: null,
      ratio: null,
      goal: 50,
      met: longestFrame <= 50,
      how: 'the wheel, then jumps across the whole table; longest of all rounds, in the window or as a stall of the main process',
    },
  ];
  return measurements;
}

/** Ms from the click on Run, of a resource that has no rows yet, to the frame with rows. */
async function firstRowsOf(name: string, { mainPage }: App): Promise<number> {
  await resourceRow(mainPage, name).click();
  await mainPage.getByRole('gridcell').first().waitFor({ state: 'detached' });
  await watchFor(mainPage, '[role=gridcell]', 'row 1');
  const start = Number(await mainPage.evaluate(() => performance.timeOrigin + performance.now()));
  await mainPage.getByRole('button', { name: 'Run', exact: true }).click();
  return (await paintedAt(mainPage)) - start;
}

/** Scrolls by the wheel and by jumps; returns the longest task of the window and the longest stall of the main process. */
async function longestFrameScrolling(app: App): Promise<number> {
  const end = await watchFrames(app);
  await scrollThrough(app.mainPage, '[role=grid], [role=grid] *', 180);
  return end();
}

export async function measure(): Promise<Measurement[]> {
  const service = await startService();
  const bytes = Number(await service.ask('large'));
  const text = await (await fetch(`${service.origin}/large`)).text();
  const measurements: Measurement[] = [];
  for (const platform of platformsHere())
    measurements.push(...(await measureOn(platform, service.origin, bytes, () => parseMs(text))));
  service.stop();
  return measurements;
}
