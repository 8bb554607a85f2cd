// Tokenboard without a window: serves feeds, renews tokens and reloads resources, until it is told to end.
import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TokenboardApp } from './app.ts';
import type { Core } from './core.ts';
import { becomeFirstInstance, type FirstInstance, folderLost } from './platform/instance.ts';
import { readHolder } from './platform/instance-holder.ts';
import type { Platform } from './platform/platform.ts';
import { languagesOfProcess } from './platform/region.ts';
import { createTerminalPlatform, type TerminalPlatform } from './platform/terminal/terminal-platform.ts';
import { readEnvironment } from './process/environment.ts';
import { version } from './process/version.ts';
import type { ServeFlags } from './serve/flags.ts';
import { forgetKey, readServeKey, type ServeKey } from './serve/key-source.ts';
import type { Log } from './serve/log.ts';
import type { Metric } from './serve/metrics/exposition.ts';
import { exitCodes, StartProblem } from './serve/start-problem.ts';
import { AppError, SettingsError } from './shared/errors.ts';
import { inEnglish, message } from './shared/messages/message.ts';
import { textsOf, whereItFailed, whyNotStarted } from './unexpected.ts';
import type { KeyStore } from './vault/key-store.ts';

export interface ServeOptions extends Pick<ServeHost, 'startProcess'> {
  flags: ServeFlags;
  environment: NodeJS.ProcessEnv;
  /** Default: the system's keychain. */
  keyStore?: KeyStore | undefined;
  /** Default: standard output. */
  writeLog?: ((line: string) => void) | undefined;
}

/** The program that runs the server. */
export interface ServeHost {
  /** Starts the server again, for a service. Default: Node with this entry. */
  program?: readonly [string, string] | undefined;
  /** Default: by Node. */
  startProcess?: Platform['startProcess'] | undefined;
}

export interface RunningServer {
  app: TokenboardApp;
  core: Core;
  /** `undefined`: no metrics are served. */
  metricsPort: number | undefined;
  /** Resolves when everything has ended, after `close` or because another computer took over the folder. */
  closed: Promise<void>;
  /** Accepts no more requests, waits for the running ones (`patienceMs`), and writes the state. */
  close(): Promise<void>;
  /** Makes `close` wait for no reader. */
  hurry(): void;
}

/** How long readers may take for their responses after a signal. Docker kills a container after 10 s. */
const patienceMs = 5_000;

const appFolder = dirname(fileURLToPath(import.meta.url));

/** Throws StartProblem, AppError `settings.*`. */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const { flags, environment } = options;
  const key = readServeKey(environment);
  const folder = flags.dataFolder ?? readEnvironment(environment).dataFolder;
  const instance = await becomeFirstInstance(folder, { kind: 'server' });
  if (instance === undefined) throw alreadyRunning(folder);
  try {
    return await serveIn(instance, key, options);
  } catch (error) {
    instance.release();
    throw error;
  }
}

