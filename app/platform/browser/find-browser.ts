import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

export interface Machine {
  platform: NodeJS.Platform;
  environment: NodeJS.ProcessEnv;
  exists(path: string): boolean;
}

const thisMachine: Machine = { platform: process.platform, environment: process.env, exists: existsSync };

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const windowsFiles = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/** The executable of an installed Chromium, Chrome or Edge. If TOKENBOARD_BROWSER is set, it is the only candidate. */
export function findBrowser(machine: Machine = thisMachine): string | undefined {
  const chosen = machine.environment.TOKENBOARD_BROWSER;
  if (chosen) return machine.exists(chosen) ? chosen : undefined;
  return candidates(machine).find((path) => machine.exists(path));
}

function candidates({ platform, environment }: Machine): string[] {
  if (platform === 'win32') {
    const roots = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
    return windowsFiles.flatMap((file) => roots.flatMap((root) => (root ? [win32.join(root, ...file)] : [])));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', posix.join(environment.HOME ?? '/', 'Applications')];
    return macApplications.flatMap((name) =>
      roots.map((root) => posix.join(root, `${name}.app`, 'Contents', 'MacOS', name)),
    );
  }
  const folders = (environment.PATH ?? '').split(':').filter((folder) => folder.startsWith('/'));
  return linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}
