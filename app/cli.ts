#!/usr/bin/env node
// The command line. Other programs wait for a token, so this entry is one small file (scripts/build.mjs): it loads the
// rest only if no running app gives the token.
import { quickToken, readTokenArguments, type TokenArguments } from './cli/quick-token.ts';
import { connectLocal } from './local/client.ts';
import { readEnvironment } from './process/environment.ts';

const environment = { ...process.env };
// Keep the key from child processes (row 37).
delete process.env.TOKENBOARD_KEY;
const args = process.argv.slice(2);

/** Prints a token of the running app, or the stored one if none runs. `undefined`: the whole command line reads these arguments. */
async function printQuickly(): Promise<number | undefined> {
  const wanted = readTokenArguments(args);
  if (wanted === undefined) return undefined;
  const client = await connectLocal(wanted.dataFolder ?? readEnvironment(environment).dataFolder);
  if (client === undefined) return printStored(wanted);
  const printed = await quickToken(wanted, client);
  client.close();
  if (printed === undefined) return undefined;
  if ('error' in printed) {
    const { tellError } = await import('./command-line.ts');
    return tellError(printed.error, { isJson: wanted.json, environment });
  }
  return print(printed.text);
}

/** Prints the stored token, if it needs no renewal. `undefined`: the whole app has to do it. */
async function printStored(wanted: TokenArguments): Promise<number | undefined> {
  const { storedTokenText } = await import('./command-line.ts');
  const text = await storedTokenText(wanted, environment);
  return text === undefined ? undefined : print(text);
}

async function print(text: string): Promise<number> {
  await new Promise((resolve) => {
    // A reader that has gone is no failure.
    process.stdout.once('error', resolve);
    process.stdout.write(text, resolve);
  });
  return 0;
}

async function run(): Promise<number> {
  const { runArguments } = await import('./command-line.ts');
  return runArguments(args, environment);
}

process.exit((args.includes('token') ? await printQuickly() : undefined) ?? (await run()));
