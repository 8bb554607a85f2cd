import { oauth2Settings } from './complete-settings.ts';
import { grantContext } from './grant-context.ts';
import type { GrantRunner } from './grant-runner.ts';

/** RFC 6749 §4.1. */
export const authorizationCodeGrant: GrantRunner = {
  request: async (run, deps) => {
    const { connection, secrets } = run;
    const settings = await oauth2Settings(connection, secrets, deps);
    const { requestAuthorizationCodeToken } = await import('../../oauth/authorization-code.ts');
    return requestAuthorizationCodeToken(settings, grantContext(run, deps));
  },
};
