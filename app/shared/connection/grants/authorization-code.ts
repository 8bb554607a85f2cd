import { authorizationRequestParameters } from '../reserved-parameters.ts';
import type { GrantDefinition } from './grant-definition.ts';
import { oauth2Protocol } from './oauth2-protocol.ts';

/** RFC 6749 §4.1. */
export const authorizationCode: GrantDefinition = {
  protocol: oauth2Protocol,
  grantType: 'authorization_code',
  fields: () => [
    'authorizationUrl',
    'callbackUrl',
    'issuerInCallback',
    'accessType',
    'pkce',
    'responseMode',
    'window',
    'session',
    'extraAuthorizationParameters',
  ],
  reservedAuthorizationParameters: ({ scopes, scopeParameter, accessType, responseMode }) => [
    ...authorizationRequestParameters,
    ...(scopes.length === 0 ? [] : [scopeParameter]),
    ...(accessType === null ? [] : ['access_type']),
    ...(responseMode === 'default' ? [] : ['response_mode']),
  ],
  hasUser: true,
  consentBringsRefreshToken: true,
  asksAgain: () => false,
};
