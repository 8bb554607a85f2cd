import type { Platform } from './platform/platform.ts';

export interface Host {
  /** The folder of the bundled entries. */
  appFolder: string;
  environment: NodeJS.ProcessEnv;
  /** How the packaged app starts `serve`, and the processes of its own. Absent: Node runs their files. */
  packaged?: { program: readonly [string, string]; startProcess: NonNullable<Platform['startProcess']> };
}

/** Runs one command. Resolves with its exit code when all it writes is written; never rejects. */
export async function runArguments(
  args: readonly string[],
  { appFolder, environment, packaged }: Host,
): Promise<number> {
  const [command, ...rest] = args;
  // These two run on their own: a server does not end with a command, and neither needs a session.
  if ((command === 'serve' || command === 'install-service') && !rest.some((arg) => arg === '--help' || arg === '-h')) {
    const { runServeCommand } = await import('./serve.ts');
    return runServeCommand(command, rest, environment, packaged);
  }
  const { runCommandLine } = await import('./cli/run.ts');
  const interrupted = new AbortController();
  // `on`, not `once`: conf also listens for signals, and raises each again after it has written its files.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupted.abort());
  const { stdin, stdout, stderr } = process;
  return runCommandLine({
    args,
    stdin,
    stdout,
    stderr,
    environment,
    signal: interrupted.signal,
    startAlone: async (dataFolder) =>
      (await import('./alone.ts')).startAlone(dataFolder, {
        appFolder,
        environment,
        startProcess: packaged?.startProcess,
        onWindowWaits: () => void tellWindow(environment),
      }),
  });
}

/** Only a person reads it: a script may read the standard error. */
async function tellWindow(environment: NodeJS.ProcessEnv): Promise<void> {
  if (process.stderr.isTTY !== true) return;
  const [{ loadTexts }, { message }] = await Promise.all([
    import('./cli/texts.ts'),
    import('./shared/messages/message.ts'),
  ]);
  const { textOf } = await loadTexts(environment);
  process.stderr.write(`${textOf(message('cli.windowWaits'))}\n`);
}
