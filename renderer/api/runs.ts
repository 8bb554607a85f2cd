import { createStore, useStore } from 'zustand';
import type { ArrivingRun, EventPayload, RunSummary } from '../../app/shared/contract/contract.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import type { LastRun } from '../../app/shared/resource/last-run.ts';
import { call, reportOf } from './client.ts';

/**
 * The result of a resource's last GET. `before`: the response of an earlier GET. It stays visible while the next GET runs,
 * until `arriving` brings the first rows, and also if the next GET fails.
 */
export type RunState =
  | { status: 'idle' }
  /** `isOwn`: this window started it. */
  | { status: 'running'; isOwn: boolean; before: RunSummary | undefined; arriving?: ArrivingRun }
  | { status: 'done'; run: RunSummary }
  /** `at`: when it ended, epoch ms. */
  | { status: 'failed'; error: ErrorReport; at: number; before: RunSummary | undefined };

/** The result of the last GET that finished. A cancelled GET does not count. `code`: the error's; `null`: it succeeded. */
export type Outcome = Pick<LastRun, 'code'>;

const idle: RunState = { status: 'idle' };
const runs = createStore<ReadonlyMap<string, RunState>>(() => new Map());
/** A separate store, so that the sidebar does not render for each row that arrives. */
const outcomes = createStore<ReadonlyMap<string, Outcome>>(() => new Map());
/** Resources that main fetches again while their data is shown. The page shows the data as it is until the run ends. */
const reloading = createStore<ReadonlySet<string>>(() => new Set());

const runOf = (id: string): RunState => runs.getState().get(id) ?? idle;

function set(id: string, state: RunState): void {
  runs.setState(new Map(runs.getState()).set(id, state), true);
  if (state.status !== 'done' && state.status !== 'failed') return;
  const code = (state.status === 'done' ? state.run.error : state.error)?.code ?? null;
  const known = outcomes.getState();
  if (known.get(id)?.code !== code) outcomes.setState(new Map(known).set(id, { code }), true);
}

/** GETs a resource. While the window runs it, a second call does nothing. */
export async function runResource(id: string): Promise<void> {
  const current = runOf(id);
  if (current.status === 'running' && current.isOwn) return;
  const before = shownRun(current);
  set(id, { status: 'running', isOwn: true, before });
  setReloading(id, false);
  try {
    const run = await call('resources.run', { id });
    set(id, { status: 'done', run: withKnownColumns(run, runOf(id)) });
  } catch (error) {
    const report = reportOf(error);
    // A cancelled GET is not a failure: the previous data stays.
    if (report.code === 'http.cancelled') set(id, current.status === 'running' ? idle : current);
    // The body of a refused request is not data. The rows before a page that failed are.
    else set(id, { status: 'failed', error: report, at: Date.now(), before: dataOf(before) });
  }
}

/** A run that main started. Where data is shown, it stays as it is, without a sign of progress. */
export function noteStarted(id: string): void {
  const current = runOf(id);
  if (current.status === 'idle') set(id, { status: 'running', isOwn: false, before: undefined });
  else if (current.status !== 'running') setReloading(id, true);
}

/** The end of a run that main started. */
export function noteEnded({ id, run, error }: EventPayload<'resources.runEnded'>): void {
  const current = runOf(id);
  setReloading(id, false);
  // The user's own run has replaced it.
  if (current.status === 'running' && current.isOwn) return;
  const failure = error ?? run?.error;
  if (failure?.code === 'http.cancelled') {
    if (current.status === 'running') set(id, idle);
  } else if (failure !== undefined)
    set(id, { status: 'failed', error: failure, at: run?.receivedAt ?? Date.now(), before: dataOf(shownRun(current)) });
  else if (run !== null) set(id, { status: 'done', run: withKnownColumns(run, current) });
}

const shownRun = (state: RunState): RunSummary | undefined =>
  state.status === 'done' ? state.run : state.status === 'idle' ? undefined : state.before;

const dataOf = (run: RunSummary | undefined): RunSummary | undefined => (hasRows(run) ? run : undefined);

/** Rows of the running GET. `null`: it has no rows after all. */
export function noteArriving(id: string, arriving: ArrivingRun | null): void {
  const current = runOf(id);
  if (current.status !== 'running') return;
  const { isOwn, before } = current;
  if (arriving === null) {
    set(id, { status: 'running', isOwn, before });
    return;
  }
  const known = current.arriving?.table.columns;
  const columns = known !== undefined && isSame(known, arriving.table.columns) ? known : arriving.table.columns;
  set(id, { ...current, arriving: { ...arriving, table: { ...arriving.table, columns } } });
}

/** The table keeps its rows and widths when more rows or the next response arrive: unchanged columns stay the same object. */
function withKnownColumns(run: RunSummary, before: RunState): RunSummary {
  const shown = shownRun(before)?.body;
  const arriving = before.status === 'running' ? before.arriving?.table.columns : undefined;
  const known = arriving ?? (shown?.status === 'parsed' ? shown.columns : undefined);
  if (run.body.status !== 'parsed' || known === undefined || !isSame(known, run.body.columns)) return run;
  return { ...run, body: { ...run.body, columns: known } };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The resource was deleted with its response. After an undo it starts without one. */
export function forgetRun(id: string): void {
  runs.setState(without(runs.getState(), id), true);
  outcomes.setState(without(outcomes.getState(), id), true);
  setReloading(id, false);
}

/** Returns the same map if it has no entry. */
const without = <Value>(map: ReadonlyMap<string, Value>, id: string): ReadonlyMap<string, Value> =>
  map.has(id) ? new Map([...map].filter(([each]) => each !== id)) : map;

function setReloading(id: string, isReloading: boolean): void {
  const known = reloading.getState();
  if (known.has(id) === isReloading) return;
  reloading.setState(new Set(isReloading ? [...known, id] : [...known].filter((each) => each !== id)), true);
}

export const cancelRun = (id: string): void => {
  void call('resources.cancelRun', { id });
};

export const useRun = (id: string): RunState => useStore(runs, (all) => all.get(id) ?? idle);

export const useReloading = (id: string): boolean => useStore(reloading, (all) => all.has(id));

export const useOutcomes = (): ReadonlyMap<string, Outcome> => useStore(outcomes);

/** Whether rows of an earlier or the last GET are shown. */
export function hasData(state: RunState): boolean {
  if (state.status === 'done') return hasRows(state.run);
  return state.status !== 'idle' && state.before !== undefined;
}

const hasRows = (run: RunSummary | undefined): boolean => run?.error === undefined || run.pages !== undefined;
