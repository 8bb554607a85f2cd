import { closeOverlay, confirm } from '../../common/window-state.ts';
import { text } from '../../messages/text.ts';

/** What a form reports to its dialog. */
export interface DialogProgress {
  /** Something runs that only Cancel ends. */
  isBusy: boolean;
  /** Closing would lose input. */
  hasChanges: boolean;
}

export const untouched: DialogProgress = { isBusy: false, hasChanges: false };

/** Closes the dialog; asks first if input would be lost. */
export function leaveDialog({ hasChanges }: DialogProgress): void {
  if (!hasChanges) closeOverlay();
  else
    confirm({
      title: () => text('peaka.dialog.leave.title'),
      text: () => text('peaka.dialog.leave.text'),
      confirmLabel: () => text('peaka.dialog.leave.confirm'),
      onConfirm: closeOverlay,
    });
}
