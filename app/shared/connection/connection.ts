import { z } from 'zod';
import { secretValuesSchema } from '../secret-values-schema.ts';
import { grants } from './grant-names.ts';
import { tokenMappingSchema, tokenPlacementSchema } from './token-mapping.ts';
import { tokenSources } from './token-sources.ts';

/** `basic`: form-encoded before Base64 (RFC 6749 §2.3.1). `basic_raw`: not encoded, for services that do not decode. */
export const clientAuthentications = ['basic', 'basic_raw', 'body', 'none'] as const;
/** The value of `response_mode`. `default`: the parameter is not sent. */
export const responseModes = ['default', 'query', 'fragment', 'form_post'] as const;
export const signatureMethods = ['HMAC-SHA1', 'HMAC-SHA256', 'RSA-SHA1', 'PLAINTEXT'] as const;

const parameters = z.record(z.string().min(1).max(200), z.string().max(4000));

/**
 * One authorization at one service, without its secrets: the vault keeps those under this `id`
 * (`connectionSecretNames`). URLs are stored as the user typed them; `variables` fill in `{name}`.
 */
export const connectionSchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(200),
  /** `null`: Custom. */
  presetId: z.string().max(100).nullable(),
  grant: z.enum(grants),
  /** Of OpenID Connect or RFC 8414. Empty if unknown. The callback's `iss` must equal it (RFC 9207). */
  issuer: z.string().max(4000),
  /** The service sends `iss` with every response, so a response without it is refused (RFC 9207 §2.4). */
  issuerInCallback: z.boolean(),
  /** OAuth1 only: the temporary credential endpoint (RFC 5849 §2.1). */
  requestUrl: z.string().max(4000),
  authorizationUrl: z.string().max(4000),
  accessTokenUrl: z.string().max(4000),
  /** Empty: same as the access token URL. */
  refreshUrl: z.string().max(4000),
  /** RFC 7009. Empty if the service has none. */
  revocationUrl: z.string().max(4000),
  /** RFC 7662. Empty if the service has none. */
  introspectionUrl: z.string().max(4000),
  /** RFC 8628, device code only. */
  deviceAuthorizationUrl: z.string().max(4000),
  /** A GET that returns the account (the userinfo endpoint, or the service's own). Empty if there is none. */
  accountUrl: z.string().max(4000),
  /** JSON Pointer to the account's name in that response. Empty: the usual claims. */
  accountPointer: z.string().max(500),
  callbackUrl: z.string().max(4000),
  clientId: z.string().max(4000),
  scopes: z.array(z.string().min(1).max(1000)).max(500),
  scopeSeparator: z.enum([' ', ',']),
  scopeParameter: z.string().min(1).max(100),
  /** Sent as `access_type`; `null`: not sent. */
  accessType: z.string().max(100).nullable(),
  clientAuthentication: z.enum(clientAuthentications),
  /** Format of the token, refresh and revocation requests. */
  tokenRequestFormat: z.enum(['form', 'json']),
  pkce: z.enum(['S256', 'none']),
  responseMode: z.enum(responseModes),
  window: z.enum(['popup', 'browser']),
  /** The popup's session: keeps its cookies between logins, or starts without cookies each time. */
  session: z.enum(['kept', 'fresh']),
  extraAuthorizationParameters: parameters,
  extraTokenParameters: parameters,
  extraRefreshParameters: parameters,
  tokenMapping: tokenMappingSchema,
  /**
   * Values of the callback or the token response for `{name}` in URLs. Name → `callback:<parameter>` (QuickBooks:
   * `realmId`) or `token:<JSON Pointer>` (Salesforce: `/instance_url`).
   */
  capturedValues: parameters,
  tokenPlacement: tokenPlacementSchema,
  /** Sent with every GET of this connection, for example a version header. */
  apiHeaders: parameters,
  /**
   * Sent with every request to the authorization server. With `secret` the vault keeps the value (`tokenHeaderSecret`),
   * and `value` is empty.
   */
  tokenHeaders: z
    .array(z.object({ name: z.string().min(1).max(200), value: z.string().max(4000), secret: z.boolean() }))
    .max(50),
  /** Hosts that may receive the token: `api.example.com`, `*.example.com`, or `host:port` (row 42). */
  hosts: z.array(z.string().min(1).max(300)).max(100),
  /** Values for `{name}` in the URLs, such as a tenant. */
  variables: parameters,
  /** Each `{name}` in URLs, parameters and headers whose value the vault keeps as `value:<name>`. */
  secretValues: secretValuesSchema,
  /** What looks like a credential but is not, according to the user (`openName`). */
  inTheOpen: z.array(z.string().max(300)).max(200).default([]),
  /** Password grant. */
  username: z.string().max(1000),
  rememberPassword: z.boolean(),
  /** OAuth1. */
  tokenSource: z.enum(tokenSources),
  signatureMethod: z.enum(signatureMethods),
  realm: z.string().max(1000),
});
export type Connection = z.infer<typeof connectionSchema>;

/**
 * What the vault keeps for a connection. `privateKey`: PEM, RSA-SHA1. `ownToken`, `ownTokenSecret`: OAuth1, entered by
 * the user. `tokenSet`: JSON of `TokenSet`.
 */
export const connectionSecretNames = [
  'clientSecret',
  'password',
  'privateKey',
  'ownToken',
  'ownTokenSecret',
  'tokenSet',
] as const;
/** Secrets that the user enters. */
export const typedSecretNames = ['clientSecret', 'password', 'privateKey', 'ownToken', 'ownTokenSecret'] as const;
/** `header:<name>`: a header of token requests, its name in lower case. `value:<name>`: a secret value. */
export type ConnectionSecretName = (typeof connectionSecretNames)[number] | `header:${string}` | `value:${string}`;
export type ConnectionSecrets = Partial<Record<(typeof connectionSecretNames)[number], string>> & {
  [name: `header:${string}` | `value:${string}`]: string;
};
