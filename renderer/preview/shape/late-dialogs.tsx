import { latePart, useIdle, useLatePart } from '../../common/lazy.ts';
import { useShaping } from './shaping.tsx';

const lateDialogs = latePart(async () => (await import('./dialogs/shape-dialogs.tsx')).ShapeDialogs);

/** The dialogs, loaded when the window is idle or one is opened. */
export function LateShapeDialogs() {
  const { editing } = useShaping();
  const isIdle = useIdle();
  const Dialogs = useLatePart(lateDialogs, isIdle || editing !== undefined);
  return Dialogs === undefined ? null : <Dialogs />;
}
