import type { CallRequest, CallResponse } from '../../../app/shared/contract/contract.ts';
import type { Emit, Handlers } from './fake-bridge.ts';

type ExportCalls = 'export.start' | 'export.cancel' | 'export.showInFolder';
type Result = CallResponse<'export.start'>;

/** Exports, played: each reports half of its rows and waits until the test ends it. */
export interface FakeExport {
  started: CallRequest<'export.start'>[];
  /** `true`: an export goes on until `finish` or a cancel. Otherwise it ends at once. */
  waits: boolean;
  finish: (() => void) | undefined;
  shownInFolder: string[];
}

export const emptyExport = (): FakeExport => ({ started: [], waits: false, finish: undefined, shownInFolder: [] });

export function exportHandlers(state: FakeExport, emit: Emit): Pick<Handlers, ExportCalls> {
  const cancels = new Map<string, () => void>();
  return {
    'export.start': (request) =>
      new Promise<Result>((resolve) => {
        state.started.push(request);
        const { id, choices } = request;
        const done: Result = {
          path: `/home/ann/Sales by day.${choices.format}`,
          rows: 1204,
          bytes: 48_000,
          cutTexts: 0,
        };
        emit('export.progress', { id, rows: 602, rowCount: 1204, bytes: 24_000 });
        cancels.set(id, () => resolve(null));
        if (!state.waits) resolve(done);
        else state.finish = () => resolve(done);
      }),
    'export.cancel': ({ id }) => {
      cancels.get(id)?.();
      return {};
    },
    'export.showInFolder': ({ id }) => {
      state.shownInFolder.push(id);
      return {};
    },
  };
}
