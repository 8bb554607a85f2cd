import type { Configuration, Provider } from 'oidc-provider';

/** How to configure the provider for one grant. One file per grant, collected in `grants.ts`. */
export interface ServiceGrant {
  /** RFC 6749 §4: `grant_type`. */
  grantType: string;
  features?: Pick<NonNullable<Configuration['features']>, 'clientCredentials' | 'deviceFlow'>;
  routes?: Configuration['routes'];
  /** In seconds. `tokenLifetime`: lifetime of an access token. */
  ttl?(tokenLifetime: () => number): Configuration['ttl'];
  /** Registers what the provider does not do itself. */
  register?(provider: Provider): void;
}
