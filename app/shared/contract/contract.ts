/**
 * Everything the renderer may ask and be told. Main, preload, renderer and the tests' fake take their types from here.
 * No response holds a secret but `secrets.reveal` (row 35).
 */
import { z } from 'zod';
import { menuCommands } from '../commands.ts';
import { connectionSchema } from '../connection/connection.ts';
import { grants } from '../connection/grant-names.ts';
import { exchangeDetailSchema, exchangePageSchema } from '../exchange.ts';
import { presetSchema } from '../preset/preset.ts';
import { cellSchema, tableSchema, treeNodeSchema } from '../preview/preview.ts';
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
  vaultStatusSchema,
} from './app.ts';
import { errorReportSchema, id } from './common.ts';
import { connectionViewSchema, discoveredServiceSchema, introspectionSchema } from './connections.ts';
import type { CallName, EventName } from './names.ts';
import { arrivingRunSchema, resourceViewSchema, runSummarySchema } from './resources.ts';

export type { NetworkView, Notice, Preferences } from './app.ts';
export type { ConnectionStatus, ConnectionView } from './connections.ts';
export type { CallName, EventName } from './names.ts';
export type { ArrivingRun, ResourceView, RunSummary } from './resources.ts';

const nothing = z.object({});
const previewId = z.string().max(64);
/** JSON Pointer (RFC 6901). */
const pointer = z.string().max(20_000);

/** Secrets typed by the user: a value sets, `null` removes, absent keeps. */
const typedSecrets = z.record(z.string(), z.string().max(20_000).nullable());

const call = <Request extends z.ZodType, Response extends z.ZodType>(request: Request, response: Response) => ({
  request,
  response,
});