async function serveIn(
  instance: FirstInstance,
  key: ServeKey | undefined,
  { flags, environment, keyStore, writeLog, startProcess }: ServeOptions,
): Promise<RunningServer> {
  const { dataFolder } = instance;
  const [{ createApp }, { openConfStore }, { createLog }, { createFigures }] = await Promise.all([
    import('./app.ts'),
    import('./settings/conf-store.ts'),
    import('./serve/log.ts'),
    import('./serve/metrics/figures.ts'),
  ]);
  let masked: Core | undefined;
  let quit: (() => void) | undefined;
  const log = createLog({ mask: (text) => masked?.masker.values(text) ?? text, write: writeLog });
  const figures = createFigures();
  const hurry = new AbortController();
  const startedAt = Date.now();
  const terminal = createTerminalPlatform({
    appFolder,
    dataFolder,
    environment,
    startProcess,
    onNotice: (title, body) => log.warn('serve.notice', { title, body }),
  });
  const app = await createApp({
    platform: terminal.platform,
    dataFolder,
    environment: { ...environment, TOKENBOARD_KEY: key?.passphrase },
    keyStore,
    openStore: openConfStore,
    version,
    presetsFolder: join(appFolder, '../presets'),
    licencesFile: join(appFolder, '../licences.json'),
    serverOverrides: flags.server,
    quit: () => quit?.(),
    readersEnd: { patienceMs, hurry: hurry.signal },
    onExchange: figures.countExchange,
    onFeedRequest: (request) => {
      figures.countFeedRequest(request);
      log.info('feed.request', { ...request, ms: Math.round(request.ms * 10) / 10 });
    },
  });
  const ending = endsWith({ app, terminal, instance, log });
  const closed = Promise.withResolvers<void>();
  const close = () => ending.close().finally(closed.resolve);
  quit = () => void close();
  try {
    const core = await app.openCore();
    masked = core;
    refuseClosedVault(core, dataFolder, key !== undefined);
    for (const { title, text } of core.notices.list())
      log.warn('serve.notice', { title: inEnglish(title), body: inEnglish(text) });
    await core.keepFresh();
    const { server, feeds } = core.feeds.list();
    if (server.status === 'failed' && server.error !== null)
      throw new StartProblem('listen', message('serve.listen', { reason: server.error.message }));
    const metrics =
      flags.metrics === undefined
        ? undefined
        : await startMetrics(flags.metrics, environment.TOKENBOARD_METRICS_KEY, () =>
            figures.read({
              version,
              feeds: core.feeds.list().feeds,
              connections: core.connections.list().map(({ id }) => core.tokens.status(id)),
              now: Date.now(),
              startedAt,
              memory: process.memoryUsage.rss(),
            }),
          );
    ending.metrics = metrics;
    ending.isServing = true;
    log.info('serve.started', {
      version,
      pid: process.pid,
      dataFolder,
      key: key?.source ?? 'keychain',
      origins: server.origins,
      feeds: feeds.length,
      metricsPort: metrics?.port,
    });
    instance.onCall(app.acceptSession);
    instance.onLost(() => {
      log.error('serve.folder_lost', { text: inEnglish(folderLost(dataFolder)) });
      void close();
    });
    return { app, core, metricsPort: metrics?.port, closed: closed.promise, close, hurry: () => hurry.abort() };
  } catch (error) {
    await ending.close();
    throw error;
  }
}

interface Parts {
  app: TokenboardApp;
  terminal: TerminalPlatform;
  instance: FirstInstance;
  log: Log;
}

/** Ends everything, once. */
function endsWith({ app, terminal, instance, log }: Parts) {
  let closing: Promise<void> | undefined;
  // Nothing else may keep the process: a command can turn the feeds off and on again.
  const alive = setInterval(() => {}, 2 ** 30);
  const ending = {
    isServing: false,
    metrics: undefined as { close(): Promise<void> } | undefined,
    close: (): Promise<void> => {
      closing ??= (async () => {
        if (ending.isServing) log.info('serve.ending');
        await app.close().catch(() => undefined);
        await Promise.all([terminal.close(), ending.metrics?.close()]);
        instance.release();
        clearInterval(alive);
        if (ending.isServing) log.info('serve.ended');
        await log.flush();
      })();
      return closing;
    },
  };
  return ending;
}

async function startMetrics(
  { address, port }: NonNullable<ServeFlags['metrics']>,
  key: string | undefined,
  read: () => Metric[],
) {
  const [{ startMetricsServer }, { exposition }] = await Promise.all([
    import('./serve/metrics/metrics-server.ts'),
    import('./serve/metrics/exposition.ts'),
  ]);
  return startMetricsServer({ address, port, key, read: () => exposition(read()) });
}

/** A server that can read no token would only fail later, feed by feed. Nothing is changed in the folder. */
function refuseClosedVault({ vault }: Core, folder: string, hasKey: boolean): void {
  const { status } = vault.status();
  if (status !== 'session' && status !== 'locked') return;
  throw new StartProblem('key', hasKey ? message('serve.key.wrong', { folder }) : message('serve.key.none'));
}

