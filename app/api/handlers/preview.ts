import type { Platform } from '../../platform/platform.ts';
import type { Previews } from '../../resources/preview/previews.ts';
import type { Runs } from '../../resources/runs.ts';
import { saveBody } from '../../resources/save-body.ts';
import { saveChart } from '../../resources/save-chart.ts';
import type { ResourceStore } from '../../resources/store.ts';
import type { AreaHandlers, Opened } from './handlers.ts';

export interface PreviewHandlersDeps {
  previews: Pick<
    Previews,
    | 'table'
    | 'columns'
    | 'rows'
    | 'statistics'
    | 'find'
    | 'copy'
    | 'path'
    | 'paths'
    | 'tree'
    | 'text'
    | 'value'
    | 'chart'
    | 'findLines'
    | 'findNodes'
    | 'saveBody'
  >;
  /** For the name of a saved body's file. */
  resources: Pick<ResourceStore, 'find'>;
  runs: Pick<Runs, 'resourceOf'>;
}

export const previewHandlers = (
  opened: Opened<PreviewHandlersDeps>,
  platform: Pick<Platform, 'pickSaveFile'>,
): AreaHandlers<'preview'> => ({
  'preview.table': async (request) => (await opened()).previews.table(request),
  'preview.columns': async (request) => (await opened()).previews.columns(request),
  'preview.rows': async (request) => (await opened()).previews.rows(request),
  'preview.statistics': async (request) => (await opened()).previews.statistics(request),
  'preview.findInTable': async (request) => (await opened()).previews.find(request),
  'preview.copy': async (request) => (await opened()).previews.copy(request),
  'preview.path': async (request) => (await opened()).previews.path(request),
  'preview.paths': async (request) => (await opened()).previews.paths(request),
  'preview.tree': async (request) => (await opened()).previews.tree(request),
  'preview.text': async (request) => (await opened()).previews.text(request),
  'preview.value': async (request) => (await opened()).previews.value(request),
  'preview.chart': async (request) => (await opened()).previews.chart(request),
  'preview.saveChart': async (request) => ({ path: await saveChart(request, { ...(await opened()), platform }) }),
  'preview.findLines': async (request) => (await opened()).previews.findLines(request),
  'preview.findNodes': async (request) => (await opened()).previews.findNodes(request),
  'preview.saveBody': async ({ previewId }) => ({
    path: await saveBody(previewId, { ...(await opened()), platform }),
  }),
});
