/** The process that started this one, in either way. */
export interface Parent {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onGone(listener: () => void): void;
}

/**
 * The port that Electron's utilityProcess gives its child. Its types are in a package that only platforms may import.
 */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
}

/** `undefined`: the service was started by hand. */
export function findParent(): Parent | undefined {
  // Node's types omit Electron's addition to `process`.
  const port = (process as NodeJS.Process & { parentPort?: UtilityPort }).parentPort;
  if (port) {
    return {
      send: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', (event) => listener(event.data)),
      onGone: (listener) => port.on('close', listener),
    };
  }
  if (process.send) {
    return {
      send: (message) => process.send?.(message),
      onMessage: (listener) => process.on('message', listener),
      onGone: (listener) => process.on('disconnect', listener),
    };
  }
  return undefined;
}
