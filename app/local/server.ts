import type { Duplex } from 'node:stream';
import { z } from 'zod';
import type { HandleCall } from '../platform/platform.ts';
import type { EventName } from '../shared/contract/contract.ts';
import { type ErrorReport, RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { readLines } from './lines.ts';
import { type FromServer, longestLine } from './protocol.ts';
import {
  type GetProgress,
  type LocalCallName,
  type LocalResponse,
  localCalls,
  sharedCalls,
  type ValidatedLocal,
} from './requests.ts';

/** A running local call. */
export interface LocalWork {
  /** Aborts when the client cancels, or is gone. */
  signal: AbortSignal;
  /** Sends a part of the result. Resolves when the client has room for more. */
  send(bytes: Uint8Array): Promise<void>;
  progress(progress: GetProgress): void;
}

/** One function per local call but `local.hello`. The request is validated. */
export type LocalHandlers = {
  [Name in Exclude<LocalCallName, 'local.hello'>]: (
    request: ValidatedLocal<Name>,
    work: LocalWork,
  ) => Promise<LocalResponse<Name>>;
};

export interface LocalServerDeps {
  handleCall: HandleCall;
  handlers: LocalHandlers;
  hello: LocalResponse<'local.hello'>;
  /** Turns any error into a report without secrets. */
  report(error: unknown): ErrorReport;
}

/** Serves other processes of the user over the instance's socket. */
export interface LocalServer {
  /** Takes over a socket whose first line was `call`. */
  accept(socket: Duplex): void;
  /** `payload` has passed the border. */
  tell(event: EventName, payload: unknown): void;
  /** Resolves when no session is left, or after `patienceMs`. Ends those that are left. */
  close(patienceMs: number): Promise<void>;
}

const mostSessions = 64;
/** At once, in one session. */
const mostCalls = 64;
/** A client that does not read: of what waits for it, in bytes. */
const mostUnread = 32 * 2 ** 20;

const shared: ReadonlySet<string> = new Set(sharedCalls);
const fromClient = z.union([
  z.object({ id: z.number().int().min(0), call: z.string().max(100), request: z.unknown() }),
  z.object({ id: z.number().int().min(0), cancel: z.literal(true) }),
]);
const isLocal = (name: string): name is LocalCallName => Object.hasOwn(localCalls, name);

interface Session {
  tell(event: EventName, payload: unknown): void;
  end(): void;
}

export function createLocalServer(deps: LocalServerDeps): LocalServer {
  const sessions = new Set<Session>();
  let onEmpty: (() => void) | undefined;
  return {
    accept: (socket) => {
      if (sessions.size >= mostSessions) {
        socket.destroy();
        return;
      }
      const session = startSession(socket, deps, () => {
        sessions.delete(session);
        if (sessions.size === 0) onEmpty?.();
      });
      sessions.add(session);
    },
    tell: (event, payload) => {
      for (const session of sessions) session.tell(event, payload);
    },
    close: async (patienceMs) => {
      if (sessions.size > 0)
        await new Promise<void>((resolve) => {
          const late = setTimeout(resolve, patienceMs);
          onEmpty = () => {
            clearTimeout(late);
            resolve();
          };
        });
      for (const session of [...sessions]) session.end();
    },
  };
}

function startSession(socket: Duplex, { handleCall, handlers, hello, report }: LocalServerDeps, onEnd: () => void) {
  const running = new Map<number, AbortController>();
  let wanted: ReadonlySet<string> = new Set();

  /** Whether the socket has room for more. */
  const write = (value: FromServer): boolean => {
    if (socket.destroyed) return true;
    if (socket.writableLength > mostUnread) {
      socket.destroy();
      return true;
    }
    return socket.write(`${JSON.stringify(value)}\n`);
  };

  const drained = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const settle = (): void => {
        socket.off('drain', settle);
        signal.removeEventListener('abort', settle);
        if (signal.aborted) reject(signal.reason);
        else resolve();
      };
      socket.once('drain', settle);
      signal.addEventListener('abort', settle);
      if (signal.aborted) settle();
    });

  const runLocal = async <Name extends LocalCallName>(
    id: number,
    name: Name,
    request: unknown,
    signal: AbortSignal,
  ) => {
    const read = localCalls[name].request.safeParse(request);
    if (!read.success)
      throw new RequestError('input.invalid', message('calls.invalid'), {
        // Name only the field, never the value.
        details: { field: read.error.issues[0]?.path.join('.') ?? '' },
      });
    if (name === 'local.hello') {
      wanted = new Set((read.data as ValidatedLocal<'local.hello'>).events); // this call's schema
      return hello;
    }
    const work: LocalWork = {
      signal,
      send: async (bytes) => {
        signal.throwIfAborted();
        if (!write({ id, bytes: Buffer.from(bytes).toString('base64') })) await drained(signal);
      },
      progress: (progress) => void write({ id, progress }),
    };
    // This call's schema validated the request. TypeScript cannot follow that through the union.
    const handler = handlers[name as Exclude<Name, 'local.hello'>] as (
      data: never,
      work: LocalWork,
    ) => Promise<unknown>;
    return handler(read.data as never, work);
  };

  const run = async (id: number, name: string, request: unknown): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      // Its response is a result itself: an error is data.
      if (shared.has(name)) write({ id, ...((await handleCall(name, request)) as { ok: true; value: unknown }) });
      else if (isLocal(name)) write({ id, ok: true, value: await runLocal(id, name, request, controller.signal) });
      else throw new RequestError('input.unknown_call', message('calls.unknown'));
    } catch (error) {
      write({ id, ok: false, error: report(error) });
    } finally {
      running.delete(id);
    }
  };

  socket.on(
    'data',
    readLines({
      longest: longestLine,
      onValue: (value) => {
        const read = fromClient.safeParse(value);
        if (!read.success) return void socket.destroy();
        if ('cancel' in read.data) return running.get(read.data.id)?.abort();
        const { id, call, request } = read.data;
        if (running.has(id) || running.size >= mostCalls) return void socket.destroy();
        void run(id, call, request);
      },
      onBroken: () => void socket.destroy(),
    }),
  );
  socket.on('error', () => {});
  // A client says that it has ended by closing its side.
  socket.once('end', () => socket.destroy());
  socket.once('close', () => {
    for (const controller of running.values()) controller.abort();
    onEnd();
  });
  socket.resume();

  return {
    tell: (event: EventName, payload: unknown): void => {
      if (wanted.has(event)) write({ event, payload });
    },
    end: () => void socket.destroy(),
  };
}
