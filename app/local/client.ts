import { createConnection, type Socket } from 'node:net';
import { addressesOfInstance } from '../platform/instance-address.ts';
import type { EventName, EventPayload } from '../shared/contract/contract.ts';
import { AppError, type ErrorReport, RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { readLines } from './lines.ts';
import { type FromClient, type FromServer, sessionWord } from './protocol.ts';
import type { GetProgress, SessionCallName, SessionRequest, SessionResponse } from './requests.ts';

export interface LocalCallOptions {
  signal?: AbortSignal | undefined;
  /** A part of the result. The next ones wait until this resolves. */
  onBytes?: ((bytes: Buffer) => void | Promise<void>) | undefined;
  onProgress?: ((progress: GetProgress) => void) | undefined;
}

/** A session with the process that owns the data folder. Its responses are those of the same user's app. */
export interface LocalClient {
  /**
   * Rejects with the AppError of the other process, with the signal's reason, and with RequestError `local.lost` when that
   * process ended.
   */
  call<Name extends SessionCallName>(
    name: Name,
    request: SessionRequest<Name>,
    options?: LocalCallOptions,
  ): Promise<SessionResponse<Name>>;
  /** Of the events that `local.hello` chose. Returns the function that stops it. */
  onEvent<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void;
  close(): void;
}

interface Pending extends LocalCallOptions {
  /** Resolves when every part so far was taken. Never rejects. */
  taken: Promise<unknown>;
  isTaking: boolean;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** Of a line from the app, in characters: a list of 100,000 resources. */
const longestResponse = 512 * 2 ** 20;

/** Connects to the process that owns the folder. `undefined`: no process runs. */
export async function connectLocal(dataFolder: string): Promise<LocalClient | undefined> {
  for (const address of addressesOfInstance(dataFolder)) {
    const socket = await connect(address);
    if (socket !== undefined) return createClient(socket);
  }
  return undefined;
}

const connect = (address: string): Promise<Socket | undefined> =>
  new Promise((resolve) => {
    const socket = createConnection(address);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });

function createClient(socket: Socket): LocalClient {
  const pending = new Map<number, Pending>();
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  let lastId = 0;
  let isLost = false;
  let taking = 0;

  const say = (said: FromClient): void => void socket.write(`${JSON.stringify(said)}\n`);
  const take = (bytes: Buffer, id: number, call: Pending): void => {
    taking += 1;
    call.isTaking = true;
    socket.pause();
    call.taken = call.taken
      .then(() => call.onBytes?.(bytes))
      .catch((error: unknown) => settle(id)?.reject(error))
      .finally(() => {
        taking -= 1;
        if (taking === 0) socket.resume();
      });
  };
  const settle = (id: number): Pending | undefined => {
    const found = pending.get(id);
    pending.delete(id);
    return found;
  };
  const receive = (value: unknown): void => {
    // What this version's app writes; one of another version may say more.
    const said = value as FromServer;
    if ('event' in said) {
      for (const listener of [...(listeners.get(said.event) ?? [])]) listener(said.payload);
      return;
    }
    const call = pending.get(said.id);
    if (call === undefined) return;
    if ('bytes' in said) take(Buffer.from(said.bytes, 'base64'), said.id, call);
    else if ('progress' in said) call.onProgress?.(said.progress as GetProgress);
    else {
      const { ok } = said;
      const end = (): void => {
        if (ok) settle(said.id)?.resolve(said.value);
        else settle(said.id)?.reject(errorOf(said.error as ErrorReport));
      };
      // After what arrived before it.
      if (call.isTaking) call.taken.then(end);
      else end();
    }
  };

  socket.on('data', readLines({ longest: longestResponse, onValue: receive, onBroken: () => void socket.destroy() }));
  socket.on('error', () => {});
  socket.once('close', () => {
    isLost = true;
    for (const { reject } of pending.values()) reject(lost());
    pending.clear();
  });
  socket.write(sessionWord);

  return {
    call: <Name extends SessionCallName>(
      name: Name,
      request: SessionRequest<Name>,
      { signal, ...options }: LocalCallOptions = {},
    ) =>
      new Promise<SessionResponse<Name>>((resolve, reject) => {
        if (isLost) return reject(lost());
        if (signal?.aborted === true) return reject(signal.reason);
        lastId += 1;
        const id = lastId;
        const cancel = (): void => {
          say({ id, cancel: true });
          settle(id);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', cancel, { once: true });
        const ended = () => signal?.removeEventListener('abort', cancel);
        pending.set(id, {
          ...options,
          taken: Promise.resolve(),
          isTaking: false,
          resolve: (value) => {
            ended();
            resolve(value as SessionResponse<Name>); // what the server promises for the call
          },
          reject: (error) => {
            ended();
            reject(error);
          },
        });
        say({ id, call: name, request });
      }),
    onEvent: (name, listener) => {
      const ofName = listeners.get(name) ?? new Set();
      listeners.set(name, ofName);
      const entry = (payload: unknown) => listener(payload as EventPayload<typeof name>); // the event's own payload
      ofName.add(entry);
      return () => void ofName.delete(entry);
    },
    close: () => void socket.destroy(),
  };
}

const lost = () => new RequestError('local.lost', message('local.lost'));

function errorOf({ code, message: text, serviceMessage, details }: ErrorReport): AppError {
  return new AppError(code, text, { serviceMessage, details });
}
