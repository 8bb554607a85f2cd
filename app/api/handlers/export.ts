import type { Exports } from '../../resources/export/exports.ts';
import type { AreaHandlers, Opened } from './handlers.ts';

export const exportHandlers = (opened: Opened<{ exports: Exports }>): AreaHandlers<'export'> => ({
  'export.start': async (request) => (await opened()).exports.start(request),
  'export.cancel': async ({ id }) => {
    (await opened()).exports.cancel(id);
    return {};
  },
  'export.showInFolder': async ({ id }) => {
    await (await opened()).exports.showInFolder(id);
    return {};
  },
});
