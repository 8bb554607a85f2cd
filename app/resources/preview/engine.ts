import type { ChildProcess } from '../../platform/platform.ts';
import { AppError, RequestError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import type { FromEngine, PreviewCallName, PreviewRequest, PreviewResponse, ToEngine } from './messages.ts';

/** One preview process. When it ends, for any reason, every open call fails with `preview.stopped`. */
export interface Engine {
  call<Name extends PreviewCallName>(name: Name, request: PreviewRequest<Name>): Promise<PreviewResponse<Name>>;
  /** Whether the process has no work. */
  isIdle(): boolean;
  stop(): void;
  readonly ended: Promise<void>;
}

interface Pending {
  message: ToEngine;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const stopped = () => new RequestError('preview.stopped', message('preview.stopped'));

/** `onEnd`: the process has ended. `culprit`: the preview that it worked on, unless it was stopped on purpose. */
export function startEngine(child: ChildProcess, onEnd: (culprit: string | undefined) => void): Engine {
  // In the order sent, which is the order of work: the process works on the first one.
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let hasEnded = false;

  const end = (isWanted: boolean) => {
    if (hasEnded) return;
    hasEnded = true;
    const [current] = pending.values();
    onEnd(isWanted ? undefined : current?.message.request.previewId);
    for (const { reject } of pending.values()) reject(stopped());
    pending.clear();
  };
  const ended = child.exited.then(() => end(false));
  child.onMessage((message) => {
    const response = message as FromEngine; // from our own process: both ends compile against PreviewCalls
    const waiting = pending.get(response.id);
    pending.delete(response.id);
    if (response.type === 'again') {
      // After the calls that wait meanwhile.
      if (waiting === undefined || hasEnded) return;
      pending.set(response.id, waiting);
      return child.send(waiting.message);
    }
    if (response.type === 'response') return waiting?.resolve(response.value);
    const { code, message: text, serviceMessage, details } = response.error;
    waiting?.reject(new AppError(code, text, { serviceMessage, details }));
  });

  return {
    call: <Name extends PreviewCallName>(name: Name, request: PreviewRequest<Name>) =>
      new Promise<PreviewResponse<Name>>((resolve, reject) => {
        if (hasEnded) return reject(stopped());
        const id = ++lastId;
        const message: ToEngine = { id, name, request } as ToEngine; // a name with its own request
        // The process responds with the type of this name.
        pending.set(id, { message, resolve: (value) => resolve(value as PreviewResponse<Name>), reject });
        child.send(message);
      }),
    isIdle: () => pending.size === 0,
    stop: () => {
      child.kill();
      end(true);
    },
    ended,
  };
}
