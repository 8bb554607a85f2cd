import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { servePage } from './serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the renderer over a played main is served. */
    playedWindow: string;
  }
}

/** A global setup of Vitest: one build for all test files, made when the first of them asks for it. */
export default async function playedWindow(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'tokenboard-window-'));
  let built: Promise<void> | undefined;
  project.onTestsRerun(() => {
    built = undefined;
  });
  const { origin, close } = await servePage(folder, () => {
    built ??= buildInto(folder);
    return built;
  });
  project.provide('playedWindow', origin);
  return async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  };
}

async function buildInto(folder: string): Promise<void> {
  const root = dirname(dirname(import.meta.dirname));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const config = join(import.meta.dirname, 'vite.config.ts');
  await promisify(execFile)(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'error'], {
    cwd: root,
    // React as people get it: Vitest's own "test" would make it the slow one for development.
    env: { ...process.env, NODE_ENV: 'production', TOKENBOARD_FAKE_OUT: folder },
  });
}
