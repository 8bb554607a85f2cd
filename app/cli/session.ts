import { connectLocal, type LocalClient } from '../local/client.ts';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';

/** Calls of the app, in another process or in this one. */
export interface Session extends Pick<LocalClient, 'call' | 'onEvent'> {
  /** The app runs in this process, and ends with the command. */
  isAlone: boolean;
  close(): Promise<void>;
}

/** An app in this process, which owns the data folder. */
export interface AloneApp {
  /** Waits a moment for sessions of other processes. */
  close(): Promise<void>;
}

/** Opens the app in this process. `undefined`: another process owns the folder meanwhile. */
export type StartAlone = (dataFolder: string) => Promise<AloneApp | undefined>;

/** An owner may end between two looks. */
const mostTries = 50;

/**
 * Connects to the process that owns the folder. If there is none, opens the app in this one. Rejects as
 * `becomeFirstInstance` does.
 */
export async function openSession(dataFolder: string, startAlone: StartAlone): Promise<Session> {
  for (let count = 0; count < mostTries; count += 1) {
    const running = await connectLocal(dataFolder);
    if (running !== undefined)
      return { call: running.call, onEvent: running.onEvent, isAlone: false, close: async () => running.close() };
    const alone = await startAlone(dataFolder);
    if (alone === undefined) continue;
    // The same way as to another process, so that there is one way.
    const own = await connectLocal(dataFolder);
    if (own === undefined) {
      await alone.close();
      break;
    }
    return {
      call: own.call,
      onEvent: own.onEvent,
      isAlone: true,
      close: async () => {
        own.close();
        await alone.close();
      },
    };
  }
  throw new RequestError('local.lost', message('local.lost'));
}
