import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Connection } from '../../app/shared/connection/connection.ts';
import type { Resource } from '../../app/shared/resource/resource.ts';
import { startCore } from './start-core.ts';

/** For the app that is started on a folder of `seededFolder`. */
export const benchEnvironment = { TOKENBOARD_KEY: 'bench' };

/** A new data folder with resources in it, and their connection. The app that gets it removes it. */
export async function seededFolder(resources: Resource[], connection?: Connection): Promise<string> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tokenboard-bench-'));
  const { core } = await startCore({ dataFolder, environment: benchEnvironment });
  if (connection) core.connections.save(connection, { clientSecret: 'secret' });
  for (const resource of resources) core.resources.save(resource, {});
  await core.close();
  return dataFolder;
}

/** Notes in the page when `selector` is first painted with something in it; read by `paintedAt`. Epoch ms. */
export async function watchFor(page: Page, selector: string, text: string): Promise<void> {
  await page.evaluate(
    ({ selector, text }) => {
      const clock = () => performance.timeOrigin + performance.now();
      Reflect.set(window, 'seenAt', 0);
      const look = () => {
        const found = [...document.querySelectorAll(selector)].some((element) => element.textContent?.includes(text));
        if (!found) return;
        observer.disconnect();
        // After the frame that shows it: the callback runs before its frame is drawn, the message comes after that.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => Reflect.set(window, 'seenAt', clock());
        requestAnimationFrame(() => port2.postMessage(undefined));
      };
      const observer = new MutationObserver(look);
      observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
      look();
    },
    { selector, text },
  );
}

export async function paintedAt(page: Page): Promise<number> {
  const seen = await page.waitForFunction(() => Reflect.get(window, 'seenAt') || undefined);
  return Number(await seen.jsonValue());
}
