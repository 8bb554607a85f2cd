import { existsSync } from 'node:fs';
import { findBrowser } from '../../app/platform/browser/find-browser.ts';
import { platformKinds, type PlatformKind as SomePlatform } from '../../app/shared/contract/app.ts';
import { findElectron } from '../../scripts/lib/electron.mjs';

/** A platform with a window, which these tests drive. */
export type PlatformKind = Exclude<SomePlatform, 'terminal'>;

export interface ElectronHere {
  executablePath: string;
  version: string;
  /** A script that adds what the Node of an older Electron lacks, for tests alone. */
  polyfill: string | undefined;
  /** Loads it before the app. */
  polyfillFlags: string[];
}

/** The Electron of this machine, also one that is too old for the product where ELECTRON_POLYFILL makes up for it. */
export function electronHere(): ElectronHere | undefined {
  const found = findElectron();
  if (found === undefined) return undefined;
  const { path: executablePath, version, usable } = found;
  if (usable) return { executablePath, version, polyfill: undefined, polyfillFlags: [] };
  const polyfill = process.env.ELECTRON_POLYFILL;
  if (!polyfill || !existsSync(polyfill)) return undefined;
  return { executablePath, version, polyfill, polyfillFlags: ['-r', polyfill] };
}

/** The platforms that this machine can run tests on; names the one it has to skip. */
export function platformsHere(): PlatformKind[] {
  return platformKinds.filter((kind): kind is PlatformKind => {
    if (kind === 'terminal') return false;
    const { isHere, ifNot } = searches[kind];
    if (isHere()) return true;
    console.warn(ifNot);
    return false;
  });
}

const searches: Record<PlatformKind, { isHere(): boolean; ifNot: string }> = {
  electron: {
    isHere: () => electronHere() !== undefined,
    ifNot: 'Tests on Electron are skipped: none was found, or an old one without ELECTRON_POLYFILL.',
  },
  browser: {
    isHere: () => findBrowser() !== undefined,
    ifNot: 'Tests in a browser are skipped: no Chromium, Chrome or Edge was found.',
  },
};
