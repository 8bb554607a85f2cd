/**
 * Every call and event between the renderer and the main process. Main, preload, renderer and the tests' fake take
 * their types from here. Only `secrets.reveal` returns a secret (row 35), and `feeds.createKey` a new key.
 */
import { z } from 'zod';
import { menuCommands } from '../commands.ts';
import { connectionSchema } from '../connection/connection.ts';
import { grants } from '../connection/grant-names.ts';
import { exchangeDetailSchema, exchangePageSchema } from '../exchange.ts';
import { presetSchema } from '../preset/preset.ts';
import { presetSummarySchema } from '../preset/preset-summary.ts';
import { cellSchema, tableSchema, tableViewSchema, treeNodeSchema } from '../preview/preview.ts';
import { resourceSchema } from '../resource/resource.ts';
import {
  licenceSchema,
  networkSchema,
  noticeSchema,
  platformKinds,
  practiceStatusSchema,
  preferencesSchema,
  proxyModes,
  regionSchema,
  startupSchema,
  vaultStatusSchema,
} from './app.ts';
import { chartCalls } from './chart.ts';
import { call, errorReportSchema, id, nothing } from './common.ts';
import { connectionViewSchema, discoveredServiceSchema, introspectionSchema } from './connections.ts';
import { copyAsCalls } from './copy-as.ts';
import { exportCalls, exportEvents } from './export.ts';
import { feedCalls, feedEvents } from './feeds.ts';
import type { CallName, EventName } from './names.ts';
import { pathCalls } from './paths.ts';
import { peakaCalls } from './peaka.ts';
import { pushCalls, pushEvents } from './push.ts';
import { reloadCalls, reloadEvents } from './reload.ts';
import { arrivingRunSchema, pagesProgressSchema, resourceViewSchema, runSummarySchema } from './resources.ts';
import { searchCalls } from './search.ts';
import { tableCalls } from './table.ts';

export type { NetworkView, Notice, Preferences } from './app.ts';
export type { ConnectionStatus, ConnectionView } from './connections.ts';
export type { CallName, EventName } from './names.ts';
export type { ArrivingRun, PagesOffer, PagesProgress, ResourceView, RunSummary } from './resources.ts';

const previewId = z.string().max(64);
/** JSON Pointer (RFC 6901). */
const pointer = z.string().max(20_000);

/** Secrets typed by the user: a value sets one, `null` removes it, an absent name keeps it. */
const typedSecrets = z.record(z.string(), z.string().max(20_000).nullable());

