import { Command, CommanderError, Option } from 'commander';
import { readEnvironment } from '../process/environment.ts';
import { version } from '../process/version.ts';
import { AppError, RequestError } from '../shared/errors.ts';
import { type Message, message } from '../shared/messages/message.ts';
import { type CommandFacts, commands, commonOptions } from './commands.ts';
import type { CommonOptions, Context, Run, Texts } from './context.ts';
import { errorText } from './error-text.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-codes.ts';
import { loaders } from './loaders.ts';
import { openSession, type Session, type StartAlone } from './session.ts';
import { type Streams, writeAll } from './streams.ts';
import { loadTexts } from './texts.ts';
import { ToldError } from './told-error.ts';

export interface CommandLineOptions extends Streams {
  /** Without the program and its script. */
  args: readonly string[];
  startAlone: StartAlone;
  /** Aborts when the user interrupts the command. */
  signal: AbortSignal;
}

/** Runs one command. Resolves with its exit code when all it writes is written; never rejects. */
export async function runCommandLine(options: CommandLineOptions): Promise<ExitCode> {
  const { args, stdout, stderr, environment, startAlone } = options;
  const closed = new AbortController();
  const signal = AbortSignal.any([options.signal, closed.signal]);
  // Nobody reads any more (`| head`): that is no failure.
  const onClosed = (): void => closed.abort();
  stdout.on('error', onClosed);
  stderr.on('error', () => {});

  let loading: Promise<Texts> | undefined;
  const texts = (): Promise<Texts> => {
    loading ??= loadTexts(environment);
    return loading;
  };
  let code: ExitCode = exitCodes.success;
  let opening: Promise<Session> | undefined;
  const isJson = args.includes('--json');
  const run = async (path: string, parameters: string[], chosen: CommonOptions): Promise<void> => {
    const dataFolder = chosen.data ?? readEnvironment(environment).dataFolder;
    const context: Context = {
      stdin: options.stdin,
      stdout,
      stderr,
      environment,
      isJson,
      dataFolder,
      signal,
      endWith: (chosen) => {
        code = chosen;
      },
      session: () => {
        opening ??= openSession(dataFolder, startAlone);
        return opening;
      },
      print: (text) => writeAll(stdout, text),
      printJson: (value) => writeAll(stdout, `${JSON.stringify(value, undefined, 2)}\n`),
      tell: async (said) => writeAll(stderr, `${(await texts()).textOf(said)}\n`),
      texts,
    };
    const work = (await loaders[path]?.()) as Run<CommonOptions> | undefined; // its own options, as the list declares them
    await work?.(context, parameters, chosen);
  };

  try {
    // The texts of the help are drawn at once.
    const needsTexts = args.length === 0 || args.some((arg) => arg === '--help' || arg === '-h' || arg === 'help');
    const loaded = needsTexts ? await texts() : undefined;
    const program = buildProgram(run, loaded?.textOf);
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (options.signal.aborted) return exitCodes.interrupted;
    if (closed.signal.aborted) return exitCodes.success;
    if (error instanceof CommanderError && error.exitCode === 0) {
      await writeAll(stdout, error.message);
      return exitCodes.success;
    }
    const known = knownError(error);
    if (known instanceof ToldError) return exitCodeOf(known.code);
    const { textOf } = await texts();
    await writeAll(stderr, errorText(known, { isJson, textOf }));
    return exitCodeOf(known.code);
  } finally {
    await opening?.then(
      (session) => session.close(),
      () => undefined,
    );
    stdout.off('error', onClosed);
    if (stdout.listenerCount('error') === 0) stdout.on('error', () => {});
  }
}

/** Collects what commander writes into the error with which it ends. */
function buildProgram(
  run: (path: string, parameters: string[], options: CommonOptions) => Promise<void>,
  textOf: ((message: Message) => string) | undefined,
): Command {
  // Commander keeps IDs of texts. They are drawn when it shows its help.
  const drawn = (id: string): string => (textOf === undefined || id === '' ? id : textOf({ id }));
  const program = new Command('tokenboard');
  let written = '';
  const settle = (command: Command): Command =>
    command
      .exitOverride((error) => {
        if (error.exitCode !== 0) throw error;
        throw new CommanderError(0, error.code, written);
      })
      .configureOutput({
        writeOut: (text) => {
          written += text;
        },
        writeErr: (text) => {
          written += text;
        },
        outputError: () => {},
      })
      .configureHelp({
        showGlobalOptions: true,
        commandDescription: (each) => drawn(each.description()),
        subcommandDescription: (each) => drawn(each.description()),
        optionDescription: (each) => drawn(each.description),
        styleTitle: (title) => drawn(titles[title] ?? title),
      })
      .helpOption('-h, --help', 'cli.option.help' satisfies TextId)
      .helpCommand(false);
  const add = (parent: Command, facts: CommandFacts, before: string): void => {
    const path = `${before} ${facts.usage.split(' ')[0]}`.trim();
    const command = settle(parent.command(facts.usage)).description(facts.text);
    for (const { flags, text, choices } of facts.options ?? []) {
      const option = new Option(flags, text);
      command.addOption(choices === undefined ? option : option.choices([...choices]));
    }
    for (const each of facts.commands ?? []) add(command, each, path);
    if (facts.commands === undefined)
      command.action(async () => {
        await run(path, command.args, command.optsWithGlobals());
      });
  };
  settle(program)
    .description('cli.program' satisfies TextId)
    .version(version, '-V, --version', 'cli.option.version' satisfies TextId);
  for (const { flags, text } of commonOptions) program.addOption(new Option(flags, text));
  for (const facts of commands) add(program, facts, '');
  return program;
}

type TextId = CommandFacts['text'];

const titles: Readonly<Record<string, TextId>> = {
  'Usage:': 'cli.help.usage',
  'Arguments:': 'cli.help.arguments',
  'Options:': 'cli.help.options',
  'Global Options:': 'cli.help.globalOptions',
  'Commands:': 'cli.help.commands',
};

/** What commander found wrong, as a sentence of ours. */
function knownError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (!(error instanceof CommanderError))
    return new AppError('app.unexpected', message('core.unexpected'), { cause: error });
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const usage = (text: Message) => new RequestError('local.usage', text);
  switch (error.code) {
    case 'commander.unknownCommand':
      return usage(message('cli.unknownCommand', { text: quoted }));
    case 'commander.unknownOption':
      return usage(message('cli.unknownOption', { text: quoted }));
    case 'commander.missingArgument':
      return usage(message('cli.missingArgument', { text: quoted }));
    case 'commander.optionMissingArgument':
      return usage(message('cli.missingValue', { text: quoted }));
    case 'commander.invalidArgument':
      return usage(message('cli.invalidValue', { text: quoted }));
    case 'commander.excessArguments':
      return usage(message('cli.tooMany'));
    default:
      return usage(message('cli.incomplete'));
  }
}
