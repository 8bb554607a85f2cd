import { z } from 'zod';
import { connectionSchema, connectionSecretNames } from '../connection/connection.ts';
import { grants } from '../connection/grant-names.ts';
import { errorReportSchema, id } from './common.ts';

/** How far a request for a token is. The dialog shows these as a list that fills in. */
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
  /** A sentence of the preset. */
  note: z.string().optional(),
  /** What to change before the next login, so that the service gives a refresh token. */
  fix: z
    .object({
      scope: z.string().optional(),
      accessType: z.string().optional(),
      authorizationParameters: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
});

/** How a connection stands. Times are epoch ms. */
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
    /** The popup met a page that refuses windows of apps: the system browser would help. */
    refused: z.object({ host: z.string(), reason: z.string() }).optional(),
    /** The popup shows an error page of the service: its words, and the host and the HTTP status in the details. */
    errorPage: errorReportSchema.optional(),
    /** The popup shows a page that asks for HTTP authentication, which only the system browser can give. */
    signInPrompt: z.object({ host: z.string(), scheme: z.enum(['Negotiate', 'NTLM', 'Digest', 'Basic']) }).optional(),
  }),
  z.object({
    status: z.literal('authorized'),
    obtainedAt: z.number(),
    expiresAt: z.number().optional(),
    renewsByItself: z.boolean(),
    hasRefreshToken: z.boolean(),
    /** When it was last renewed without the user. */
    refreshedAt: z.number().optional(),
    refreshTokenExpiresAt: z.number().optional(),
    refreshTokenRotates: z.boolean().optional(),
    forecast: forecastSchema,
    scopes: z.array(z.string()).optional(),
    /** A sentence about a kind of token that is not known. */
    tokenTypeNote: z.string().optional(),
    /** A sentence about an ID token that should have come. */
    idTokenNote: z.string().optional(),
    account: z.string().optional(),
  }),
  z.object({ status: z.literal('renewing'), account: z.string().optional() }),
  /** Only a new login helps. */
  z.object({ status: z.literal('needs_login'), error: errorReportSchema, account: z.string().optional() }),
  /** A transient failure: the token is kept, `retryAt` when it is tried again. */
  z.object({
    status: z.literal('failing'),
    error: errorReportSchema,
    retryAt: z.number().optional(),
    account: z.string().optional(),
  }),
]);
export type ConnectionStatus = z.infer<typeof connectionStatusSchema>;

/** A connection as the renderer sees it: which secrets are there, never what they are. */
export const connectionViewSchema = z.object({
  connection: connectionSchema,
  status: connectionStatusSchema,
  secrets: z.array(
    z.union([z.enum(connectionSecretNames), z.templateLiteral([z.enum(['header:', 'value:']), z.string()])]),
  ),
  /** Resources that use it. */
  usedBy: z.array(id),
});
export type ConnectionView = z.infer<typeof connectionViewSchema>;

/** What a service says of itself, in the words of a connection. A URL that it does not name is empty. */
export const discoveredServiceSchema = z.object({
  /** Of the document. */
  host: z.string(),
  /** Empty where the document names none that could be compared with later (`notes` says why). */
  issuer: z.string(),
  authorizationUrl: z.string(),
  accessTokenUrl: z.string(),
  deviceAuthorizationUrl: z.string(),
  revocationUrl: z.string(),
  introspectionUrl: z.string(),
  /** The userinfo endpoint (OIDC Core §5.3). */
  accountUrl: z.string(),
  /** It sends `iss` with every response (RFC 9207 §3). */
  issuerInCallback: z.boolean(),
  /** `unlisted`: it lists methods, and S256 is not among them. It is used all the same (row 20). */
  pkce: z.enum(['S256', 'unlisted']),
  clientAuthentication: z.enum(['basic', 'body', 'none']),
  scopes: z.array(z.string()),
  grants: z.array(z.enum(grants)),
  responseModes: z.array(z.enum(['query', 'fragment', 'form_post'])),
  /** What of the document was not used as it stands; `field` and `issuer` are safe to show. */
  notes: z.array(
    z.discriminatedUnion('kind', [
      /** Its value is not what the standard says; the rest of the document was used. */
      z.object({ kind: z.literal('odd_field'), field: z.string() }),
      /** One issuer for each tenant (Entra ID's `{tenantid}`): none is compared. */
      z.object({ kind: z.literal('issuer_per_tenant') }),
      /** The document at the URL the user gave names another issuer on the same host: none is compared. */
      z.object({ kind: z.literal('issuer_differs'), issuer: z.string() }),
    ]),
  ),
});
export type DiscoveredService = z.infer<typeof discoveredServiceSchema>;

/** What the service says of a token. Times are epoch ms. */
export const introspectionSchema = z.object({
  active: z.boolean(),
  scopes: z.array(z.string()).optional(),
  expiresAt: z.number().optional(),
  account: z.string().optional(),
  /** The rest, to be shown as it is: label and value. */
  facts: z.array(z.tuple([z.string(), z.string()])),
});
