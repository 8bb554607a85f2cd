import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../../app/hosts/browser/find-browser.ts';

export type HostKind = 'electron' | 'browser';

/** The older Electron of the tests; see `electron/README.md` of the project's shared folder for how to get it. */
export function electronHere(): { executablePath: string; compat: string } | undefined {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const compat = process.env.ELECTRON_COMPAT;
  if (!folder || !compat || !existsSync(join(folder, 'electron')) || !existsSync(compat)) return undefined;
  return { executablePath: join(folder, 'electron'), compat };
}

/** The hosts that this machine can run tests on; says which one it has to leave out. */
export function hostsHere(): HostKind[] {
  const hosts: HostKind[] = [];
  if (electronHere() !== undefined) hosts.push('electron');
  else console.warn('Electron is left out: ELECTRON_OVERRIDE_DIST_PATH and ELECTRON_COMPAT do not name one.');
  if (findBrowser() !== undefined) hosts.push('browser');
  else console.warn('The browser host is left out: no Chromium, Chrome or Edge was found.');
  return hosts;
}
