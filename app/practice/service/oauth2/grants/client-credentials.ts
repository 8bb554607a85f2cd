import type { ServiceGrant } from './service-grant.ts';

/** RFC 6749 §4.4. */
export const clientCredentials: ServiceGrant = {
  grantType: 'client_credentials',
  features: { clientCredentials: { enabled: true } },
  ttl: (tokenLifetime) => ({ ClientCredentials: tokenLifetime }),
};
