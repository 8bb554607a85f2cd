import type { Platform } from '../../platform/platform.ts';
import { suggestedFileName } from '../../resources/file-name.ts';
import type { AreaHandlers, OpenedCore } from './handlers.ts';

export const previewHandlers = (opened: OpenedCore, platform: Platform): AreaHandlers<'preview'> => ({
  'preview.table': async (request) => (await opened()).previews.table(request),
  'preview.columns': async (request) => (await opened()).previews.columns(request),
  'preview.rows': async (request) => (await opened()).previews.rows(request),
  'preview.tree': async (request) => (await opened()).previews.tree(request),
  'preview.text': async (request) => (await opened()).previews.text(request),
  'preview.value': async (request) => (await opened()).previews.value(request),
  'preview.saveBody': async ({ previewId }) => {
    const { previews, resources, runs } = await opened();
    const resourceId = runs.resourceOf(previewId);
    const resource = resourceId === undefined ? undefined : resources.find(resourceId);
    const path = await platform.pickSaveFile(suggestedFileName(resource?.name ?? 'data', resource?.format ?? 'json'));
    if (path === undefined) return { path: null };
    await previews.saveBody(previewId, path);
    return { path };
  },
});
