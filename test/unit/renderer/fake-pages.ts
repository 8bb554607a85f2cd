import type { RunSummary } from '../../../app/shared/contract/contract.ts';
import { message } from '../../../app/shared/messages/message.ts';
import { newPages } from '../../../app/shared/resource/pages.ts';
import type { Resource } from '../../../app/shared/resource/resource.ts';
import type { Emit } from './fake-bridge.ts';
import { fakeRows } from './fake-preview.ts';
import type { FakeState } from './fake-state.ts';

const pageRows = 50;
const total = 500;

/**
 * A service of 500 rows in pages of 50. Without a setting it responds with the first page, and offers the rest. With one,
 * the first page is there and the second never comes; once cancelled, the run ends with the rows of `state.rows`.
 */
export async function runOfPages(
  { pages, id }: Resource,
  {
    state,
    emit,
    cancelled,
    summary,
  }: {
    state: FakeState;
    emit: Emit;
    cancelled: () => Promise<void>;
    summary: (rows: number) => RunSummary;
  },
): Promise<RunSummary> {
  state.rows = pageRows;
  if (pages === null)
    return { ...summary(pageRows), pagesOffer: { pages: newPages('page'), rowCount: pageRows, totalRows: total } };
  tellPages(state, emit, id);
  await cancelled();
  emit('resources.pages', { id, progress: null });
  const count = state.rows / pageRows;
  return {
    ...summary(state.rows),
    pages: { count, end: 'stopped' },
    notes: [message('pages.stopped', { rows: state.rows, pages: count })],
  };
}

/** What main tells of the rows so far. */
function tellPages(state: FakeState, emit: Emit, id: string): void {
  const { rows } = state;
  const page = rows / pageRows;
  const table = { dataPath: '', rowCount: rows, columns: fakeRows.columns };
  const facts = {
    status: 200,
    statusText: 'OK',
    contentType: 'application/json',
    finalUrl: 'https://api.example.com/',
  };
  const soFar = { durationMs: 84, bytes: 12_300, receivedAt: Date.now(), notes: [] };
  emit('resources.arriving', { id, run: { ...facts, ...soFar, previewId: id, table, pageCount: page } });
  emit('resources.pages', { id, progress: { page: page + 1, rowCount: rows, totalRows: total, waitsUntil: null } });
}
