import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const packageFile = createRequire(import.meta.url).resolve('playwright-core/package.json');

/**
 * What Playwright loads into an Electron that it finds by itself, and leaves out where it is given an executable: the
 * script that holds the app back until Playwright listens. Without it a window that loads while Playwright attaches is
 * never seen, and the launch waits for ever (about once in a hundred starts). It has to come before everything else.
 */
export const waitForPlaywright = ['-r', join(dirname(packageFile), 'lib/server/electron/loader.js')];
