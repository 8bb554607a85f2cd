import { createStore, useStore } from 'zustand';
import type { ArrivingRun, RunSummary } from '../../app/shared/contract/contract.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import { call, reportOf } from './client.ts';

/**
 * The result of a resource's last GET. `before`: the response of an earlier GET. It stays visible while the next GET runs,
 * until `arriving` brings the first rows, and also if the next GET fails.
 */
export type RunState =
  | { status: 'idle' }
  | { status: 'running'; before: RunSummary | undefined; arriving?: ArrivingRun }
  | { status: 'done'; run: RunSummary }
  | { status: 'failed'; error: ErrorReport; before: RunSummary | undefined };

/** The result of the last GET that finished. A cancelled GET does not count. */
export type Outcome = 'succeeded' | 'failed';

const idle: RunState = { status: 'idle' };
const runs = createStore<ReadonlyMap<string, RunState>>(() => new Map());
/** A separate store, so that the sidebar does not render for each row that arrives. */
const outcomes = createStore<ReadonlyMap<string, Outcome>>(() => new Map());

const runOf = (id: string): RunState => runs.getState().get(id) ?? idle;

function set(id: string, state: RunState): void {
  runs.setState(new Map(runs.getState()).set(id, state), true);
  if (state.status !== 'done' && state.status !== 'failed') return;
  const outcome = state.status === 'done' && state.run.error === undefined ? 'succeeded' : 'failed';
  const known = outcomes.getState();
  if (known.get(id) !== outcome) outcomes.setState(new Map(known).set(id, outcome), true);
}

/** GETs a resource. While it runs, a second call does nothing. */
export async function runResource(id: string): Promise<void> {
  const current = runOf(id);
  if (current.status === 'running') return;
  const before = current.status === 'done' ? current.run : current.status === 'failed' ? current.before : undefined;
  set(id, { status: 'running', before });
  try {
    const run = await call('resources.run', { id });
    set(id, { status: 'done', run: withKnownColumns(run, runOf(id)) });
  } catch (error) {
    const report = reportOf(error);
    // A cancelled GET is not a failure: the previous data stays.
    if (report.code === 'http.cancelled') set(id, current);
    // The body of a refused request is not data. The rows before a page that failed are.
    else set(id, { status: 'failed', error: report, before: hasRows(before) ? before : undefined });
  }
}

/** Rows of the running GET. `null`: it has no rows after all. */
export function noteArriving(id: string, arriving: ArrivingRun | null): void {
  const current = runOf(id);
  if (current.status !== 'running') return;
  if (arriving === null) {
    set(id, { status: 'running', before: current.before });
    return;
  }
  const known = current.arriving?.table.columns;
  const columns = known !== undefined && isSame(known, arriving.table.columns) ? known : arriving.table.columns;
  set(id, { ...current, arriving: { ...arriving, table: { ...arriving.table, columns } } });
}

/** The table keeps its rows and widths when more rows arrive: unchanged columns stay the same object. */
function withKnownColumns(run: RunSummary, before: RunState): RunSummary {
  const known = before.status === 'running' ? before.arriving?.table.columns : undefined;
  if (run.body.status !== 'parsed' || known === undefined || !isSame(known, run.body.columns)) return run;
  return { ...run, body: { ...run.body, columns: known } };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The resource was deleted with its response. After an undo it starts without one. */
export function forgetRun(id: string): void {
  runs.setState(without(runs.getState(), id), true);
  outcomes.setState(without(outcomes.getState(), id), true);
}

/** Returns the same map if it has no entry. */
const without = <Value>(map: ReadonlyMap<string, Value>, id: string): ReadonlyMap<string, Value> =>
  map.has(id) ? new Map([...map].filter(([each]) => each !== id)) : map;

export const cancelRun = (id: string): void => {
  void call('resources.cancelRun', { id });
};

export const useRun = (id: string): RunState => useStore(runs, (all) => all.get(id) ?? idle);

export const useOutcomes = (): ReadonlyMap<string, Outcome> => useStore(outcomes);

/** Whether rows of an earlier or the last GET are shown. */
export function hasData(state: RunState): boolean {
  if (state.status === 'done') return hasRows(state.run);
  return state.status !== 'idle' && state.before !== undefined;
}

const hasRows = (run: RunSummary | undefined): boolean => run?.error === undefined || run.pages !== undefined;
