import { fork } from 'node:child_process';
import { once } from 'node:events';

/** Starts `service.ts`; ask for `refreshes`, `current` (the token it accepts), `login` (its times), `large` (that body's bytes). */
export async function startService() {
  const child = fork(new URL('service.ts', import.meta.url), { execArgv: [] });
  const next = async (): Promise<unknown> => (await once(child, 'message'))[0];
  const origin = String(await next());
  return {
    origin,
    ask: (what: 'refreshes' | 'current' | 'login' | 'large') => {
      const response = next();
      child.send(what);
      return response;
    },
    stop: () => child.kill(),
  };
}
