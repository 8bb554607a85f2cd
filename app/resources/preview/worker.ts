// Entry of the preview worker: keeps the bodies, answers what the window shows of them.
import { parentPort, workerData } from 'node:worker_threads';
import { reportError } from '../../errors.ts';
import { Bodies } from './bodies.ts';
import { removeLeftFiles } from './body-file.ts';
import type { Answer, FromWorker, QuestionName, Request, ToWorker } from './messages.ts';
import { rehearse } from './rehearse.ts';

const bodies = new Bodies(typeof workerData?.budgetBytes === 'number' ? workerData.budgetBytes : undefined);

const answers: { [Name in QuestionName]: (request: Request<Name>) => Answer<Name> } = {
  open: ({ previewId, options }) => {
    bodies.open(previewId, options);
    return null;
  },
  arriving: ({ previewId }) => bodies.use(previewId).arriving(),
  end: ({ previewId }) => {
    const summary = bodies.use(previewId).end();
    bodies.trim();
    return summary;
  },
  close: () => {
    bodies.close();
    return null;
  },
  forget: ({ previewId }) => {
    bodies.forget(previewId);
    return null;
  },
  table: (request) => bodies.use(request.previewId).table(request),
  columns: (request) => bodies.use(request.previewId).columns(request),
  rows: (request) => bodies.use(request.previewId).rows(request),
  tree: (request) => bodies.use(request.previewId).tree(request),
  text: (request) => bodies.use(request.previewId).text(request),
  value: (request) => bodies.use(request.previewId).value(request),
  saveBody: (request) => bodies.use(request.previewId).saveBody(request),
};

const send = (message: FromWorker) => parentPort?.postMessage(message);

function answer<Name extends QuestionName>(id: number, name: Name, request: Request<Name>): void {
  try {
    send({ type: 'answer', id, value: answers[name](request) });
  } catch (error) {
    send({ type: 'error', id, error: reportError(error) });
  }
}

parentPort?.on('message', (message: ToWorker) => {
  if (message.type === 'ask') return answer(message.id, message.name, message.request);
  // The window may have let go of it while it arrives.
  bodies.find(message.previewId)?.write(new Uint8Array(message.bytes));
  send({ type: 'taken', previewId: message.previewId });
});

removeLeftFiles(Date.now());
rehearse();
