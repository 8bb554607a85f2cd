import type { Configuration, Provider } from 'oidc-provider';

/** What the provider has to be told for one grant: a file for each, collected in `grants.ts`. */
export interface ServiceGrant {
  /** RFC 6749 §4: `grant_type`. */
  grantType: string;
  features?: Pick<NonNullable<Configuration['features']>, 'clientCredentials' | 'deviceFlow'>;
  routes?: Configuration['routes'];
  /** In seconds. `tokenLifetime`: of an access token. */
  ttl?(tokenLifetime: () => number): Configuration['ttl'];
  /** What the provider does not do by itself. */
  register?(provider: Provider): void;
}
