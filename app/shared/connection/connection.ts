import { z } from 'zod';
import { secretValuesSchema } from '../secret-values-schema.ts';
import { grants } from './grant-names.ts';
import { tokenMappingSchema, tokenPlacementSchema } from './token-mapping.ts';
import { tokenSources } from './token-sources.ts';

/** `basic`: form-encoded before Base64 (RFC 6749 §2.3.1); `basic_raw`: for services that want the two as they are. */
export const clientAuthentications = ['basic', 'basic_raw', 'body', 'none'] as const;
/** Asked for by `response_mode`; `default`: the parameter is not sent. */
export const responseModes = ['default', 'query', 'fragment', 'form_post'] as const;
export const signatureMethods = ['HMAC-SHA1', 'HMAC-SHA256', 'RSA-SHA1', 'PLAINTEXT'] as const;

const parameters = z.record(z.string().min(1).max(200), z.string().max(4000));

/**
 * One authorization at one service, without its secrets: those are in the vault under this `id`
 * (`connectionSecretNames`). URLs are kept as the user typed them; `{name}` in them is filled from `variables`.
 */
export const connectionSchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(200),
  /** `null`: Custom. */
  presetId: z.string().max(100).nullable(),
  grant: z.enum(grants),
  /** OpenID Connect or RFC 8414; empty where none is known. The callback's `iss` must equal it (RFC 9207). */
  issuer: z.string().max(4000),
  /** The service says that it sends `iss` with every response: one without is refused (RFC 9207 §2.4). */
  issuerInCallback: z.boolean(),
  /** OAuth1 only: the temporary credential endpoint (RFC 5849 §2.1). */
  requestUrl: z.string().max(4000),
  authorizationUrl: z.string().max(4000),
  accessTokenUrl: z.string().max(4000),
  /** Empty: the access token URL. */
  refreshUrl: z.string().max(4000),
  /** RFC 7009; empty where the service has none. */
  revocationUrl: z.string().max(4000),
  /** RFC 7662; empty where the service has none. */
  introspectionUrl: z.string().max(4000),
  /** RFC 8628, device code only. */
  deviceAuthorizationUrl: z.string().max(4000),
  /** A GET that says who is logged in (the userinfo endpoint, or the service's own); empty where there is none. */
  accountUrl: z.string().max(4000),
  /** JSON Pointer of the name in its response; empty: the usual claims. */
  accountPointer: z.string().max(500),
  callbackUrl: z.string().max(4000),
  clientId: z.string().max(4000),
  scopes: z.array(z.string().min(1).max(1000)).max(500),
  scopeSeparator: z.enum([' ', ',']),
  scopeParameter: z.string().min(1).max(100),
  /** Sent as `access_type`; `null`: not sent. */
  accessType: z.string().max(100).nullable(),
  clientAuthentication: z.enum(clientAuthentications),
  /** Of the token, refresh and revocation requests. */
  tokenRequestFormat: z.enum(['form', 'json']),
  pkce: z.enum(['S256', 'none']),
  responseMode: z.enum(responseModes),
  window: z.enum(['popup', 'browser']),
  /** Of the popup: keeps its cookies from login to login, or starts without any each time. */
  session: z.enum(['kept', 'fresh']),
  extraAuthorizationParameters: parameters,
  extraTokenParameters: parameters,
  extraRefreshParameters: parameters,
  tokenMapping: tokenMappingSchema,
  /**
   * Values of the callback or the token response that URLs may use as `{name}`: name → `callback:<parameter>` (QuickBooks:
   * `realmId`) or `token:<JSON Pointer>` (Salesforce: `/instance_url`).
   */
  capturedValues: parameters,
  tokenPlacement: tokenPlacementSchema,
  /** Sent with every GET of this connection (for example a version header). */
  apiHeaders: parameters,
  /**
   * Sent with every request to the authorization server. With `secret` the value rests in the vault (`tokenHeaderSecret`),
   * and `value` is empty.
   */
  tokenHeaders: z
    .array(z.object({ name: z.string().min(1).max(200), value: z.string().max(4000), secret: z.boolean() }))
    .max(50),
  /** Hosts that may get the token: `api.example.com`, `*.example.com`, or `host:port` (row 42). */
  hosts: z.array(z.string().min(1).max(300)).max(100),
  /** Values for `{name}` in the URLs, such as a tenant. */
  variables: parameters,
  /** `{name}` in URLs, parameters and headers whose value rests in the vault as `value:<name>`. */
  secretValues: secretValuesSchema,
  /** What looks like a credential and is none, by the user's word (`openName`). */
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
/** Those that the user enters. */
export const typedSecretNames = ['clientSecret', 'password', 'privateKey', 'ownToken', 'ownTokenSecret'] as const;
/** `header:<name>`: of a header for token requests, its name in lower case. `value:<name>`: of a secret value. */
export type ConnectionSecretName = (typeof connectionSecretNames)[number] | `header:${string}` | `value:${string}`;
export type ConnectionSecrets = Partial<Record<(typeof connectionSecretNames)[number], string>> & {
  [name: `header:${string}` | `value:${string}`]: string;
};
