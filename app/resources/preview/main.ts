import { message } from '../../shared/messages/message.ts';
/**
 * The preview process: keeps bodies, and reads what the window shows of them. Bodies are untrusted input: what exhausts
 * this process must not end the app (row 46). It ends with the process that started it.
 */

import { findParent } from '../../process/parent-process.ts';
import { RequestError, reportError } from '../../shared/errors.ts';
import { Body } from './body.ts';
import { bodyFolderPrefix, removeLeftFiles } from './body-file.ts';
import { ExportJobs } from './export/export-jobs.ts';
import { shapedSource } from './export/shaped-source.ts';
import { collectGarbage } from './garbage.ts';
import type { FromEngine, PreviewCallName, PreviewRequest, PreviewResponse, ToEngine } from './messages.ts';
import { Unfinished } from './shape/work.ts';

/** A body of this size has its own process, so nobody waits while its memory is freed. */
const worthCollecting = 16 * 1024 * 1024;

const bodies = new Map<string, Body>();
const exports = new ExportJobs();
/** The process that started this one removes what it leaves. */
const filePrefix = `${bodyFolderPrefix}${process.argv[2] ?? ''}-`;

/** Throws RequestError `preview.gone`. */
function use(previewId: string): Body {
  const body = bodies.get(previewId);
  if (body === undefined) throw new RequestError('preview.gone', message('preview.gone'));
  return body;
}

function forget(previewId: string): null {
  const body = bodies.get(previewId);
  const freed = body?.byteLength ?? 0;
  body?.close();
  bodies.delete(previewId);
  // The process may wait for hours for the next body.
  if (freed >= worthCollecting) collectGarbage();
  return null;
}

const handlers: { [Name in PreviewCallName]: (request: PreviewRequest<Name>) => PreviewResponse<Name> } = {
  open: ({ previewId, options }) => {
    bodies.set(previewId, new Body(options, filePrefix));
    return null;
  },
  // The sender may drop the body while this chunk arrives.
  chunk: ({ previewId, bytes }) => {
    bodies.get(previewId)?.write(bytes);
    return null;
  },
  arriving: ({ previewId }) => use(previewId).arriving(),
  endPage: (request) => use(request.previewId).endPage(request),
  end: ({ previewId }) => {
    const body = use(previewId);
    const summary = body.end();
    return { summary, byteLength: body.byteLength, fields: body.fields };
  },
  forget: ({ previewId }) => forget(previewId),
  table: (request) => use(request.previewId).table(request),
  columns: (request) => use(request.previewId).columns(request),
  rows: (request) => use(request.previewId).rows(request),
  statistics: (request) => use(request.previewId).tables.statistics(request),
  find: (request) => use(request.previewId).tables.findNext(request),
  copy: (request) => use(request.previewId).tables.copy(request),
  path: (request) => use(request.previewId).path(request),
  paths: (request) => use(request.previewId).paths(),
  tree: (request) => use(request.previewId).tree(request),
  text: (request) => use(request.previewId).text(request),
  value: (request) => use(request.previewId).value(request),
  chart: (request) => use(request.previewId).tables.chart(request),
  findLines: (request) => use(request.previewId).findLines(request),
  findNodes: (request) => use(request.previewId).findNodes(request),
  exportStart: ({ previewId, exportId, target, choices, selection, ...view }) => {
    // They stay readable when a new run drops the body.
    const { tables } = use(previewId);
    return exports.start(exportId, () => shapedSource(tables, view, selection), { target, choices });
  },
  exportStep: ({ exportId }) => exports.step(exportId),
  exportStop: ({ exportId }) => exports.stop(exportId),
  saveBody: (request) => use(request.previewId).saveBody(request),
};

const parent = findParent();
const send = (message: FromEngine) => parent?.send(message);

function respond<Name extends PreviewCallName>(id: number, name: Name, request: PreviewRequest<Name>): void {
  try {
    send({ type: 'response', id, value: handlers[name](request) });
  } catch (error) {
    send(error instanceof Unfinished ? { type: 'again', id } : { type: 'error', id, error: reportError(error) });
  }
}

parent?.onMessage((message) => {
  const { id, name, request } = message as ToEngine; // from our own app: both ends compile against PreviewCalls
  respond(id, name, request);
});
parent?.onGone(() => process.exit());

removeLeftFiles(Date.now());
