import type { Grant } from '../../../app/shared/connection/grant-names.ts';
import { authorizationCodeView } from './authorization-code.ts';
import { clientCredentialsView } from './client-credentials.ts';
import { deviceCodeView } from './device-code.ts';
import type { GrantView } from './grant-view.ts';
import { oauth1View } from './oauth1.ts';
import { passwordView } from './password.ts';

/** In the order of the choice. A grant that the window cannot show does not compile. */
export const grantViews: Record<Grant, GrantView> = {
  authorization_code: authorizationCodeView,
  password: passwordView,
  oauth1: oauth1View,
  client_credentials: clientCredentialsView,
  device_code: deviceCodeView,
};
