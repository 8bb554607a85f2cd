import type { Engine } from './engine.ts';
import type { ExportProgress } from './export/export-job.ts';
import type { PreviewRequest } from './messages.ts';

/**
 * Has a table written, a little at each call, so that the process goes on reading rows. Stays with the process that has
 * the body, also when a new run replaces the preview. The next call waits until `onProgress` resolves; if it rejects, so
 * does this. `null`: cancelled.
 */
export async function driveExport(
  engine: Engine,
  request: PreviewRequest<'exportStart'>,
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void | Promise<void>,
): Promise<ExportProgress | null> {
  const { previewId, exportId } = request;
  await engine.call('exportStart', request);
  const stop = () => engine.call('exportStop', { previewId, exportId });
  for (;;) {
    if (signal.aborted) {
      await stop();
      return null;
    }
    const progress = await engine.call('exportStep', { previewId, exportId });
    try {
      if (!progress.isDone || progress.part) await onProgress(progress);
    } catch (error) {
      await stop();
      throw error;
    }
    if (progress.isDone) return progress;
  }
}
