import { type CopyAsDeps, copyAs } from '../../resources/copy-as/copy-as.ts';
import type { AreaHandlers, Opened } from './handlers.ts';

export const copyAsHandlers = (opened: Opened<CopyAsDeps>): AreaHandlers<'copyAs'> => ({
  // Row 35: secrets leave main only if the user chose them.
  'copyAs.request': async (request) => copyAs(request, await opened()),
});
