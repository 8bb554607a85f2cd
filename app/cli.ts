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

/** Prints a token of the running app. `undefined`: no app runs, or the whole command line reads these arguments. */
async function printQuickly(): Promise<number | undefined> {
  const { quickToken, readTokenArguments } = await import('./cli/quick-token.ts');
  const wanted = readTokenArguments(args);
  if (wanted === undefined) return undefined;
  const [{ connectLocal }, { readEnvironment }] = await Promise.all([
    import('./local/client.ts'),
    import('./process/environment.ts'),
  ]);
  const client = await connectLocal(wanted.dataFolder ?? readEnvironment(environment).dataFolder);
  if (client === undefined) return undefined;
  const printed = await quickToken(wanted, client);
  client.close();
  if (printed === undefined) return undefined;
  if ('error' in printed) {
    const [{ exitCodeOf }, { errorText }, { loadTexts }] = await Promise.all([
      import('./cli/exit-codes.ts'),
      import('./cli/error-text.ts'),
      import('./cli/texts.ts'),
    ]);
    const { textOf } = await loadTexts(environment);
    await write(process.stderr, errorText(printed.error, { isJson: wanted.json, textOf }));
    return exitCodeOf(printed.error.code);
  }
  await write(process.stdout, printed.text);
  return 0;
}

/** A reader that has gone is no failure. */
const write = (stream: NodeJS.WriteStream, text: string): Promise<unknown> =>
  new Promise((resolve) => {
    stream.once('error', resolve);
    stream.write(text, resolve);
  });

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

process.exit((args.includes('token') ? await printQuickly() : undefined) ?? (await run()));
