import type { Socket } from 'node:net';

/**
 * The first line of a connection to the running instance. `show`: a second start. `look`: a command that only asks who
 * runs. `call`: a session of calls follows.
 */
export type InstanceWord = 'show' | 'look' | 'call';

const longestWord = 8;
/** A client sends its word at once. */
const wordMs = 5_000;

const isWord = (text: string): text is InstanceWord => text === 'show' || text === 'look' || text === 'call';

/**
 * Calls `onWord` with the word. The socket is paused then, and what follows the word is still to be read. A client that
 * says anything else, or nothing for 5 s, is disconnected.
 */
export function readWord(socket: Socket, onWord: (word: InstanceWord) => void): void {
  let received = Buffer.alloc(0);
  const stop = (): void => {
    socket.off('data', read);
    socket.setTimeout(0);
    socket.off('timeout', refuse);
  };
  const refuse = (): void => {
    stop();
    socket.destroy();
  };
  const read = (bytes: Buffer): void => {
    received = Buffer.concat([received, bytes]);
    const end = received.indexOf('\n');
    if (end < 0 && received.length <= longestWord) return;
    const word = received.subarray(0, end).toString('latin1');
    if (end < 0 || !isWord(word)) {
      refuse();
      return;
    }
    stop();
    socket.pause();
    const rest = received.subarray(end + 1);
    if (rest.length > 0) socket.unshift(rest);
    onWord(word);
  };
  socket.setTimeout(wordMs, refuse);
  socket.on('data', read);
}
