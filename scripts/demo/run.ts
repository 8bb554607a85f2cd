// The main workflow by clicks in the built app: three grants authorized, data previewed, two connections made at Peaka, a
// token expired and renewed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { startBrowserApp } from '../../app/browser.ts';
import { english } from '../lib/english.mjs';
import { demonstrate } from './journey.ts';
import { startReport } from './report.ts';

const root = join(import.meta.dirname, '../..');
const dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-demo-'));
// Drives the built app, not its sources, so that the demo shows what ships.
const built: { startBrowserApp: typeof startBrowserApp } = await import(`${root}/dist/app/browser.js`);

let app: Awaited<ReturnType<typeof startBrowserApp>>;
const report = startReport(join(root, 'demo'), () => app?.mainPage);
let failure: unknown;
try {
  await report.step('Start Tokenboard with an empty data folder', async () => {
    app = await built.startBrowserApp({ dataFolder, headless: true, environment: { ...process.env, ...english } });
    if (app === undefined) throw new Error('Another Tokenboard responds on a folder that was just made.');
    return `${app.browser.browserType().name()} ${app.browser.version()}, headless`;
  });
  if (app !== undefined) await demonstrate(app.browser, app.mainPage, report);
} catch (error) {
  failure = error;
} finally {
  await app?.close().catch(() => {});
  rmSync(dataFolder, { recursive: true, force: true });
}
if (failure === undefined)
  console.log(
    '\nThe demo is done: three grants authorized, their data seen, a token renewed, two connections made at Peaka. Pictures: demo/',
  );
else console.error(`\nThe demo failed: ${failure instanceof Error ? failure.message : failure}`);
process.exit(failure === undefined ? 0 : 1);
