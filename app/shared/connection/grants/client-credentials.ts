import { message } from '../../messages/message.ts';
import type { GrantDefinition } from './grant-definition.ts';
import { oauth2Protocol } from './oauth2-protocol.ts';

/** RFC 6749 §4.4. */
export const clientCredentials: GrantDefinition = {
  protocol: oauth2Protocol,
  grantType: 'client_credentials',
  fields: () => [],
  // For confidential clients only: without a secret anyone could impersonate the app.
  problems: ({ clientAuthentication }) =>
    clientAuthentication === 'none'
      ? [
          {
            field: 'clientAuthentication',
            message: message('fields.clientCredentials.method'),
          },
        ]
      : [],
  hasUser: false,
  consentBringsRefreshToken: false,
  // §4.4.3
  asksAgain: () => true,
};
