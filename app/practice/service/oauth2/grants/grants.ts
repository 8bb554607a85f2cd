import { authorizationCode } from './authorization-code.ts';
import { clientCredentials } from './client-credentials.ts';
import { deviceCode } from './device-code.ts';
import { password } from './password.ts';
import type { ServiceGrant } from './service-grant.ts';

/** Every OAuth2 grant. OAuth1 has its own endpoints. */
export const serviceGrants: readonly ServiceGrant[] = [authorizationCode, password, clientCredentials, deviceCode];
