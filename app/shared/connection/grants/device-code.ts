import type { GrantDefinition } from './grant-definition.ts';
import { oauth2Protocol } from './oauth2-protocol.ts';

/** RFC 8628. */
export const deviceCode: GrantDefinition = {
  protocol: oauth2Protocol,
  grantType: 'urn:ietf:params:oauth:grant-type:device_code',
  fields: () => ['deviceAuthorizationUrl', 'extraAuthorizationParameters'],
  // §3.1: no other grant needs it.
  ownEndpoint: 'deviceAuthorizationUrl',
  reservedAuthorizationParameters: ({ scopes, scopeParameter }) => [
    'client_id',
    'client_secret',
    'grant_type',
    ...(scopes.length === 0 ? [] : [scopeParameter]),
  ],
  hasUser: true,
  consentBringsRefreshToken: true,
  asksAgain: () => false,
};
