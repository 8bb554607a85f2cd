#!/usr/bin/env node
// The command line. Small, and it loads each part when a command needs it: other programs wait for a token.
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const environment = { ...process.env };
// Keep the key from child processes (row 37).
delete process.env.TOKENBOARD_KEY;
const appFolder = dirname(fileURLToPath(import.meta.url));
// Beside the code, so that updates delete the cache too. Not beside the sources.
if (import.meta.url.endsWith('.js')) enableCompileCache(join(appFolder, '../code-cache'));
const { runCommandLine } = await import('./cli/run.ts');

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => interrupted.abort());
const { stdin, stdout, stderr } = process;
const code = await runCommandLine({
  args: process.argv.slice(2),
  stdin,
  stdout,
  stderr,
  environment,
  signal: interrupted.signal,
  startAlone: async (dataFolder) => (await import('./alone.ts')).startAlone(dataFolder, { appFolder, environment }),
});
process.exit(code);
