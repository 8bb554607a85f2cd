import { Button, Progress } from '@mantine/core';
import { call } from '../../api/client.ts';
import { formatBytes, formatCount } from '../../common/numbers.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { text } from '../../messages/text.ts';
import { toastError } from '../../notices/toast.tsx';
import classes from './export.module.css';
import { cancelExport, useExport } from './running-exports.ts';

/** How far an export is, or what became of it. In its dialog, and in a notice after that closed. */
export function ExportStatus({ id }: { id: string }) {
  const running = useExport(id);
  if (running === undefined) return null;
  const { status, rows, rowCount, bytes, result, error } = running;
  if (status === 'failed' && error !== undefined) return <ErrorPanel error={error} actions={{}} isSmall />;
  if (status === 'cancelled') return <p className={classes.fact}>{text('exportDialog.cancelled')}</p>;
  if (status === 'done' && result !== undefined)
    return (
      <div className={classes.done} role="status">
        <p className={classes.fact}>
          {text('exportDialog.done', { rows: result.rows, size: formatBytes(result.bytes) })}
        </p>
        <p className={classes.path}>{result.path}</p>
        {result.cutTexts === 0 ? null : (
          <p className={classes.fact}>{text('exportDialog.cut', { count: result.cutTexts })}</p>
        )}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void call('export.showInFolder', { id }).catch(toastError)}
        >
          {text('exportDialog.show')}
        </Button>
      </div>
    );
  const share = rowCount === 0 ? 0 : (rows / rowCount) * 100;
  return (
    <div className={classes.running}>
      <Progress value={share} aria-label={text('exportDialog.progress')} transitionDuration={0} />
      <div className={classes.row}>
        <p className={classes.fact}>
          {rowCount === 0
            ? text('exportDialog.preparing')
            : text('exportDialog.rows', {
                rows: formatCount(rows),
                rowCount: formatCount(rowCount),
                size: formatBytes(bytes),
              })}
        </p>
        <Button size="compact-sm" variant="default" onClick={() => cancelExport(id)}>
          {text('exportDialog.stop')}
        </Button>
      </div>
    </div>
  );
}
