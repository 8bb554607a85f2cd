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
const args = process.argv.slice(2);
const [command, ...rest] = args;
// These two run on their own: a server does not end with a command, and neither needs a session.
if ((command === 'serve' || command === 'install-service') && !rest.some((arg) => arg === '--help' || arg === '-h')) {
  const { runServeCommand } = await import('./serve.ts');
  process.exit(await runServeCommand(command, rest, environment));
}

/** A token of the running app, if there is one. */
async function printQuickly(): Promise<boolean> {
  const { quickToken, readTokenArguments } = await import('./cli/quick-token.ts');
  const wanted = readTokenArguments(args);
  if (wanted === undefined) return false;
  const [{ connectLocal }, { readEnvironment }] = await Promise.all([
    import('./local/client.ts'),
    import('./process/environment.ts'),
  ]);
  const client = await connectLocal(wanted.dataFolder ?? readEnvironment(environment).dataFolder);
  if (client === undefined) return false;
  const text = await quickToken(wanted, client);
  client.close();
  if (text === undefined) return false;
  await new Promise((resolve) => {
    // A reader that has gone is no failure.
    process.stdout.once('error', resolve);
    process.stdout.write(text, resolve);
  });
  return true;
}

async function run(): Promise<number> {
  const { runCommandLine } = await import('./cli/run.ts');
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => interrupted.abort());
  const { stdin, stdout, stderr } = process;
  return runCommandLine({
    args,
    stdin,
    stdout,
    stderr,
    environment,
    signal: interrupted.signal,
    startAlone: async (dataFolder) => (await import('./alone.ts')).startAlone(dataFolder, { appFolder, environment }),
  });
}

process.exit(args.includes('token') && (await printQuickly()) ? 0 : await run());
