import type { GrantDefinition } from './grant-definition.ts';
import { oauth2Protocol } from './oauth2-protocol.ts';

/** RFC 6749 §4.3. */
export const password: GrantDefinition = {
  protocol: oauth2Protocol,
  grantType: 'password',
  fields: () => ['username', 'rememberPassword'],
  problems: ({ username }) => (username === '' ? [{ field: 'username', message: 'Enter the user name.' }] : []),
  secrets: () => [{ name: 'password', message: 'Enter the password.' }],
  hasUser: true,
  consentBringsRefreshToken: false,
  asksAgain: ({ rememberPassword }, hasPassword) => rememberPassword && hasPassword,
};