function alreadyRunning(folder: string): SettingsError {
  const holder = readHolder(join(folder, 'instance.lock'));
  const where = message('start.folderInUse.here', { pid: holder?.pid ?? 0 });
  return new SettingsError('settings.folder_in_use', message('start.folderInUse', { where, folder }));
}

/** The exit code of a server that did not start. */
function exitCodeOf(error: unknown): number {
  if (error instanceof StartProblem) return exitCodes[error.kind];
  if (error instanceof AppError && error.code.startsWith('settings.')) return exitCodes.folder;
  return exitCodes.unexpected;
}

/**
 * Runs until a signal, then returns the exit code. Errors at start go to standard error, in the system's language.
 * Removes the vault's key from the environment of the process.
 */
async function serve(
  flags: ServeFlags,
  environment: NodeJS.ProcessEnv,
  startProcess: ServeHost['startProcess'],
): Promise<number> {
  const given = { ...environment };
  forgetKey(process.env);
  try {
    const starting = startServer({ flags, environment: given, startProcess });
    endAtSignals(starting);
    const running = await starting;
    process.on('uncaughtException', running.app.failed);
    process.on('unhandledRejection', running.app.failed);
    await running.closed;
    return 0;
  } catch (error) {
    return notStarted(error, given);
  }
}

/** conf listens for signals, too, and raises the first one again: a second one of the user comes later. */
const sameSignalMs = 300;
/** How long the end may take after a second signal, in ms. */
const hurriedMs = 1_000;

/** Ends in order at the first signal, and at once at the second: files are whole at every moment. */
function endAtSignals(starting: Promise<RunningServer>): void {
  let firstAt: number | undefined;
  const onSignal = (): void => {
    const now = performance.now();
    firstAt ??= now;
    const isFirst = now - firstAt < sameSignalMs;
    starting.then(({ close, hurry }) => (isFirst ? close() : hurry())).catch(() => undefined);
    if (!isFirst) setTimeout(() => process.exit(exitCodes.unexpected), hurriedMs).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}

async function notStarted(error: unknown, environment: NodeJS.ProcessEnv): Promise<number> {
  const { textOf } = await textsOf(languagesOfProcess(environment));
  console.error(textOf(error instanceof StartProblem ? error.text : whyNotStarted(error)));
  return exitCodeOf(error);
}

/** `serve …` or `install-service …`, from a command line. Never rejects. */
export async function runServeCommand(
  command: ServeCommand,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  { program = [process.execPath, join(appFolder, 'serve.js')], startProcess }: ServeHost = {},
): Promise<number> {
  try {
    if (command === 'install-service') return await install(args, program);
    const { parseServeFlags } = await import('./serve/flags.ts');
    return await serve(parseServeFlags(args), environment, startProcess);
  } catch (error) {
    return notStarted(error, environment);
  }
}
export type ServeCommand = 'serve' | 'install-service';

async function install(args: readonly string[], program: readonly [string, string]): Promise<number> {
  const [{ installService }, { textOf }] = await Promise.all([
    import('./serve/service/install-service.ts'),
    textsOf(languagesOfProcess(process.env)),
  ]);
  await installService({
    args,
    program,
    platform: process.platform,
    home: homedir(),
    uid: process.getuid?.() ?? 0,
    tell: (text) => console.log(textOf(text)),
    show: (content) => console.log(content),
  });
  return 0;
}

function run(): Promise<number> {
  const [first = '', ...rest] = process.argv.slice(2);
  return first === 'install-service'
    ? runServeCommand(first, rest, process.env)
    : runServeCommand('serve', process.argv.slice(2), process.env);
}

// In the packaged Electron app, the first argument is a command.
if (
  process.argv[1] !== undefined &&
  existsSync(process.argv[1]) &&
  realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
)
  run().then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(whereItFailed(error));
      process.exit(exitCodes.unexpected);
    },
  );
