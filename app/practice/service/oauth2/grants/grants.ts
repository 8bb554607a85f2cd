import { authorizationCode } from './authorization-code.ts';
import { clientCredentials } from './client-credentials.ts';
import { deviceCode } from './device-code.ts';
import { password } from './password.ts';
import type { ServiceGrant } from './service-grant.ts';

/** All that a token can be requested with; OAuth1 is a service of its own. */
export const serviceGrants: readonly ServiceGrant[] = [authorizationCode, password, clientCredentials, deviceCode];
