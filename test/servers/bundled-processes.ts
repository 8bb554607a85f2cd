import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProcessEntry } from '../../app/platform/platform.ts';

/** What starts a process of the app's own, as it is written. */
const sources: Readonly<Record<ProcessEntry, string>> = {
  practice: fileURLToPath(new URL('../../app/practice/service/main.ts', import.meta.url)),
  preview: fileURLToPath(new URL('../../app/resources/preview/main.ts', import.meta.url)),
};

/** Tells the workers of Vitest, and what they start, in which folder the bundles are. */
const variable = 'TEST_PROCESS_ENTRIES';

/** The file that starts a process: a bundle where a run of Vitest made them, else the source. */
export function fileOf(entry: ProcessEntry): string {
  const folder = process.env[variable];
  return folder === undefined ? sources[entry] : join(folder, `${entry}.mjs`);
}

/**
 * A global setup of Vitest: each process in one file, as in the product. The core's tests start hundreds of them, and Node
 * takes twice as long to start one of them from its sources.
 */
export default async function bundleProcesses(): Promise<() => Promise<void>> {
  // Not with this file, which every worker loads.
  const { build } = await import('esbuild');
  const folder = await mkdtemp(join(tmpdir(), 'tokenboard-processes-'));
  await build({
    entryPoints: sources,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    logLevel: 'warning',
    // Some packages are CommonJS and call require() for Node's own modules.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
  });
  process.env[variable] = folder;
  return async () => {
    delete process.env[variable];
    await rm(folder, { recursive: true, force: true });
  };
}
