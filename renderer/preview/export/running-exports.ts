import { createStore, useStore } from 'zustand';
import type { CallRequest, CallResponse } from '../../../app/shared/contract/contract.ts';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import { call, onEvent, reportOf } from '../../api/client.ts';
import { newId } from '../../common/new-id.ts';

/** An export that the window started. It goes on when its dialog closes. */
export interface RunningExport {
  id: string;
  rows: number;
  /** 0: not known yet. */
  rowCount: number;
  bytes: number;
  status: 'running' | 'done' | 'cancelled' | 'failed';
  result?: NonNullable<CallResponse<'export.start'>>;
  error?: ErrorReport;
}

const store = createStore<Record<string, RunningExport>>(() => ({}));

function change(id: string, part: Partial<RunningExport>): void {
  const before = store.getState()[id];
  if (before !== undefined) store.setState({ [id]: { ...before, ...part } });
}

let isListening = false;
function listen(): void {
  if (isListening) return;
  isListening = true;
  onEvent('export.progress', ({ id, rows, rowCount, bytes }) => change(id, { rows, rowCount, bytes }));
}

/** Starts an export and returns its ID. */
export function startExport(request: Omit<CallRequest<'export.start'>, 'id'>): string {
  listen();
  const id = newId();
  store.setState({ [id]: { id, rows: 0, rowCount: 0, bytes: 0, status: 'running' } });
  call('export.start', { ...request, id }).then(
    (result) => change(id, result === null ? { status: 'cancelled' } : { status: 'done', result }),
    (error: unknown) => change(id, { status: 'failed', error: reportOf(error) }),
  );
  return id;
}

/** Its file is removed. */
export const cancelExport = (id: string): void => void call('export.cancel', { id }).catch(() => undefined);

export const useExport = (id: string | undefined): RunningExport | undefined =>
  useStore(store, (exports) => (id === undefined ? undefined : exports[id]));

export const readExport = (id: string): RunningExport | undefined => store.getState()[id];
/** Calls `listener` at each change of the export. Returns the function that stops this. */
export const onExport = (id: string, listener: (running: RunningExport) => void): (() => void) =>
  store.subscribe((exports, before) => {
    const running = exports[id];
    if (running !== undefined && running !== before[id]) listener(running);
  });