export const calls = {
  'app.info': call(
    nothing,
    z.object({
      version: z.string(),
      platform: z.enum(platformKinds),
      platformDescription: z.string(),
      operatingSystem: z.string(),
      region: regionSchema,
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

  'network.read': call(nothing, networkSchema),
  /** `password`: a value sets, `null` removes, absent keeps. */
  'network.saveProxy': call(
    z.object({
      mode: z.enum(proxyModes),
      url: z.string().max(2000),
      username: z.string().max(500),
      password: z.string().max(2000).nullable().optional(),
    }),
    networkSchema,
  ),
  /** The text of a file: PEM, one or many, or base64 of DER. `leftOut`: those that cannot be trusted. */
  'network.addCertificates': call(
    z.object({ pem: z.string().max(4_000_000) }),
    z.object({ added: z.number(), leftOut: z.number(), network: networkSchema }),
  ),
  'network.removeCertificate': call(z.object({ id: z.string().max(100) }), networkSchema),
  /** Undoes it until the app ends. */
  'network.restoreCertificate': call(z.object({ id: z.string().max(100) }), networkSchema),

  'vault.useKey': call(z.object({ passphrase: z.string().min(1).max(1000) }), vaultStatusSchema),
  /** For a forgotten passphrase: moves aside what it encrypts. Fails with `vault.not_locked`. */
  'vault.reset': call(nothing, vaultStatusSchema),
  /** The one way a stored secret gets to the renderer. `owner`: a connection or resource. */
  'secrets.reveal': call(z.object({ owner: id, name: z.string().max(220) }), z.object({ value: z.string() })),

  'presets.list': call(nothing, z.array(presetSchema)),

  'resources.list': call(nothing, z.array(resourceViewSchema)),
  /** Creates or replaces by id. `bringBack`: names of secrets that were removed since the app started: an undo. */
  'resources.save': call(
    z.object({
      resource: resourceSchema,
      secrets: typedSecrets,
      bringBack: z.array(z.string().max(220)).max(200).optional(),
    }),
    resourceViewSchema,
  ),
  'resources.duplicate': call(z.object({ id }), resourceViewSchema),
  /** Can be undone by `resources.restore` until the app ends. */
  'resources.delete': call(z.object({ id }), nothing),
  'resources.restore': call(z.object({ id }), resourceViewSchema),
  'resources.reorder': call(z.object({ ids: z.array(id).max(100_000) }), nothing),
  /** GETs the resource; replaces its earlier preview. */
  'resources.run': call(z.object({ id }), runSummarySchema),
  'resources.cancelRun': call(z.object({ id }), nothing),

  'connections.list': call(nothing, z.array(connectionViewSchema)),
  'connections.save': call(z.object({ connection: connectionSchema, secrets: typedSecrets }), connectionViewSchema),
  'connections.duplicate': call(z.object({ id }), connectionViewSchema),
  /** In use: fails with `connection.in_use` unless `evenIfUsed`. */
  'connections.delete': call(z.object({ id, evenIfUsed: z.boolean() }), nothing),
  'connections.restore': call(z.object({ id }), connectionViewSchema),
  'connections.reorder': call(z.object({ ids: z.array(id).max(100_000) }), nothing),
  /**
   * Runs the grant with the draft. A connection that has a token keeps its settings and token until the new token is
   * there; one that has none is saved at once. Resolves when it is authorized; progress comes as `connections.changed`.
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
  /** Opens the login that waits in the system browser once more. */
  'connections.openLoginAgain': call(z.object({ id }), nothing),
  /** Its address, for another browser. It can be used for this login alone. */
  'connections.loginLink': call(z.object({ id }), z.object({ url: z.string() })),
  /** While the status `waitsForPaste`. Fails with `input.invalid` and keeps waiting where it is not the callback's URL. */
  'connections.pasteCallback': call(z.object({ id, url: z.string().max(20_000) }), nothing),
  /** Renews now, by the refresh token. */
  'connections.refresh': call(z.object({ id }), connectionViewSchema),
  /** Revokes at the service where it can, then forgets the token. `revoked`: what happened there. */
  'connections.removeAuthorization': call(
    z.object({ id }),
    z.object({
      revoked: z.enum(['yes', 'not_supported', 'failed']),
      error: errorReportSchema.optional(),
      view: connectionViewSchema,
    }),
  ),
  /** The user lets a connection's token go to one more host. */
  'connections.allowHost': call(z.object({ id, host: z.string().max(300) }), connectionViewSchema),
  /** Asks an issuer for its addresses and habits (OpenID Connect Discovery, RFC 8414). URLs that it has not are empty. */
  'connections.discover': call(z.object({ issuer: z.string().max(4000) }), discoveredServiceSchema),
  /** Asks the service about the token (RFC 7662). */
  'connections.introspect': call(z.object({ id }), introspectionSchema),

  'preview.table': call(z.object({ previewId, dataPath: pointer }), tableSchema),
  /** Looks for columns in more of the rows: ask again until `hasAllColumns`. */
  'preview.columns': call(z.object({ previewId, dataPath: pointer }), tableSchema),
  'preview.rows': call(
    z.object({
      previewId,
      dataPath: pointer,
      columns: z.array(pointer).max(500),
      start: z.number().int().min(0),
      count: z.number().int().min(0).max(1000),
    }),
    z.object({ rows: z.array(z.array(cellSchema)) }),
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
  'preview.text': call(
    z.object({ previewId, startLine: z.number().int().min(0), count: z.number().int().min(0).max(5000) }),
    z.object({ lines: z.array(z.string()), total: z.number() }),
  ),
  /** One whole value, as text (at most 1 MiB). */
  'preview.value': call(z.object({ previewId, pointer }), z.object({ text: z.string(), truncated: z.boolean() })),
  /** Writes the body to a file that the user picks; also for bodies too large to show. */
  'preview.saveBody': call(z.object({ previewId }), z.object({ path: z.string().nullable() })),

  /** The exchanges after an id, oldest first; ask on with the last one's id until `newest`. */
  'console.list': call(
    z.object({ after: z.number().int().min(0).optional(), limit: z.number().int().min(1).max(2000) }),
    exchangePageSchema,
  ),
  'console.exchange': call(z.object({ id: z.number().int() }), exchangeDetailSchema),
  'console.clear': call(nothing, nothing),
  /** A command for a POSIX shell. `withToken`: with the real token, for GETs of resources alone (row 35). */
  'console.curl': call(z.object({ id: z.number().int(), withToken: z.boolean() }), z.object({ text: z.string() })),
  /** Writes what a support person may see to a file that the user picks; `null`: none was picked. */
  'console.exportBundle': call(nothing, z.object({ path: z.string().nullable() })),

  'practice.status': call(nothing, practiceStatusSchema),
  'practice.start': call(nothing, practiceStatusSchema),
  'practice.stop': call(nothing, practiceStatusSchema),
  'practice.setTokenLifetime': call(z.object({ seconds: z.number().int().min(1).max(86_400) }), practiceStatusSchema),
  /**
   * Starts the practice service and makes, for each grant asked for, a connection (not yet authorized, client and
   * secret filled in) and a resource, unless `onlyConnections`. Returns what is there already where they exist.
   */
  'practice.setUp': call(
    z.object({ grants: z.array(z.enum(grants)), onlyConnections: z.boolean().optional() }),
    z.object({ resourceIds: z.array(id), connectionIds: z.array(id) }),
  ),
} as const satisfies Record<CallName, { request: z.ZodType; response: z.ZodType }>;

/** What main tells the renderer unasked. Payloads hold ids and states; lists are asked for again. */
export const events = {
  'resources.changed': z.object({ ids: z.array(id) }),
  /** What has come of a GET that still runs: `run` as it will be, with the rows so far; `null`: it will not be a table. JSON and CSV alone. */
  'resources.arriving': z.object({ id, run: arrivingRunSchema.nullable() }),
  'connections.changed': z.object({ views: z.array(connectionViewSchema), removed: z.array(id) }),
  'app.changed': nothing,
  /** `newest`: id of the last exchange; also after the console was cleared. A burst of exchanges is one event. */
  'console.changed': z.object({ newest: z.number() }),
  'practice.changed': practiceStatusSchema,
  /** A menu item or a key handled by the system's menu. */
  'menu.command': z.object({ command: z.enum(menuCommands) }),
} as const satisfies Record<EventName, z.ZodType>;

export type Calls = typeof calls;
export type CallRequest<Name extends CallName> = z.input<Calls[Name]['request']>;
export type CallResponse<Name extends CallName> = z.output<Calls[Name]['response']>;
export type Events = typeof events;
export type EventPayload<Name extends EventName> = z.output<Events[Name]>;

/** How every call ends: an error is data, never an exception across the border. */
export type CallResult<Value> = { ok: true; value: Value } | { ok: false; error: z.infer<typeof errorReportSchema> };

/** What the preload puts on `window.tokenboard`: one function per call, one subscription per event, nothing else (row 12). */
export type Bridge = {
  calls: { [Name in CallName]: (request: CallRequest<Name>) => Promise<CallResult<CallResponse<Name>>> };
  /** Returns the function that ends the subscription. */
  events: { [Name in EventName]: (listener: (payload: EventPayload<Name>) => void) => () => void };
};
