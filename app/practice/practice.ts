import { join } from 'node:path';
import { z } from 'zod';
import type { ChildProcess, Platform } from '../platform/platform.ts';
import { openSettings, type Settings, type SettingsFolder } from '../settings/settings.ts';
import { AppError, RequestError, reportError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { type PracticeReady, practiceReadySchema } from './messages.ts';

export type PracticeStatus =
  | { status: 'off' }
  | { status: 'starting' }
  | { status: 'running'; ready: PracticeReady; tokenLifetimeSeconds: number }
  | { status: 'failed'; error: AppError };

/** What the app stores about the practice service: URLs with its origin must keep working. */
interface Remembered {
  origin: string | undefined;
  tokenLifetimeSeconds: number;
}

const rememberedSchema = z.object({ origin: z.string().optional(), tokenLifetimeSeconds: z.number() });

export interface PracticeDeps {
  platform: Platform;
  dataFolder: string;
  settings: SettingsFolder;
  onChange(): void;
  /** The service runs, and its clients are known. */
  onReady(ready: PracticeReady): void;
  /** Another program uses the port: URLs with the old origin must move. */
  onOriginMoved(from: string, to: string): void;
}

/** The practice service: a separate process, started on first use, ended with the app. */
export interface Practice {
  status(): PracticeStatus;
  /** `undefined` while the service is stopped. */
  current(): string | undefined;
  /** Rejects with RequestError `practice.failed`. */
  ensure(): Promise<string>;
  start(): Promise<PracticeReady>;
  stop(): Promise<void>;
  setTokenLifetime(seconds: number): void;
  /** Whether this URL is, or was, on the practice service. */
  isPracticeUrl(url: string): boolean;
}

const startTimeoutMs = 20_000;

export function createPractice({
  platform,
  dataFolder,
  settings,
  onChange,
  onReady,
  onOriginMoved,
}: PracticeDeps): Practice {
  const remembered = openRemembered(settings);
  let status: PracticeStatus = { status: 'off' };
  let child: ChildProcess | undefined;
  let starting: Promise<PracticeReady> | undefined;

  const set = (next: PracticeStatus): void => {
    status = next;
    onChange();
  };
  const remember = (change: Partial<Remembered>): void => {
    try {
      remembered.save({ ...remembered.read(), ...change });
    } catch {
      // The only cost is a move of origins at the next start.
    }
  };

  async function launch(): Promise<PracticeReady> {
    set({ status: 'starting' });
    const { origin, tokenLifetimeSeconds } = remembered.read();
    const started = platform.startProcess('practice', [
      ...['--port', origin === undefined ? '0' : new URL(origin).port],
      ...['--state', join(dataFolder, 'practice-state.json')],
      ...['--token-lifetime', String(tokenLifetimeSeconds)],
    ]);
    child = started;
    try {
      const ready = await readyOf(started);
      if (origin !== undefined && origin !== ready.origin) onOriginMoved(origin, ready.origin);
      if (origin !== ready.origin) remember({ origin: ready.origin });
      onReady(ready);
      set({ status: 'running', ready, tokenLifetimeSeconds });
      started.exited.then(() => {
        if (child !== started) return;
        child = undefined;
        set({ status: 'off' });
      });
      return ready;
    } catch (error) {
      started.kill();
      // The service was stopped while it started, which is not a failure.
      if (child !== started) {
        set({ status: 'off' });
        throw new RequestError('practice.stopped', message('practice.stopped'));
      }
      child = undefined;
      const known = error instanceof AppError ? error : failed(error);
      set({ status: 'failed', error: known });
      throw known;
    }
  }

  const start = (): Promise<PracticeReady> => {
    if (status.status === 'running') return Promise.resolve(status.ready);
    starting ??= launch().finally(() => {
      starting = undefined;
    });
    return starting;
  };

  return {
    status: () => status,
    current: () => (status.status === 'running' ? status.ready.origin : undefined),
    ensure: async () => (await start()).origin,
    start,
    stop: async () => {
      const running = child;
      if (!running) return;
      child = undefined;
      running.kill();
      await starting?.catch(() => undefined);
      await running.exited;
      if (status.status !== 'off') set({ status: 'off' });
    },
    setTokenLifetime: (seconds) => {
      remember({ tokenLifetimeSeconds: seconds });
      child?.send({ type: 'settings', tokenLifetimeSeconds: seconds });
      if (status.status === 'running') set({ ...status, tokenLifetimeSeconds: seconds });
    },
    isPracticeUrl: (url) => {
      const { origin } = remembered.read();
      return url.includes('{practice}') || (origin !== undefined && (url === origin || url.startsWith(`${origin}/`)));
    },
  };
}

function readyOf(child: ChildProcess): Promise<PracticeReady> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(failed('time')), startTimeoutMs);
    child.onMessage((message) => {
      const ready = practiceReadySchema.safeParse(message);
      if (!ready.success) return;
      clearTimeout(timer);
      resolve(ready.data);
    });
    child.exited.then((code) => {
      clearTimeout(timer);
      reject(failed(new Error(`exit code ${code}`)));
    });
  });
}

const failed = (cause: unknown) => new RequestError('practice.failed', message('practice.failed'), { cause });

const openRemembered = (where: SettingsFolder): Settings<Remembered> =>
  openSettings<Remembered>({
    ...where,
    name: 'practice',
    title: message('files.of.practice'),
    version: 1,
    migrations: [(content) => content],
    initial: { origin: undefined, tokenLifetimeSeconds: 3600 },
    readContent: (content) => {
      const { origin, tokenLifetimeSeconds } = rememberedSchema.parse(content);
      // Accept only a loopback origin: a manipulated file must not send practice tokens elsewhere.
      const sound = origin !== undefined && /^http:\/\/127\.0\.0\.1:\d{1,5}$/.test(origin);
      return { content: { origin: sound ? origin : undefined, tokenLifetimeSeconds }, lost: 0 };
    },
    writeContent: ({ origin, tokenLifetimeSeconds }) => ({ origin, tokenLifetimeSeconds }),
  });

/** The origin of the practice service's URLs. `undefined`: it never ran. */
export const practiceOrigin = (where: SettingsFolder): string | undefined => openRemembered(where).read().origin;

/** The status in the contract's form. */
export const practiceReport = (status: PracticeStatus) => {
  if (status.status === 'failed') return { status: status.status, error: reportError(status.error) };
  if (status.status !== 'running') return status;
  const { ready, tokenLifetimeSeconds } = status;
  return { status: status.status, origin: ready.origin, account: ready.account, tokenLifetimeSeconds };
};
