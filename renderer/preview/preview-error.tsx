import type { ErrorReport } from '../../app/shared/errors.ts';
import { ErrorPanel } from '../errors/error-panel.tsx';
import { text } from '../messages/text.ts';
import classes from './preview.module.css';

/** A part of the preview that could not be loaded, usually because its body is no longer kept. */
export function PreviewError({ error, onRun }: { error: ErrorReport; onRun: () => void }) {
  return (
    <div className={classes.problem}>
      <ErrorPanel error={error} actions={{ try_again: onRun }} words={{ try_again: text('preview.runAgain') }} />
    </div>
  );
}
