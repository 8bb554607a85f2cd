import { z } from 'zod';
import { clientAuthentications, responseModes, signatureMethods } from '../connection/connection.ts';
import { grants } from '../connection/grant-names.ts';
import { tokenPlacementSchema } from '../connection/token-mapping.ts';
import { tokenSources } from '../connection/token-sources.ts';
import { languageCodes } from '../messages/languages.ts';
import { presetCategories } from './categories.ts';
import { sampleSchema } from './sample.ts';

const revocationRequestSchema = z.strictObject({
  method: z.enum(['POST', 'DELETE']).default('POST'),
  /** What authenticates the request: the client, as at the token endpoint, or the access token as a bearer token. */
  authentication: z.enum(['client', 'bearer']).default('client'),
  body: z.enum(['json', 'none']),
  token: z.enum(['refresh_token', 'access_token']).default('access_token'),
  /** The field of the JSON body. */
  tokenParameter: z.string().min(1).default('token'),
});

/** Facts that a preset may hold without confirmation; the dialog names them. */
const unconfirmedFacts = ['urls', 'scopes', 'client_authentication', 'pkce', 'refresh_tokens', 'samples'] as const;

/** The texts of a preset in another language. A text that is left out stays English. */
const presetTextsSchema = z
  .strictObject({
    name: z.string().min(1),
    description: z.string().max(160),
    /** `removal.text` */
    removal: z.string(),
    windowReason: z.string(),
    statusNote: z.string(),
    /** `refreshTokens.note` */
    refreshTokensNote: z.string(),
    /** Descriptions by the scope's value. */
    scopes: z.record(z.string(), z.string()),
    /** By the variable's name. */
    variables: z.record(z.string(), z.strictObject({ label: z.string(), help: z.string() })),
    /** `callback.note` */
    callbackNote: z.string(),
    /** All of them, in the order of the English ones, as are those below. */
    steps: z.array(z.string()),
    notes: z.array(z.string()),
    /** Names of `samples`. */
    samples: z.array(z.string()),
  })
  .partial();
export type PresetTexts = z.infer<typeof presetTextsSchema>;

