import { processFlag } from '../platform/start-flags.ts';

/** What a start of the packaged app is for: a command, a process of its own, or (`undefined`) its window. */
export type StartOf = { command: readonly string[] } | { process: readonly string[] } | undefined;

/** Switches of Chromium that an AppImage adds itself. The command line knows none of them. */
const chromiumSwitches: ReadonlySet<string> = new Set(['--no-sandbox']);
/** Options of every command that stand before it, too. */
const valueOptions: ReadonlySet<string> = new Set(['--data']);
const aboutItself: ReadonlySet<string> = new Set(['--help', '-h', '--version', '-V']);

/**
 * Reads the arguments of the app's own program, which shows the window without any. A word is a command, also one that
 * does not exist: a misspelt command must not open a window. Everything else is for Chromium, such as `--hidden`.
 */
export function startOf(args: readonly string[]): StartOf {
  const own = args.filter((each) => !chromiumSwitches.has(each));
  const at = own.indexOf(processFlag);
  if (at >= 0) return { process: own.slice(at + 1) };
  const first = own.findIndex((each, index) => !each.startsWith('-') && !valueOptions.has(own[index - 1] ?? ''));
  if (first < 0) return own.some((each) => aboutItself.has(each)) ? { command: own } : undefined;
  return /^[a-z][a-z-]*$/.test(own[first] ?? '') ? { command: own } : undefined;
}
