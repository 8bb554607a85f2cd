// The project's paths. Plain Node 20 without dependencies, because this runs before anything is installed.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The project's own Node 24, brought by the npm package `node`. */
export const projectNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** What the scripts remember between two runs; removed together with node_modules. */
export const memory = join(root, 'node_modules/.cache/tokenboard');

export const isRoot = process.getuid?.() === 0;

/** Whether a user can answer a question. */
export const hasTerminal = Boolean(process.stdin.isTTY && process.stdout.isTTY);

/** Whether this computer can show windows. */
export const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** An error with a text for the user, printed without a stack. */
export class PlainError extends Error {}

export async function main(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.stderr.write(`${error instanceof PlainError ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
