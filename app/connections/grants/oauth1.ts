import { oauth1Settings } from './complete-settings.ts';
import { grantContext } from './grant-context.ts';
import type { GrantRunner } from './grant-runner.ts';

/** RFC 5849. */
export const oauth1Grant: GrantRunner = {
  request: async (run, deps) => {
    const { connection, secrets } = run;
    const { requestOAuth1Token } = await import('../../oauth/oauth1.ts');
    return requestOAuth1Token(await oauth1Settings(connection, secrets, deps), grantContext(run, deps));
  },
};