export const calls = {
  'app.info': call(
    nothing,
    z.object({
      version: z.string(),
      platform: z.enum(platformKinds),
      platformDescription: z.string(),
      operatingSystem: z.string(),
      region: regionSchema,
      /** The user's languages as BCP 47 tags, the preferred one first. */
      languages: z.array(z.string()),
      dataFolder: z.string(),
      notices: z.array(noticeSchema),
      vault: vaultStatusSchema,
    }),
  ),
  'app.dismissNotice': call(z.object({ id: z.string() }), nothing),
  'app.openLink': call(z.object({ url: z.string().max(4000) }), nothing),

  /** The packages that the app contains, with their licences. */
  'app.licences': call(nothing, z.array(licenceSchema)),
  'preferences.read': call(nothing, preferencesSchema),
  'preferences.save': call(preferencesSchema.partial(), preferencesSchema),

  /** Whether the system starts the app when the user logs in. The system keeps this, not the app. */
  'startup.read': call(nothing, startupSchema),
  /** Fails with `settings.unwritable`. Returns what the system says afterwards. */
  'startup.save': call(z.object({ startsAtLogin: z.boolean() }), startupSchema),

  'network.read': call(nothing, networkSchema),
  /** `password`: a value sets it, `null` removes it, absence keeps it. */
  'network.saveProxy': call(
    z.object({
      mode: z.enum(proxyModes),
      url: z.string().max(2000),
      username: z.string().max(500),
      password: z.string().max(2000).nullable().optional(),
    }),
    networkSchema,
  ),
  /**
   * The text of a file: PEM with one or more certificates, or base64 of DER. `leftOut`: certificates that cannot be
   * trusted.
   */
  'network.addCertificates': call(
    z.object({ pem: z.string().max(4_000_000) }),
    z.object({ added: z.number(), leftOut: z.number(), network: networkSchema }),
  ),
  'network.removeCertificate': call(z.object({ id: z.string().max(100) }), networkSchema),
  /** Undoes a removal until the app ends. */
  'network.restoreCertificate': call(z.object({ id: z.string().max(100) }), networkSchema),

  'vault.useKey': call(z.object({ passphrase: z.string().min(1).max(1000) }), vaultStatusSchema),
  /** For a forgotten passphrase: moves aside the secrets that it encrypts. Fails with `vault.not_locked`. */
  'vault.reset': call(nothing, vaultStatusSchema),
  /** The only call that sends a stored secret to the renderer. `owner`: a connection or resource. */
  'secrets.reveal': call(z.object({ owner: id, name: z.string().max(220) }), z.object({ value: z.string() })),

  'presets.list': call(nothing, z.array(presetSummarySchema)),
  /** `null`: there is no such preset. */
  'presets.read': call(z.object({ id: z.string().max(100) }), presetSchema.nullable()),

  'resources.list': call(nothing, z.array(resourceViewSchema)),
  /**
   * Creates or replaces by ID. `bringBack`: names of secrets to restore that were removed since the app started, for
   * undo.
   */
  'resources.save': call(
    z.object({
      resource: resourceSchema,
      secrets: typedSecrets,
      bringBack: z.array(z.string().max(220)).max(200).optional(),
    }),
    resourceViewSchema,
  ),
  'resources.duplicate': call(z.object({ id }), resourceViewSchema),
  /** `resources.restore` can undo this until the app ends. */
  'resources.delete': call(z.object({ id }), nothing),
  'resources.restore': call(z.object({ id }), resourceViewSchema),
  'resources.reorder': call(z.object({ ids: z.array(id).max(100_000) }), nothing),
  /** Sends the resource's GET. The new preview replaces the earlier one. */
  'resources.run': call(z.object({ id }), runSummarySchema),
  'resources.cancelRun': call(z.object({ id }), nothing),

  'connections.list': call(nothing, z.array(connectionViewSchema)),
  'connections.save': call(z.object({ connection: connectionSchema, secrets: typedSecrets }), connectionViewSchema),
  'connections.duplicate': call(z.object({ id }), connectionViewSchema),
  /** Fails with `connection.in_use` if resources use the connection, unless `evenIfUsed`. */
  'connections.delete': call(z.object({ id, evenIfUsed: z.boolean() }), nothing),
  'connections.restore': call(z.object({ id }), connectionViewSchema),
  'connections.reorder': call(z.object({ ids: z.array(id).max(100_000) }), nothing),
  /**
   * Runs the grant with the draft. A connection with a token keeps its settings and token until the new token arrives.
   * One without a token is saved at once. Resolves when the connection is authorized; `connections.changed` reports
   * progress.
   */
  'connections.requestToken': call(
    z.object({
      connection: connectionSchema,
      secrets: typedSecrets,
      freshSession: z.boolean(),
    }),
    connectionViewSchema,
  ),
  'connections.cancelRequest': call(z.object({ id }), nothing),
  'connections.showWindow': call(z.object({ id }), nothing),
  /** Opens the waiting login in the system browser again. */
  'connections.openLoginAgain': call(z.object({ id }), nothing),
  /** The login's URL, for another browser. Works for this login only. */
  'connections.loginLink': call(z.object({ id }), z.object({ url: z.string() })),
  /**
   * Allowed while the status `waitsForPaste`. If the URL is not the callback's, fails with `input.invalid` and keeps
   * waiting.
   */
  'connections.pasteCallback': call(z.object({ id, url: z.string().max(20_000) }), nothing),
  /** Renews now, with the refresh token. */
  'connections.refresh': call(z.object({ id }), connectionViewSchema),
  /** Revokes at the service if possible, then deletes the token. `revoked`: the result at the service. */
  'connections.removeAuthorization': call(
    z.object({ id }),
    z.object({
      revoked: z.enum(['yes', 'not_supported', 'failed']),
      error: errorReportSchema.optional(),
      view: connectionViewSchema,
    }),
  ),
  /** Adds a host that may receive the connection's token. */
  'connections.allowHost': call(z.object({ id, host: z.string().max(300) }), connectionViewSchema),
  /** Requests an issuer's metadata (OpenID Connect Discovery, RFC 8414). URLs that it omits are empty. */
  'connections.discover': call(z.object({ issuer: z.string().max(4000) }), discoveredServiceSchema),
  /** Asks the service about the token (RFC 7662). */
  'connections.introspect': call(z.object({ id }), introspectionSchema),

  'preview.table': call(tableViewSchema, tableSchema),
  /** Looks for columns and their types in more rows. Call again until `hasAllColumns`. */
  'preview.columns': call(tableViewSchema, tableSchema),
  /** `pointers`: of each row in the body (RFC 6901). */
  'preview.rows': call(
    z.object({
      ...tableViewSchema.shape,
      columns: z.array(pointer).max(500),
      start: z.number().int().min(0),
      count: z.number().int().min(0).max(1000),
    }),
    z.object({ rows: z.array(z.array(cellSchema)), pointers: z.array(z.string()) }),
  ),
  'preview.tree': call(
    z.object({
      previewId,
      pointer,
      start: z.number().int().min(0),
      count: z.number().int().min(0).max(1000),
    }),
    z.object({ nodes: z.array(treeNodeSchema), total: z.number() }),
  ),
  /** Lines of the text, indented on request. The response says whether they are: not if that would take too much memory. */
  'preview.text': call(
    z.object({
      previewId,
      startLine: z.number().int().min(0),
      count: z.number().int().min(0).max(5000),
      isIndented: z.boolean().optional(),
    }),
    z.object({ lines: z.array(z.string()), total: z.number(), isIndented: z.boolean() }),
  ),
  /** One complete value, as text (at most 1 MiB). */
  'preview.value': call(z.object({ previewId, pointer }), z.object({ text: z.string(), truncated: z.boolean() })),
  /** Writes the body to a file that the user picks. Also for bodies too large to show. */
  'preview.saveBody': call(z.object({ previewId }), z.object({ path: z.string().nullable() })),
  ...tableCalls,

  /** The exchanges after an ID, oldest first. Call again with the last one's ID until `newest`. */
  'console.list': call(
    z.object({ after: z.number().int().min(0).optional(), limit: z.number().int().min(1).max(2000) }),
    exchangePageSchema,
  ),
  'console.exchange': call(z.object({ id: z.number().int() }), exchangeDetailSchema),
  'console.clear': call(nothing, nothing),
  /** A command for a POSIX shell. `withToken`: includes the real token, only for GETs of resources (row 35). */
  'console.curl': call(z.object({ id: z.number().int(), withToken: z.boolean() }), z.object({ text: z.string() })),
  /** Writes the support bundle to a file that the user picks. `null`: the user picked none. */
  'console.exportBundle': call(nothing, z.object({ path: z.string().nullable() })),

  'practice.status': call(nothing, practiceStatusSchema),
  'practice.start': call(nothing, practiceStatusSchema),
  'practice.stop': call(nothing, practiceStatusSchema),
  'practice.setTokenLifetime': call(z.object({ seconds: z.number().int().min(1).max(86_400) }), practiceStatusSchema),
  /**
   * Starts the practice service. Creates, for each requested grant, a connection (not authorized, client and secret
   * filled in) and a resource, unless `onlyConnections`. Returns existing ones unchanged.
   */
  'practice.setUp': call(
    z.object({ grants: z.array(z.enum(grants)), onlyConnections: z.boolean().optional() }),
    z.object({ resourceIds: z.array(id), connectionIds: z.array(id) }),
  ),

  ...copyAsCalls,
  ...exportCalls,
  ...feedCalls,
  ...peakaCalls,
  ...pushCalls,
  ...searchCalls,
  ...chartCalls,
  ...pathCalls,
  ...reloadCalls,
} as const satisfies Record<CallName, { request: z.ZodType; response: z.ZodType }>;

