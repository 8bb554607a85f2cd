// Finds a browser of the Chromium family, or installs one with apt-get if permitted.
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { hasTerminal, isRoot, say } from './project.mjs';
import { run } from './run.mjs';

const packages = ['chromium'];
const aptLine = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;

function isDebian() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

async function agrees(question) {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await lines.question(`${question} [Y/n] `);
  lines.close();
  return /^(y|yes|)$/i.test(answer.trim());
}

/** Root without a terminal installs without asking; everybody else is asked. @returns true if apt-get succeeded. */
export async function installChromium() {
  if (!isDebian() || (!isRoot && !hasTerminal)) return false;
  const line = isRoot ? aptLine : `sudo ${aptLine}`;
  if (hasTerminal && !(await agrees(`No browser of the Chromium family is installed. Run \`${line}\` now?`)))
    return false;
  say(`Installing Chromium: ${line}`);
  return aptInstall(packages);
}

/** apt-get for root, through sudo for others (who see its question). */
async function aptInstall(names) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    isRoot ? run('apt-get', args, { env, quiet: true }) : run('sudo', ['apt-get', ...args], { env });
  const install = () => apt('install', '-y', '-qq', '--no-install-recommends', ...names);
  // The package lists of a fresh container are empty: update only in that case.
  if ((await install()).status === 0) return true;
  await apt('update', '-qq');
  const { status, text } = await install();
  if (status !== 0) say(text.trim().split('\n').slice(-5).join('\n'));
  return status === 0;
}

/** Instructions for installing a browser by hand. */
export function howToGetABrowser() {
  if (isDebian()) return `Install one with: ${isRoot ? '' : 'sudo '}${aptLine}`;
  return 'Install Google Chrome (https://www.google.com/chrome), Microsoft Edge or Chromium.';
}
