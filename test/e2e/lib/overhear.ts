// Everything that leaves the main process where it could be seen: responses and events to the page, titles, URLs, prints.
import type { ElectronApplication, Page } from 'playwright';
import type { RunningTestApp } from '../app.ts';

export interface Heard {
  what: 'response to the page' | 'event to the page' | 'title' | 'url' | 'print';
  text: string;
}

export interface Overheard {
  places(): Promise<Heard[]>;
  /** All strings in the memory of the main window's page, preload included. */
  heapOfPage(): Promise<Buffer>;
  stop(): void;
}

export async function listenIn(app: RunningTestApp): Promise<Overheard> {
  const heard: Heard[] = [];
  const watch = (page: Page) => {
    page.on('framenavigated', (frame) => heard.push({ what: 'url', text: frame.url() }));
    page.on('console', (message) => heard.push({ what: 'print', text: message.text() }));
    page.on('domcontentloaded', async () => {
      heard.push({ what: 'title', text: await page.title().catch(() => '') });
    });
  };
  watch(app.mainPage);
  app.mainPage
    .context()
    .browser()
    ?.contexts()
    .map((context) => context.on('page', watch));
  app.electronApp?.context().on('page', watch);
  heard.push({ what: 'title', text: await app.mainPage.title() }, { what: 'url', text: app.mainPage.url() });

  const stopPrints = app.electronApp === undefined ? hearPrints(heard) : () => {};
  const bridge = app.electronApp === undefined ? hearInPage(app.mainPage) : hearInMain(app.electronApp);
  const readBridge = await bridge;
  return {
    places: async () => [
      ...heard,
      { what: 'title', text: await app.mainPage.title() },
      { what: 'url', text: app.mainPage.url() },
      ...(await readBridge()),
    ],
    heapOfPage: () => heapOf(app.mainPage),
    stop: stopPrints,
  };
}

/** The browser platform runs in this very process. */
function hearPrints(heard: Heard[]): () => void {
  const restore = (['stdout', 'stderr'] as const).map((name) => {
    const stream = process[name];
    const write = stream.write;
    stream.write = ((...args: Parameters<typeof write>) => {
      heard.push({ what: 'print', text: String(args[0]) });
      return write.apply(stream, args);
    }) as typeof write; // overloads, passed on as they came
    return () => {
      stream.write = write;
    };
  });
  return () => {
    for (const each of restore) each();
  };
}

/** Electron: at the one channel, and at everything sent. */
async function hearInMain(electronApp: ElectronApplication): Promise<() => Promise<Heard[]>> {
  await electronApp.evaluate(({ ipcMain, BrowserWindow }) => {
    const heard: Heard[] = [];
    Reflect.set(globalThis, 'overheard', heard);
    const handlers: Map<string, (...args: unknown[]) => unknown> = Reflect.get(ipcMain, '_invokeHandlers');
    for (const [channel, handler] of handlers)
      handlers.set(channel, async (...args) => {
        const response = await handler(...args);
        // An explicit reveal is the one response that may hold a secret.
        if (args[1] !== 'secrets.reveal')
          heard.push({ what: 'response to the page', text: JSON.stringify(response) ?? '' });
        return response;
      });
    for (const window of BrowserWindow.getAllWindows()) {
      const { webContents } = window;
      const send = webContents.send.bind(webContents);
      webContents.send = (channel, ...args) => {
        heard.push({ what: 'event to the page', text: JSON.stringify(args) });
        send(channel, ...args);
      };
    }
  });
  return () => electronApp.evaluate(() => Reflect.get(globalThis, 'overheard') as Heard[]);
}

/** Browser platform: responses come as JSON text, events as DOM events. */
async function hearInPage(page: Page): Promise<() => Promise<Heard[]>> {
  await page.evaluate(() => {
    const heard: Heard[] = [];
    Reflect.set(window, 'overheard', heard);
    const parse = JSON.parse;
    JSON.parse = (text: string, ...rest) => {
      heard.push({ what: 'response to the page', text });
      return parse(text, ...rest);
    };
    window.addEventListener('tokenboard:event', (event) =>
      heard.push({ what: 'event to the page', text: JSON.stringify(Reflect.get(event, 'detail')) }),
    );
  });
  return () => page.evaluate(() => Reflect.get(window, 'overheard') as Heard[]);
}

async function heapOf(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return Buffer.from(chunks.join(''));
}
