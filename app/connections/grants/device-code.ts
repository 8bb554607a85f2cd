import { oauth2Settings } from './complete-settings.ts';
import { grantContext } from './grant-context.ts';
import type { GrantRunner } from './grant-runner.ts';

/** RFC 8628. */
export const deviceCodeGrant: GrantRunner = {
  request: async (run, deps) => {
    const { connection, secrets } = run;
    const settings = await oauth2Settings(connection, secrets, deps);
    const { requestDeviceCodeToken } = await import('../../oauth/device-code.ts');
    return requestDeviceCodeToken(settings, grantContext(run, deps));
  },
};
