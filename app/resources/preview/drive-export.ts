import type { Engine } from './engine.ts';
import type { ExportProgress } from './export/export-job.ts';
import type { PreviewRequest } from './messages.ts';

/**
 * Has a table written, a little at each call, so that the process goes on reading rows. Stays with the process that has
 * the body, also when a new run replaces the preview. `null`: cancelled.
 */
export async function driveExport(
  engine: Engine,
  request: PreviewRequest<'exportStart'>,
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void,
): Promise<ExportProgress | null> {
  const { previewId, exportId } = request;
  await engine.call('exportStart', request);
  for (;;) {
    if (signal.aborted) {
      await engine.call('exportStop', { previewId, exportId });
      return null;
    }
    const progress = await engine.call('exportStep', { previewId, exportId });
    if (!progress.isDone || progress.part) onProgress(progress);
    if (progress.isDone) return progress;
  }
}
