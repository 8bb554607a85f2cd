import { message } from '../../messages/message.ts';
import type { GrantDefinition } from './grant-definition.ts';
import { oauth2Protocol } from './oauth2-protocol.ts';

/** RFC 6749 §4.3. */
export const password: GrantDefinition = {
  protocol: oauth2Protocol,
  grantType: 'password',
  fields: () => ['username', 'rememberPassword'],
  problems: ({ username }) =>
    username === '' ? [{ field: 'username', message: message('fields.username.missing') }] : [],
  secrets: () => [{ name: 'password', message: message('fields.secret.password') }],
  hasUser: true,
  consentBringsRefreshToken: false,
  asksAgain: ({ rememberPassword }, hasPassword) => rememberPassword && hasPassword,
};
