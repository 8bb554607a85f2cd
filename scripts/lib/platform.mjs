// Chooses the platform that shows windows: Electron if it is installed or can be downloaded, else an installed browser.
import { findBrowser } from '../../app/platform/browser/find-browser.ts';
import { howToGetABrowser, installChromium } from './chromium.mjs';
import { downloadElectron, findElectron } from './electron.mjs';
import { PlainError } from './project.mjs';

/** `{ path, name }` of the browser that the app itself would use. */
export function installedBrowser() {
  const path = findBrowser();
  if (path === undefined) return undefined;
  const name = /edge/i.test(path) ? 'Microsoft Edge' : /google|chrome/i.test(path) ? 'Chrome' : 'Chromium';
  return { path, name };
}

/** Installs a browser if none is found and the user permits it. */
export async function browserOrInstall() {
  const found = installedBrowser();
  if (found || process.env.TOKENBOARD_BROWSER) return found;
  return (await installChromium()) ? installedBrowser() : undefined;
}

async function electronOrReason(evenIfItFailed) {
  const present = findElectron();
  if (present?.usable) return { electron: present };
  if (present)
    return {
      reason: `the one in ${present.folder} is version ${present.version || 'unknown'}, which is too old: Tokenboard needs 40 or later`,
    };
  return downloadElectron({ evenIfItFailed });
}

export function noBrowser() {
  const named = process.env.TOKENBOARD_BROWSER;
  return named ? `TOKENBOARD_BROWSER names ${named}, which is not there.` : `none was found. ${howToGetABrowser()}`;
}

/** @returns `{ kind: 'electron', electron, why }` or `{ kind: 'browser', browser, why }`. */
export async function choosePlatform(wanted = process.env.TOKENBOARD_PLATFORM ?? '') {
  if (!['', 'electron', 'browser'].includes(wanted))
    throw new PlainError(`TOKENBOARD_PLATFORM is "${wanted}"; it can be electron or browser.`);
  const { electron, reason } =
    wanted === 'browser'
      ? { reason: 'TOKENBOARD_PLATFORM=browser asks for it' }
      : await electronOrReason(wanted === 'electron');
  if (electron)
    return {
      kind: 'electron',
      electron,
      why: wanted ? 'TOKENBOARD_PLATFORM=electron asks for it' : 'its binary is here',
    };
  if (wanted === 'electron') throw new PlainError(`Electron cannot be used: ${reason}.`);
  const browser = await browserOrInstall();
  if (browser) return { kind: 'browser', browser, why: wanted ? reason : `Electron is not used: ${reason}` };
  throw new PlainError(
    [
      'Tokenboard needs Electron or an installed browser of the Chromium family, and neither is here.',
      `Electron: ${reason}.`,
      `Browser: ${noBrowser()}`,
      'Then run npm start again.',
    ].join('\n'),
  );
}