/** Events from main to the renderer. Payloads hold IDs and states; the renderer requests the lists again. */
export const events = {
  'resources.changed': z.object({ ids: z.array(id) }),
  /**
   * Progress of a running GET: `run` as it will be, with the rows so far. `null`: the result will not be a table. JSON
   * and CSV only.
   */
  'resources.arriving': z.object({ id, run: arrivingRunSchema.nullable() }),
  ...reloadEvents,
  /** Progress of a run that follows pages. `null`: it has ended. */
  'resources.pages': z.object({ id, progress: pagesProgressSchema.nullable() }),
  'connections.changed': z.object({ views: z.array(connectionViewSchema), removed: z.array(id) }),
  'app.changed': nothing,
  /** `newest`: ID of the last exchange. Also sent after the console was cleared. A burst of exchanges is one event. */
  'console.changed': z.object({ newest: z.number() }),
  'practice.changed': practiceStatusSchema,
  /** Accounts, links or a login changed: request the lists again. */
  'peaka.changed': nothing,
  ...exportEvents,
  ...feedEvents,
  ...pushEvents,
  /** A menu item, or a key that the system's menu handles. */
  'menu.command': z.object({ command: z.enum(menuCommands) }),
} as const satisfies Record<EventName, z.ZodType>;

export type Calls = typeof calls;
export type CallRequest<Name extends CallName> = z.input<Calls[Name]['request']>;
export type CallResponse<Name extends CallName> = z.output<Calls[Name]['response']>;
export type Events = typeof events;
export type EventPayload<Name extends EventName> = z.output<Events[Name]>;

/** The result of every call: an error is data, never an exception across the border. */
export type CallResult<Value> = { ok: true; value: Value } | { ok: false; error: z.infer<typeof errorReportSchema> };

/**
 * What the preload puts on `window.tokenboard`: one function per call and one subscription per event, nothing else (row
 * 12).
 */
export type Bridge = {
  calls: { [Name in CallName]: (request: CallRequest<Name>) => Promise<CallResult<CallResponse<Name>>> };
  /** Returns the function that ends the subscription. */
  events: { [Name in EventName]: (listener: (payload: EventPayload<Name>) => void) => () => void };
};
