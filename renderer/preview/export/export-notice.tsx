import { hideNotice, showNotice } from '../../notices/toast.tsx';
import { ExportStatus } from './export-status.tsx';
import { onExport, readExport } from './running-exports.ts';

/** Follows an export in the corner of the window, until it is over and its result was read or dismissed. */
export function noticeOf(id: string): void {
  if (readExport(id) === undefined) return;
  const notice = showNotice(<ExportStatus id={id} />);
  const stop = onExport(id, ({ status }) => {
    if (status === 'cancelled') hideNotice(notice);
    if (status !== 'running') stop();
  });
}
