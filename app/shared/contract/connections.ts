import { z } from 'zod';
import { connectionSchema, connectionSecretNames } from '../connection/connection.ts';
import { grants } from '../connection/grant-names.ts';
import { errorReportSchema, id, messageSchema } from './common.ts';

/** The progress of a token request. The dialog shows these steps as a list that fills in. */
export const requestStepSchema = z.enum([
  'request_token_received', // OAuth1
  'device_code_received', // RFC 8628
  'window_opened',
  'waiting_for_login',
  'code_received',
  'token_received',
]);
export type RequestStep = z.infer<typeof requestStepSchema>;

/** Whether an authorization will keep running: see `connections/renewal-forecast.ts`. Times are epoch ms. */
export const forecastSchema = z.object({
  kind: z.enum(['renews', 'renews_until', 'ends', 'lasts', 'own_token', 'no_token', 'unknown']),
  endsAt: z.number().optional(),
  rotates: z.boolean().optional(),
  extends: z.boolean().optional(),
  isPublicClient: z.boolean().optional(),
  /** What to change before the next login, so that the service issues a refresh token. */
  fix: z
    .object({
      scope: z.string().optional(),
      accessType: z.string().optional(),
      authorizationParameters: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
});

/** The status of a connection. Times are epoch ms. */
export const connectionStatusSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('unauthorized') }),
  z.object({
    status: z.literal('authorizing'),
    step: requestStepSchema.nullable(),
    window: z.enum(['popup', 'browser', 'none']),
    /** Device code (RFC 8628 §3.2). `expiresAt`: epoch ms. */
    device: z
      .object({
        userCode: z.string(),
        verificationUri: z.string(),
        verificationUriComplete: z.string().optional(),
        expiresAt: z.number(),
      })
      .optional(),
    /** The user pastes the callback's URL (`connections.pasteCallback`). */
    waitsForPaste: z.boolean(),
    /** The popup reached a page that refuses embedded windows. The system browser would work. */
    refused: z.object({ host: z.string() }).optional(),
    /**
     * The popup shows an error page of the service. The error holds its text, and the host and HTTP status as details.
     */
    errorPage: errorReportSchema.optional(),
    /** The popup shows a page that asks for HTTP authentication, which works only in the system browser. */
    signInPrompt: z.object({ host: z.string(), scheme: z.enum(['Negotiate', 'NTLM', 'Digest', 'Basic']) }).optional(),
  }),
  z.object({
    status: z.literal('authorized'),
    obtainedAt: z.number(),
    expiresAt: z.number().optional(),
    renewsByItself: z.boolean(),
    hasRefreshToken: z.boolean(),
    /** When the token was last renewed without the user. */
    refreshedAt: z.number().optional(),
    refreshTokenExpiresAt: z.number().optional(),
    refreshTokenRotates: z.boolean().optional(),
    forecast: forecastSchema,
    scopes: z.array(z.string()).optional(),
    /** A sentence about an unknown token type. */
    tokenTypeNote: messageSchema.optional(),
    /** A sentence about a missing or unreadable ID token. */
    idTokenNote: messageSchema.optional(),
    account: z.string().optional(),
  }),
  z.object({ status: z.literal('renewing'), account: z.string().optional() }),
  /** Only a new login helps. */
  z.object({ status: z.literal('needs_login'), error: errorReportSchema, account: z.string().optional() }),
  /** A transient failure: the token is kept, and retried at `retryAt`. */
  z.object({
    status: z.literal('failing'),
    error: errorReportSchema,
    retryAt: z.number().optional(),
    account: z.string().optional(),
  }),
]);
export type ConnectionStatus = z.infer<typeof connectionStatusSchema>;

/** A connection as the renderer sees it: the names of its secrets, never their values. */
export const connectionViewSchema = z.object({
  connection: connectionSchema,
  status: connectionStatusSchema,
  secrets: z.array(
    z.union([z.enum(connectionSecretNames), z.templateLiteral([z.enum(['header:', 'value:']), z.string()])]),
  ),
  /** Resources that use this connection. */
  usedBy: z.array(id),
});
export type ConnectionView = z.infer<typeof connectionViewSchema>;

/** A service's metadata as settings of a connection. URLs that the document omits are empty. */
export const discoveredServiceSchema = z.object({
  /** The host of the document. */
  host: z.string(),
  /** Empty if the document names no issuer to compare with later (`notes` says why). */
  issuer: z.string(),
  authorizationUrl: z.string(),
  accessTokenUrl: z.string(),
  deviceAuthorizationUrl: z.string(),
  revocationUrl: z.string(),
  introspectionUrl: z.string(),
  /** The userinfo endpoint (OIDC Core §5.3). */
  accountUrl: z.string(),
  /** The service sends `iss` with every authorization response (RFC 9207 §3). */
  issuerInCallback: z.boolean(),
  /** `unlisted`: the service lists methods without S256. The app uses S256 anyway (row 20). */
  pkce: z.enum(['S256', 'unlisted']),
  clientAuthentication: z.enum(['basic', 'body', 'none']),
  scopes: z.array(z.string()),
  grants: z.array(z.enum(grants)),
  responseModes: z.array(z.enum(['query', 'fragment', 'form_post'])),
  /** Parts of the document that were not used as they are. `field` and `issuer` are safe to show. */
  notes: z.array(
    z.discriminatedUnion('kind', [
      /** The field does not follow the standard. The rest of the document was used. */
      z.object({ kind: z.literal('odd_field'), field: z.string() }),
      /** Each tenant has its own issuer (Entra ID's `{tenantid}`), so no issuer is compared. */
      z.object({ kind: z.literal('issuer_per_tenant') }),
      /**
       * The user gave the document's URL, and the document names another issuer on the same host. No issuer is
       * compared.
       */
      z.object({ kind: z.literal('issuer_differs'), issuer: z.string() }),
    ]),
  ),
});
export type DiscoveredService = z.infer<typeof discoveredServiceSchema>;

/** What the service says about a token. Times are epoch ms. */
export const introspectionSchema = z.object({
  active: z.boolean(),
  scopes: z.array(z.string()).optional(),
  expiresAt: z.number().optional(),
  account: z.string().optional(),
  /** All other facts, shown as they are: label and value. */
  facts: z.array(z.tuple([z.union([z.string(), messageSchema]), z.string()])),
});
