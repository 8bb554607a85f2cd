import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** `tokenboard serve` with its preview process, bundled into the folder as `dist/` is. Returns the entry. */
export async function bundleServe(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(root('presets'), join(folder, 'presets'));
  await build({
    entryPoints: { serve: root('app/serve.ts'), preview: root('app/resources/preview/main.ts') },
    outdir: join(folder, 'app'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: ['electron', '@napi-rs/keyring', 'playwright-core'],
    logLevel: 'error',
    banner: { js: "import { createRequire as make } from 'node:module'; const require = make(import.meta.url);" },
  });
  return join(folder, 'app/serve.js');
}

export interface RunningServe {
  pid: number | undefined;
  output(): string;
  /** The lines of the log, so far. */
  lines(): Record<string, unknown>[];
  kill(signal: NodeJS.Signals): void;
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
}

/** Starts the entry. `environment`: all of it but `PATH` and the language. */
export function runServe(entry: string, args: string[], environment: Record<string, string>): RunningServe {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { PATH: process.env.PATH ?? '', LANG: 'en_US.UTF-8', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  return {
    pid: child.pid,
    output: () => out + err,
    lines: () =>
      out
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line)),
    kill: (signal) => child.kill(signal),
    ended: new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal))),
  };
}
