// Electron's binary is not in its npm package: it is downloaded from GitHub, which many company networks block.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { memory, projectNode, root, say } from './project.mjs';
import { run } from './run.mjs';

const packageFolder = join(root, 'node_modules/electron');
const failureFile = join(memory, 'electron-download-failed.json');
const dayMs = 24 * 60 * 60 * 1000;
const downloadLimitMs = 5 * 60 * 1000;

const executable =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';

function readText(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** The first one with Node 24, which the bundles are built for (`target` in ../build.mjs) and whose modules undici uses. */
const oldestElectron = 40;

/** The installed binary: `{ path, folder, version, usable }`. `usable`: the product runs on it as it is. */
export function findElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH || join(packageFolder, 'dist');
  const path = join(folder, executable);
  if (!existsSync(path)) return undefined;
  const version = readText(join(folder, 'version'))?.replace(/^v/, '') ?? '';
  return { path, folder, version, usable: Number.parseInt(version, 10) >= oldestElectron };
}

function rememberedFailure() {
  try {
    const { at, reason } = JSON.parse(readText(failureFile) ?? '');
    return Date.now() - at < dayMs ? reason : undefined;
  } catch {
    return undefined;
  }
}

function remember(reason) {
  mkdirSync(memory, { recursive: true });
  writeFileSync(failureFile, JSON.stringify({ at: Date.now(), reason }));
  return { reason };
}

/** A network that drops packets would stall the download for minutes: a test connection fails within seconds. */
function reachable(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 8000 });
    const end = (found) => {
      socket.destroy();
      resolve(found);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}

/** @returns `{ electron }`, or `{ reason }` as the end of a sentence. A failure is remembered for a day. */
export async function downloadElectron({ evenIfItFailed = false } = {}) {
  const failed = evenIfItFailed ? undefined : rememberedFailure();
  if (failed) return { reason: `${failed}; TOKENBOARD_PLATFORM=electron tries it again` };
  const mirror = new URL(process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || 'https://github.com');
  const proxy = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].some((name) => process.env[name]);
  if (!proxy && !(await reachable(mirror.hostname, Number(mirror.port) || (mirror.protocol === 'http:' ? 80 : 443))))
    return remember(`${mirror.hostname}, where its binary comes from, cannot be reached`);
  say(`Downloading Electron from ${mirror.hostname} (about 110 MB, once) ...`);
  const env = proxy ? { ELECTRON_GET_USE_PROXY: '1' } : {};
  const { status, timedOut } = await run(projectNode, [join(packageFolder, 'install.js')], {
    quiet: true,
    timeoutMs: downloadLimitMs,
    env,
  });
  const electron = findElectron();
  if (status === 0 && electron) {
    rmSync(failureFile, { force: true });
    return { electron };
  }
  // The next start would take an incomplete binary for a complete one.
  if (!process.env.ELECTRON_OVERRIDE_DIST_PATH) rmSync(join(packageFolder, 'dist'), { recursive: true, force: true });
  return remember(timedOut ? 'its download took longer than 5 minutes' : `its download from ${mirror.hostname} failed`);
}
