import { Worker } from 'node:worker_threads';
import { RequestError } from '../../errors.ts';
import type { Answer, FromWorker, QuestionName, Request, ToWorker } from './messages.ts';

/** One run of the worker. When it ends, by itself or not, every open question fails with `preview.stopped`. */
export interface WorkerLink {
  ask<Name extends QuestionName>(name: Name, request: Request<Name>): Promise<Answer<Name>>;
  /** The buffer is given away. Resolves when the worker took it in. */
  sendChunk(previewId: string, bytes: ArrayBuffer): Promise<void>;
  stop(): Promise<void>;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const stopped = (cause?: unknown) =>
  new RequestError('preview.stopped', 'The preview stopped unexpectedly. Run the resource again.', { cause });

/** `onEnd`: the worker is gone. */
export function startWorker(entry: URL, budgetBytes: number | undefined, onEnd: () => void): WorkerLink {
  const worker = new Worker(entry, { workerData: { budgetBytes } });
  const questions = new Map<number, Waiting>();
  const chunks: Waiting[] = [];
  let lastId = 0;
  let ended = false;

  const end = (cause?: unknown) => {
    if (ended) return;
    ended = true;
    onEnd();
    for (const waiting of [...questions.values(), ...chunks]) waiting.reject(stopped(cause));
    questions.clear();
    chunks.length = 0;
  };
  worker.on('error', end);
  worker.on('messageerror', end);
  worker.on('exit', () => end());
  worker.on('message', (message: FromWorker) => {
    if (message.type === 'taken') return chunks.shift()?.resolve(undefined);
    const waiting = questions.get(message.id);
    questions.delete(message.id);
    if (message.type === 'answer') return waiting?.resolve(message.value);
    const { code, message: text, said, details } = message.error;
    waiting?.reject(new RequestError(code, text, { said, details }));
  });
  const send = (message: ToWorker, transfer: ArrayBuffer[] = []) => worker.postMessage(message, transfer);

  return {
    ask: <Name extends QuestionName>(name: Name, request: Request<Name>) =>
      new Promise<Answer<Name>>((resolve, reject) => {
        if (ended) return reject(stopped());
        const id = ++lastId;
        // The worker answers with the type that belongs to the name: both ends compile against Questions.
        questions.set(id, { resolve: (value) => resolve(value as Answer<Name>), reject });
        send({ type: 'ask', id, name, request } as ToWorker);
      }),
    sendChunk: (previewId, bytes) =>
      new Promise<void>((resolve, reject) => {
        if (ended) return reject(stopped());
        // Chunks are taken in the order they are sent.
        chunks.push({ resolve: () => resolve(), reject });
        send({ type: 'chunk', previewId, bytes }, [bytes]);
      }),
    stop: async () => {
      await worker.terminate();
      end();
    },
  };
}
