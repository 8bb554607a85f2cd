import { oauth1Settings } from './complete-settings.ts';
import type { ProtocolRunner } from './protocol-runner.ts';

export const oauth1ProtocolRunner: ProtocolRunner = {
  revoke: async ({ connection, secrets, tokenSet }, deps) => {
    const { revokeOAuth1Token } = await import('../../oauth/revoke.ts');
    const { http, signal, clocks, now } = deps;
    await revokeOAuth1Token(await oauth1Settings(connection, secrets, deps), tokenSet, { http, signal, clocks, now });
  },
};
