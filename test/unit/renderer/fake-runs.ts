import type { ResourceView, RunSummary } from '../../../app/shared/contract/contract.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { type Emit, FakeError, type Handlers } from './fake-bridge.ts';
import { runOfPages } from './fake-pages.ts';
import { fakeRows } from './fake-preview.ts';
import type { FakeState } from './fake-state.ts';

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs, played: each ends as `state.run` says. `resource`: the view with an ID. */
export function runHandlers(
  state: FakeState,
  emit: Emit,
  resource: (id: string) => ResourceView,
): Pick<Handlers, 'resources.run' | 'resources.cancelRun'> {
  const cancels = new Map<string, () => void>();
  return {
    'resources.run': async ({ id }) => {
      if (state.run === 'pages') {
        const cancelled = () => new Promise<void>((resolve) => cancels.set(id, resolve));
        const summary = (rows: number) => runSummary(id, rows);
        return runOfPages(resource(id).resource, { state, emit, cancelled, summary });
      }
      if (state.run === 'arrives') {
        const { body, ...facts } = runSummary(id, state.rows);
        const table = { dataPath: '', rowCount: state.rows / 2, columns: fakeRows.columns };
        emit('resources.arriving', { id, run: { ...facts, previewId: id, table } });
      }
      if (state.run === 'wait' || state.run === 'arrives')
        await new Promise<void>((_resolve, reject) =>
          cancels.set(id, () =>
            reject(new FakeError({ code: 'http.cancelled', message: verbatim('The request was cancelled.') })),
          ),
        );
      await rest(30);
      if (typeof state.run === 'object') throw new FakeError(state.run);
      if (state.nextRuns !== undefined) state.run = state.nextRuns;
      return runSummary(id, state.rows);
    },
    'resources.cancelRun': ({ id }) => {
      cancels.get(id)?.();
      return {};
    },
  };
}

function runSummary(id: string, rowCount: number): RunSummary {
  return {
    previewId: id,
    status: 200,
    statusText: 'OK',
    durationMs: 84,
    // A long response is shown line by line.
    bytes: rowCount > 100_000 ? rowCount * 44 : 12_300,
    contentType: 'application/json',
    finalUrl: 'https://api.example.com/v1/sales',
    receivedAt: Date.now(),
    notes: [],
    body: {
      status: 'parsed',
      rootKind: 'array',
      dataPaths: [{ pointer: '', label: 'root', rowCount }],
      dataPath: '',
      rowCount,
      sourceRowCount: rowCount,
      stepRowCounts: [],
      stepProblems: [],
      totalRows: null,
      hasAllColumns: true,
      columns: fakeRows.columns,
      notes: [],
      lineCount: rowCount + 2,
    },
  };
}
