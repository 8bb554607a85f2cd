import type { ClientMetadata, Configuration } from 'oidc-provider';

interface Kind extends Pick<Configuration, 'pkce' | 'ttl' | 'rotateRefreshToken' | 'clientAuthMethods'> {
  /** The provider itself takes the one for the other. */
  refusesBasic?: boolean;
  /** Device code and client credentials. */
  otherGrants?: boolean;
  client?: Partial<ClientMetadata>;
}

const grantTypes = {
  everything: [
    'authorization_code',
    'refresh_token',
    'client_credentials',
    'urn:ietf:params:oauth:grant-type:device_code',
  ],
};

/** Kinds of services that there are, each a configuration of one provider. */
export const oidcKinds = {
  'that requires PKCE': { pkce: { required: () => true } },
  'with a public client': {
    client: { token_endpoint_auth_method: 'none', client_secret: undefined },
    clientAuthMethods: ['none'],
  },
  'that takes the secret in the body only': {
    client: { token_endpoint_auth_method: 'client_secret_post' },
    clientAuthMethods: ['client_secret_post'],
    refusesBasic: true,
  },
  'that takes the secret by Basic only, with characters to encode': {
    clientAuthMethods: ['client_secret_basic'],
    // RFC 6749 appendix A.1, A.2 allow all of these; §2.3.1 has them form-encoded before Base64.
    client: { client_id: 'board:1 %2B+&=/?"', client_secret: 'p:%2F +&=~!*\'()"\\^` |<>#@ 0123456789' },
  },
  'that rotates refresh tokens': { rotateRefreshToken: () => true },
  'that keeps refresh tokens': { rotateRefreshToken: () => false },
  'that responds by fragment': {},
  'that responds by form_post': {},
  'that names itself with iss': {},
  'whose tokens live for seconds': {
    ttl: { AccessToken: 4, RefreshToken: 600, IdToken: 600 },
    rotateRefreshToken: () => true,
  },
  'with device code and client credentials': {
    client: { grant_types: grantTypes.everything },
    otherGrants: true,
  },
} satisfies Record<string, Kind>;
export type OidcKind = keyof typeof oidcKinds;
export const kindOf = (kind: OidcKind): Kind => oidcKinds[kind];

/** The form that the response is asked for in. */
export const responseModeOf = (kind: OidcKind): 'default' | 'fragment' | 'form_post' =>
  kind === 'that responds by fragment' ? 'fragment' : kind === 'that responds by form_post' ? 'form_post' : 'default';
