import type { GrantDefinition } from './grant-definition.ts';
import { oauth1Protocol } from './oauth1-protocol.ts';

/** RFC 5849 §2: the one way of OAuth1 to a token. */
export const oauth1: GrantDefinition = {
  protocol: oauth1Protocol,
  grantType: undefined,
  fields: () => [],
  // Another token would be swapped in there.
  reservedAuthorizationParameters: () => ['oauth_token'],
  hasUser: true,
  consentBringsRefreshToken: false,
  asksAgain: () => false,
};
