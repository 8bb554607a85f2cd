import type { GrantDefinition } from './grant-definition.ts';
import { oauth1Protocol } from './oauth1-protocol.ts';

/** RFC 5849 §2, the only grant of OAuth1. */
export const oauth1: GrantDefinition = {
  protocol: oauth1Protocol,
  grantType: undefined,
  fields: () => [],
  // A second `oauth_token` would replace the login's token.
  reservedAuthorizationParameters: () => ['oauth_token'],
  hasUser: true,
  consentBringsRefreshToken: false,
  asksAgain: () => false,
};
