import type { Reloads } from '../../resources/schedule/reloads.ts';
import type { AreaHandlers, Opened } from './handlers.ts';

export interface ReloadHandlersDeps {
  reloads: Pick<Reloads, 'list' | 'pauseAll' | 'watch'>;
}

export const reloadHandlers = (opened: Opened<ReloadHandlersDeps>): AreaHandlers<'reload'> => ({
  'reload.list': async () => (await opened()).reloads.list(),
  'reload.pause': async ({ isPaused }) => {
    (await opened()).reloads.pauseAll(isPaused);
    return {};
  },
  'reload.watch': async (watched) => {
    (await opened()).reloads.watch(watched);
    return {};
  },
});
