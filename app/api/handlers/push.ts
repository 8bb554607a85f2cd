import type { Pushes } from '../../feeds/push/pushes.ts';
import type { AreaHandlers, Opened } from './handlers.ts';

export const pushHandlers = (opened: Opened<{ pushes: Pushes }>): AreaHandlers<'push'> => ({
  'push.list': async () => (await opened()).pushes.list(),
  'push.save': async ({ push, secrets }) => (await opened()).pushes.save(push, secrets),
  'push.delete': async ({ id }) => {
    (await opened()).pushes.remove(id);
    return {};
  },
  'push.restore': async ({ id }) => (await opened()).pushes.restore(id),
  'push.send': async ({ id }) => (await opened()).pushes.send(id),
});
