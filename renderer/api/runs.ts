import { useSyncExternalStore } from 'react';
import type { ArrivingRun, RunSummary } from '../../app/shared/contract/contract.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import { call, reportOf } from './client.ts';

/**
 * How the last GET of a resource went. `before`: the answer of an earlier one, which is still shown while the next one
 * runs, until `arriving` brings the first rows of it, and where it fails.
 */
export type RunState =
  | { status: 'idle' }
  | { status: 'running'; before: RunSummary | undefined; arriving?: ArrivingRun }
  | { status: 'done'; run: RunSummary }
  | { status: 'failed'; error: ErrorReport; before: RunSummary | undefined };

/** How the last GET that ended went; a cancelled one did not end. */
export type Outcome = 'succeeded' | 'failed';

const idle: RunState = { status: 'idle' };
const runs = new Map<string, RunState>();
/** Replaced when one of them changes: the sidebar need not draw for each row that arrives. */
let outcomes: ReadonlyMap<string, Outcome> = new Map();
const listeners = new Set<() => void>();

function set(id: string, state: RunState): void {
  runs.set(id, state);
  noteOutcome(id, state);
  for (const listener of listeners) listener();
}

function noteOutcome(id: string, state: RunState): void {
  if (state.status !== 'done' && state.status !== 'failed') return;
  const outcome = state.status === 'done' && state.run.error === undefined ? 'succeeded' : 'failed';
  if (outcomes.get(id) !== outcome) outcomes = new Map(outcomes).set(id, outcome);
}

/** GETs a resource. While it runs, a second call does nothing. */
export async function runResource(id: string): Promise<void> {
  const current = runs.get(id) ?? idle;
  if (current.status === 'running') return;
  const before = current.status === 'done' ? current.run : current.status === 'failed' ? current.before : undefined;
  set(id, { status: 'running', before });
  try {
    const run = await call('resources.run', { id });
    set(id, { status: 'done', run: withKnownColumns(run, runs.get(id)) });
  } catch (error) {
    const report = reportOf(error);
    // A cancel is no failure: what was there before stays.
    if (report.code === 'http.cancelled') set(id, current);
    // A refusal's words are no data.
    else set(id, { status: 'failed', error: report, before: before?.error === undefined ? before : undefined });
  }
}

/** Rows of the GET that runs. `null`: there are none after all. */
export function noteArriving(id: string, arriving: ArrivingRun | null): void {
  const current = runs.get(id);
  if (current?.status !== 'running') return;
  if (arriving === null) {
    set(id, { status: 'running', before: current.before });
    return;
  }
  const known = current.arriving?.table.columns;
  const columns = known !== undefined && isSame(known, arriving.table.columns) ? known : arriving.table.columns;
  set(id, { ...current, arriving: { ...arriving, table: { ...arriving.table, columns } } });
}

/** The table that is shown goes on with its rows and widths when the rest of them comes: the same columns stay the same. */
function withKnownColumns(run: RunSummary, before: RunState | undefined): RunSummary {
  const known = before?.status === 'running' ? before.arriving?.table.columns : undefined;
  if (run.body.status !== 'parsed' || known === undefined || !isSame(known, run.body.columns)) return run;
  return { ...run, body: { ...run.body, columns: known } };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The resource was deleted: its answer went with it, and an undo starts anew. */
export function forgetRun(id: string): void {
  runs.delete(id);
  if (outcomes.has(id)) outcomes = new Map([...outcomes].filter(([each]) => each !== id));
  for (const listener of listeners) listener();
}

export const cancelRun = (id: string): void => {
  void call('resources.cancelRun', { id });
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useRun = (id: string): RunState => useSyncExternalStore(subscribe, () => runs.get(id) ?? idle);

export const useOutcomes = (): ReadonlyMap<string, Outcome> => useSyncExternalStore(subscribe, () => outcomes);

/** Whether rows of an earlier or the last GET are shown. */
export function hasData(state: RunState): boolean {
  if (state.status === 'done') return state.run.error === undefined;
  return state.status !== 'idle' && state.before !== undefined;
}
