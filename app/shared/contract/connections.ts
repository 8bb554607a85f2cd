import { z } from 'zod';
import { connectionSchema, connectionSecretNames } from '../connection/connection.ts';
import { errorReportSchema, id } from './common.ts';

export const requestStepSchema = z.enum([
  'request_token_received',
  'device_code_received',
  'window_opened',
  'waiting_for_login',
  'code_received',
  'token_received',
]);

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
  /** A passing failure: the token is kept, `retryAt` when it is tried again. */
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

export const discoveredServiceSchema = z.object({
  host: z.string(),
  issuer: z.string(),
  authorizationUrl: z.string(),
  accessTokenUrl: z.string(),
  deviceAuthorizationUrl: z.string(),
  revocationUrl: z.string(),
  introspectionUrl: z.string(),
  accountUrl: z.string(),
  issuerInCallback: z.boolean(),
  pkce: z.enum(['S256', 'unlisted']),
  clientAuthentication: z.enum(['basic', 'body', 'none']),
  scopes: z.array(z.string()),
  grants: z.array(z.enum(['authorization_code', 'password', 'client_credentials', 'device_code'])),
  responseModes: z.array(z.enum(['query', 'fragment', 'form_post'])),
  notes: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('odd_field'), field: z.string() }),
      z.object({ kind: z.literal('issuer_per_tenant') }),
      z.object({ kind: z.literal('issuer_differs'), issuer: z.string() }),
    ]),
  ),
});

/** What the service says of a token. Times are epoch ms. */
export const introspectionSchema = z.object({
  active: z.boolean(),
  scopes: z.array(z.string()).optional(),
  expiresAt: z.number().optional(),
  account: z.string().optional(),
  /** The rest, to be shown as it is: label and value. */
  facts: z.array(z.tuple([z.string(), z.string()])),
});
