import type { ChildProcess } from '../../platform/platform.ts';
import { AppError, RequestError } from '../../shared/errors.ts';
import type { Answer, FromEngine, QuestionName, Request, ToEngine } from './messages.ts';

/** One preview process. When it ends, wanted or not, every open question fails with `preview.stopped`. */
export interface Engine {
  ask<Name extends QuestionName>(name: Name, request: Request<Name>): Promise<Answer<Name>>;
  /** It works on nothing. */
  isIdle(): boolean;
  stop(): void;
  readonly ended: Promise<void>;
}

interface Pending {
  previewId: string;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const stopped = () =>
  new RequestError('preview.stopped', 'The preview of this response stopped. It may need too much memory.');

/** `onEnd`: the process has gone. `culprit`: the preview that it worked on, unless it was stopped. */
export function startEngine(child: ChildProcess, onEnd: (culprit: string | undefined) => void): Engine {
  // In the order in which they were asked, which is the order of work: the first one is being worked on.
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let hasEnded = false;

  const end = (isWanted: boolean) => {
    if (hasEnded) return;
    hasEnded = true;
    const [current] = pending.values();
    onEnd(isWanted ? undefined : current?.previewId);
    for (const { reject } of pending.values()) reject(stopped());
    pending.clear();
  };
  const ended = child.exited.then(() => end(false));
  child.onMessage((message) => {
    const answer = message as FromEngine; // from our own process: both ends compile against Questions
    const waiting = pending.get(answer.id);
    pending.delete(answer.id);
    if (answer.type === 'answer') return waiting?.resolve(answer.value);
    const { code, message: text, serviceMessage, details } = answer.error;
    waiting?.reject(new AppError(code, text, { serviceMessage, details }));
  });

  return {
    ask: <Name extends QuestionName>(name: Name, request: Request<Name>) =>
      new Promise<Answer<Name>>((resolve, reject) => {
        if (hasEnded) return reject(stopped());
        const id = ++lastId;
        const { previewId } = request;
        // The process answers with the type that belongs to the name.
        pending.set(id, { previewId, resolve: (value) => resolve(value as Answer<Name>), reject });
        const message: ToEngine = { id, name, request } as ToEngine; // a name with its own request
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
