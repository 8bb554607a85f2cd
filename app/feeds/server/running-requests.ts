import type { RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface RunningRequests {
  /** The listener that was given, with its requests counted. */
  onRequest: RequestListener;
  /** A connection that can send requests. */
  add(socket: Socket): void;
  /**
   * Ends each connection without a running request, now and when its last response has ended. A response that has not
   * begun tells its reader so. Resolves when no request runs.
   */
  drain(): Promise<void>;
}

/** Knows the running requests of each connection. Node's `closeIdleConnections` leaves out those that sent nothing. */
export function createRunningRequests(onRequest: RequestListener): RunningRequests {
  const running = new Map<Socket, Set<ServerResponse>>();
  let draining: PromiseWithResolvers<void> | undefined;
  /** Those that were told to end: each call of `destroySoon` adds a listener. */
  const ending = new WeakSet<Socket>();
  const endIdle = (): void => {
    let isRunning = false;
    for (const [socket, responses] of running)
      if (responses.size > 0) isRunning = true;
      else if (!ending.has(socket)) {
        ending.add(socket);
        socket.destroySoon();
      }
    if (!isRunning) draining?.resolve();
  };
  const add = (socket: Socket): void => {
    running.set(socket, new Set());
    socket.once('close', () => {
      running.delete(socket);
      if (draining !== undefined) endIdle();
    });
  };
  return {
    add,
    onRequest: (request, response) => {
      const responses = running.get(request.socket);
      responses?.add(response);
      if (draining !== undefined) response.shouldKeepAlive = false;
      response.once('close', () => {
        responses?.delete(response);
        if (draining !== undefined) endIdle();
      });
      onRequest(request, response);
    },
    drain: () => {
      if (draining === undefined) {
        draining = Promise.withResolvers();
        for (const responses of running.values())
          for (const response of responses) if (!response.headersSent) response.shouldKeepAlive = false;
        endIdle();
      }
      return draining.promise;
    },
  };
}
