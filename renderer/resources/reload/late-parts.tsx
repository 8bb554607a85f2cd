import { latePart, useLatePart } from '../../common/lazy.ts';
import type { ReloadPanelProps } from './reload-panel.tsx';
import type { StatusLineProps } from './status-line.tsx';

const latePanel = latePart(async () => (await import('./reload-panel.tsx')).ReloadPanel);
const lateLine = latePart(async () => (await import('./status-line.tsx')).StatusLine);

export function LateReloadPanel(props: ReloadPanelProps) {
  const ReloadPanel = useLatePart(latePanel, true);
  return ReloadPanel === undefined ? null : <ReloadPanel key={props.draft.id} {...props} />;
}

/** Loaded with the first run, or where there was one before. */
export function LateStatusLine(props: StatusLineProps) {
  const { view, draft, run } = props;
  const isNeeded = run.status !== 'idle' || view.lastRun !== null || draft.reload.seconds !== null;
  const StatusLine = useLatePart(lateLine, isNeeded);
  return StatusLine === undefined || !isNeeded ? null : <StatusLine {...props} />;
}
