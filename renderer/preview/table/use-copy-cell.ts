import { useCallback } from 'react';
import type { Cell } from '../../../app/shared/preview/preview.ts';
import { copyText } from '../../common/copy-text.ts';
import { isWhole, wholeText } from '../whole-text.ts';

/** Ctrl C copies the active cell: at once if its full text is loaded, else as soon as the value arrives. */
export function useCopyCell(previewId: string, cell: Cell | undefined, pointer: string | undefined) {
  return useCallback(
    (event: ClipboardEvent) => {
      if (cell === undefined || !(document.getSelection()?.isCollapsed ?? true)) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', cell.text);
      if (!isWhole(cell)) void wholeText(previewId, pointer, cell).then(copyText);
    },
    [previewId, cell, pointer],
  );
}
