import { oauth2Settings } from './complete-settings.ts';
import type { GrantRunner } from './grant-runner.ts';

/** RFC 6749 §4.1. */
export const authorizationCodeGrant: GrantRunner = {
  protocol: 'oauth2',
  request: async ({ connection, secrets }, context, deps) => {
    const settings = await oauth2Settings(connection, secrets, deps);
    const { requestAuthorizationCodeToken } = await import('../../oauth/authorization-code.ts');
    return requestAuthorizationCodeToken(settings, context());
  },
  asksAgain: () => false,
};