/** The facts of one service, one file in `presets/`. Quirks are data here, never code elsewhere. */
export const presetSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  /** Other names that people search for: former names, products of the service, short forms. */
  aliases: z.array(z.string().min(1)).default([]),
  category: z.enum(presetCategories),
  /** Absent: the service takes new clients. `retiring`: the service named an end. */
  status: z.enum(['live', 'legacy', 'retiring', 'closed_to_new']).default('live'),
  /** What a `status` other than `live` means for the user. */
  statusNote: z.string().optional(),
  /** Drawn as a coloured tile with one or two letters, where `icon` has none. */
  badge: z.strictObject({ letters: z.string().min(1).max(2), color: z.string().regex(/^#[0-9a-f]{6}$/) }),
  /** The slug of the service's icon in simple-icons. Absent: it has none, or the brand does not allow its use. */
  icon: z
    .string()
    .regex(/^[a-z0-9]+$/)
    .optional(),
  /** One sentence for the list of presets. */
  description: z.string().max(160),
  /** The page where the client is registered ("Open API console"). Empty for the practice service. */
  consoleUrl: z.string(),
  /** What the user does there to get a client, one sentence each. */
  steps: z.array(z.string()).default([]),
  /** What the service demands of callback URLs. Absent: no source says. */
  callback: z
    .strictObject({
      /** `http` is refused, except possibly on loopback. */
      httpsOnly: z.boolean().optional(),
      /** `http://127.0.0.1` or `http://localhost` is accepted (RFC 8252 §7.3). */
      loopback: z.boolean().optional(),
      /** The loopback port may differ from the registered one. */
      anyPort: z.boolean().optional(),
      note: z.string().optional(),
    })
    .default({}),
  documentationUrl: z.string().optional(),
  grant: z.enum(grants),
  /** Further grants of the service. Omits device code, which follows from its endpoint. */
  otherGrants: z.array(z.enum(grants)).default([]),
  issuer: z.string().default(''),
  issuerInCallback: z.boolean().default(false),
  requestUrl: z.string().default(''),
  authorizationUrl: z.string().default(''),
  accessTokenUrl: z.string(),
  refreshUrl: z.string().default(''),
  /** RFC 7009, or as `revocationRequest` says. `{clientId}` is the connection's client ID. */
  revocationUrl: z.string().default(''),
  /** Set if the service revokes in its own way instead of RFC 7009's. */
  revocationRequest: revocationRequestSchema.optional(),
  introspectionUrl: z.string().default(''),
  deviceAuthorizationUrl: z.string().default(''),
  accountUrl: z.string().default(''),
  accountPointer: z.string().default(''),
  /** How the user removes the authorization at the service: a sentence and a page. */
  removal: z.strictObject({ text: z.string(), url: z.string().optional() }).optional(),
  scopes: z.array(z.strictObject({ value: z.string(), description: z.string(), selected: z.boolean() })),
  scopeSeparator: z.enum([' ', ',']).default(' '),
  scopeParameter: z.string().default('scope'),
  /** The access types that the service offers, and the default one. */
  accessType: z.strictObject({ values: z.array(z.string()).min(1), selected: z.string() }).optional(),
  clientAuthentication: z.enum(clientAuthentications).default('basic'),
  tokenRequestFormat: z.enum(['form', 'json']).default('form'),
  pkce: z.enum(['S256', 'none']).default('S256'),
  responseMode: z.enum(responseModes).default('default'),
  window: z.enum(['popup', 'browser']).default('popup'),
  /** Tells the user why `window` is `browser`. */
  windowReason: z.string().optional(),
  /** Replaces the default callback URL. With `window` `browser` it is on this computer (RFC 8252 §7.3). */
  callbackUrl: z.string().optional(),
  /** OAuth1: how a connection can get a token from this service, the usual way first. */
  tokenSources: z.array(z.enum(tokenSources)).min(1).default(['login']),
  signatureMethod: z.enum(signatureMethods).default('HMAC-SHA1'),
  extraAuthorizationParameters: z.record(z.string(), z.string()).default({}),
  extraTokenParameters: z.record(z.string(), z.string()).default({}),
  extraRefreshParameters: z.record(z.string(), z.string()).default({}),
  /** The service's names for errors of RFC 6749 and RFC 8628 in the response to a refresh, in lower case. */
  refreshErrors: z.record(z.string().regex(/^[^A-Z]+$/), z.enum(['invalid_grant', 'slow_down'])).default({}),
  /** The callback is signed with the client secret (Shopify): HMAC-SHA256, hexadecimal, over its other parameters. */
  callbackSignature: z.strictObject({ parameter: z.string().min(1) }).optional(),
  /** The refresh request repeats the scopes (Microsoft). */
  repeatScopesOnRefresh: z.boolean().default(false),
  tokenMapping: z
    .strictObject({
      tokenPointer: z.string().default(''),
      accessToken: z.string().default(''),
      refreshToken: z.string().default(''),
      expiresIn: z.string().default(''),
      account: z.string().default(''),
    })
    .prefault({}),
  capturedValues: z.record(z.string(), z.string()).default({}),
  tokenPlacement: tokenPlacementSchema.optional(),
  /** How the service is known to treat refresh tokens. A token response counts more. */
  refreshTokens: z
    .strictObject({
      /** What makes the service issue one: `access_type=offline`, the scope `offline_access`, `prompt=consent` ... */
      needs: z
        .strictObject({
          scope: z.string().optional(),
          authorizationParameters: z.record(z.string(), z.string()).optional(),
          accessType: z.string().optional(),
        })
        .optional(),
      /** `never`: the service issues none. `unknown`: no source says. */
      issued: z.enum(['always', 'on_request', 'never', 'unknown']).default('unknown'),
      rotates: z.boolean().optional(),
      lifetimeDays: z.number().optional(),
      /** One sentence, such as Google's seven days in testing mode. */
      note: z.string().optional(),
    })
    .default({ issued: 'unknown' }),
  /** Hosts that receive the token. `*.` at the start matches any subdomain. */
  hosts: z.array(z.string()),
  apiHeaders: z.record(z.string(), z.string()).default({}),
  /**
   * For the token, refresh, revocation, introspection and device authorization requests. `secret`: the user enters the
   * value.
   */
  tokenHeaders: z
    .array(
      z.strictObject({ name: z.string().min(1), value: z.string().default(''), secret: z.boolean().default(false) }),
    )
    .default([]),
  /** Values for `{name}` in the URLs and hosts. */
  variables: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]*$/),
        label: z.string(),
        default: z.string(),
        help: z.string(),
        /** Shown in the empty field. */
        example: z.string().default(''),
      }),
    )
    .default([]),
  /** Requests that work after the login. The first becomes the resource of a new connection. Empty: none is known. */
  samples: z.array(sampleSchema).default([]),
  /** How long an access token is valid. A token response counts more. */
  accessTokenSeconds: z.number().int().positive().optional(),
  /** Sentences for users of this service. */
  notes: z.array(z.string()).default([]),
  /** The texts above are English. By language: the same ones in others. `presetIn` puts them in. */
  translations: z.partialRecord(z.enum(languageCodes).exclude(['en']), presetTextsSchema).default({}),
  /** The built-in practice service: it provides the client and the URLs, and `{practice}` is its origin. */
  practice: z.boolean().default(false),
  /** Of the authorization and token URLs. */
  confidence: z.enum(['high', 'medium', 'low']),
  /** Facts that no documentation of the service confirmed. */
  unconfirmed: z.array(z.enum(unconfirmedFacts)).default([]),
  /** When the facts were last compared with their sources (ISO 8601). */
  checked: z.iso.date(),
  sources: z.array(z.string()).min(1),
});
export type Preset = z.infer<typeof presetSchema>;
