import { oauth2Settings } from './complete-settings.ts';
import type { ProtocolRunner } from './protocol-runner.ts';

export const oauth2ProtocolRunner: ProtocolRunner = {
  revoke: async ({ connection, secrets, tokenSet }, deps) => {
    const { revokeToken } = await import('../../oauth/revoke.ts');
    const { http, signal } = deps;
    await revokeToken(await oauth2Settings(connection, secrets, deps), tokenSet, { http, signal });
  },
  introspect: async ({ connection, secrets, tokenSet }, deps) => {
    const { introspectToken } = await import('../../oauth/introspect.ts');
    const { http, signal, now } = deps;
    return introspectToken(await oauth2Settings(connection, secrets, deps), tokenSet, { http, signal, now });
  },
};
