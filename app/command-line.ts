// The whole command line, except what `cli.ts` does at once. It loads each part when a command needs it.
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TokenArguments } from './cli/quick-token.ts';
import type { AppError } from './shared/errors.ts';

const appFolder = dirname(fileURLToPath(import.meta.url));
// Beside the code, so that updates delete the cache too. Not beside the sources.
if (import.meta.url.endsWith('.js')) enableCompileCache(join(appFolder, '../code-cache'));

/** Runs one command. Resolves with its exit code when all it writes is written; never rejects. */
export const runArguments = async (args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> =>
  (await import('./run-arguments.ts')).runArguments(args, { appFolder, environment });

/** What `tokenboard token` prints, if the stored token needs no renewal. No app may use the folder. */
export async function storedTokenText(
  { connection, minimumMs, header, json, dataFolder }: TokenArguments,
  environment: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const [{ storedToken }, { tokenText }, { readEnvironment }] = await Promise.all([
    import('./cli/stored-token.ts'),
    import('./cli/token-text.ts'),
    import('./process/environment.ts'),
  ]);
  const folder = dataFolder ?? readEnvironment(environment).dataFolder;
  const found = await storedToken({ connection, minimumMs, dataFolder: folder, environment });
  if (found === undefined || (header && found.placement.in !== 'header')) return undefined;
  return tokenText(found, { header, json });
}

/** Writes why a command failed. Resolves with its exit code. */
export async function tellError(
  error: AppError,
  { isJson, environment }: { isJson: boolean; environment: NodeJS.ProcessEnv },
): Promise<number> {
  const [{ exitCodeOf }, { errorText }, { loadTexts }, { writeAll }] = await Promise.all([
    import('./cli/exit-codes.ts'),
    import('./cli/error-text.ts'),
    import('./cli/texts.ts'),
    import('./cli/streams.ts'),
  ]);
  const { textOf } = await loadTexts(environment);
  process.stderr.on('error', () => {});
  await writeAll(process.stderr, errorText(error, { isJson, textOf }));
  return exitCodeOf(error.code);
}
