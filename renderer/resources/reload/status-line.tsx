import { Button } from '@mantine/core';
import type { ResourceView } from '../../../app/shared/contract/contract.ts';
import type { ReloadState } from '../../../app/shared/contract/reload.ts';
import type { Resource } from '../../../app/shared/resource/resource.ts';
import { pauseReloads, useReload, useReloadsPaused } from '../../api/reloads.ts';
import { type RunState, useReloading } from '../../api/runs.ts';
import { formatDuration } from '../../common/numbers.ts';
import { RelativeTime } from '../../common/relative-time.tsx';
import { adviceTitle } from '../../errors/advice.ts';
import { rich } from '../../messages/rich.ts';
import { text } from '../../messages/text.ts';
import { toastError } from '../../notices/toast.tsx';
import type { EditResource } from '../use-draft.ts';
import classes from './status-line.module.css';
import { useLimitNote } from './use-limit-note.ts';

export interface StatusLineProps {
  view: ResourceView;
  draft: Resource;
  run: RunState;
  edit: EditResource;
}

/**
 * `Fetched 12 s ago · 84 ms · 1,204 rows · next in 18 s · Pause`, from the first run on. Only its times tick. No live
 * region: a screen reader must not be interrupted every few seconds.
 */
export function StatusLine({ view, draft, run, edit }: StatusLineProps) {
  const reload = useReload(draft.id);
  const isReloading = useReloading(draft.id);
  const isAllPaused = useReloadsPaused();
  const limit = useLimitNote(draft);
  const last = lastOf(view, run);
  const { seconds, isPaused } = draft.reload;
  if (last === undefined && seconds === null) return null;
  const isRunning = isReloading || run.status === 'running';
  return (
    <div className={`${classes.line} tabular`} data-status-line>
      {last === undefined ? null : (
        <span data-bad={last.hasFailed || undefined}>
          {rich(last.hasFailed ? 'reload.status.failed' : 'reload.status.fetched', {
            time: () => <RelativeTime time={last.at} />,
          })}
        </span>
      )}
      {last?.facts.map((fact) => (
        <span key={fact} className={classes.fact}>
          {fact}
        </span>
      ))}
      {isRunning ? <span>{text('reload.status.fetching')}</span> : <Next reload={reload} isAllPaused={isAllPaused} />}
      {limit === undefined ? null : (
        <span className={classes.limit} title={limit}>
          {text('reload.status.limit')}
        </span>
      )}
      {seconds === null ? null : isAllPaused ? (
        <Action label={text('reload.line.resumeAll')} onClick={() => void pauseReloads(false).catch(toastError)} />
      ) : (
        <Action
          label={text(isPaused ? 'reload.line.resume' : 'reload.line.pause')}
          onClick={() => edit({ reload: { ...draft.reload, isPaused: !isPaused } })}
        />
      )}
    </div>
  );
}

function Action({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button className={classes.action ?? ''} size="compact-xs" variant="default" onClick={onClick}>
      {label}
    </Button>
  );
}

function Next({ reload, isAllPaused }: { reload: ReloadState | undefined; isAllPaused: boolean }) {
  if (reload === undefined || reload.status === 'off' || reload.status === 'running') return null;
  if (reload.status === 'paused')
    return <span>{text(isAllPaused ? 'reload.status.allPaused' : 'reload.status.paused')}</span>;
  if (reload.status === 'stopped' && reload.code !== null)
    return (
      <span data-bad className={classes.long}>
        {text('reload.status.stopped', { cause: adviceTitle(reload.code) })}
      </span>
    );
  if (reload.nextAt === null) return null;
  const words =
    reload.delayedBy === 'service' ? 'asked' : reload.delayedBy === 'failure' ? ('retry' as const) : ('next' as const);
  return <span>{rich(`reload.status.${words}`, { time: () => <RelativeTime time={reload.nextAt ?? 0} /> })}</span>;
}

interface Last {
  /** Epoch ms. */
  at: number;
  hasFailed: boolean;
  facts: string[];
}

/** The last run: of this window, or else what main remembers from before. */
function lastOf({ lastRun }: ResourceView, run: RunState): Last | undefined {
  if (run.status === 'failed') return { at: run.at, hasFailed: true, facts: [] };
  const shown = run.status === 'done' ? run.run : run.status === 'running' ? run.before : undefined;
  if (shown === undefined)
    return lastRun === null ? undefined : { at: lastRun.at, hasFailed: lastRun.code !== null, facts: [] };
  const facts = [formatDuration(shown.durationMs)];
  const { body } = shown;
  if (body.status === 'parsed' && body.dataPath !== null && shown.error === undefined)
    facts.push(
      body.totalRows === null
        ? text('preview.rowCount', { count: body.sourceRowCount })
        : text('preview.rowCount.page', { count: body.sourceRowCount, total: body.totalRows }),
    );
  return { at: shown.receivedAt, hasFailed: shown.error !== undefined, facts };
}
