import { z } from 'zod';
import { call, messageSchema, nothing } from '../shared/contract/common.ts';
import type { CallName, CallRequest, CallResponse } from '../shared/contract/contract.ts';
import { eventNames } from '../shared/contract/names.ts';
import { exportFormats } from '../shared/export/export.ts';

/** A name, an ID, or the beginning of one of them, if it is unique. */
const named = z.string().min(1).max(200);

/** Calls that only the local socket has. Only `local.token` returns a secret. */
export const localCalls = {
  /** Says who responds, and chooses the events that follow. */
  'local.hello': call(
    z.object({ events: z.array(z.enum(eventNames)).max(50).default([]) }),
    z.object({ version: z.string(), pid: z.number(), dataFolder: z.string() }),
  ),
  /**
   * A usable access token, renewed first if it expires soon. `minimumMs`: how long it must be valid. Fails with `local.*`,
   * and as a GET that needs the token.
   */
  'local.token': call(
    z.object({ connection: named, minimumMs: z.number().min(0).max(31_536_000_000).default(0) }),
    z.object({
      /** The connection. */
      id: z.string(),
      name: z.string(),
      accessToken: z.string(),
      /** As the service wrote it. */
      tokenType: z.string(),
      /** Epoch ms. `null`: the service does not say. */
      expiresAt: z.number().nullable(),
      scopes: z.array(z.string()).nullable(),
      /** Whether the token is sent in a header or as a query parameter, its name, and its value. */
      placement: z.object({ in: z.enum(['header', 'query']), name: z.string(), value: z.string() }),
      /** All headers of the connection's requests. */
      headers: z.record(z.string(), z.string()),
    }),
  ),
  /** Sends the resource's request and returns its rows as bytes of a file. */
  'local.get': call(
    z.object({
      resource: named,
      format: z.enum(exportFormats),
      /** As in the resource. Absent: the resource's own. */
      path: z.string().max(2000).optional(),
      /** Names of columns, in this order. Absent: those of the resource. */
      columns: z.array(z.string().min(1).max(2000)).min(1).max(500).optional(),
    }),
    z.object({
      id: z.string(),
      name: z.string(),
      status: z.number(),
      /** Epoch ms. */
      receivedAt: z.number(),
      rows: z.number(),
      bytes: z.number(),
      /** Texts that Excel is too small for. */
      cutTexts: z.number(),
      notes: z.array(messageSchema),
    }),
  ),
  /** Sends the resource's request, as for `local.get`, and tells how it ended. */
  'local.run': call(
    z.object({ resource: named }),
    z.object({
      id: z.string(),
      name: z.string(),
      status: z.number(),
      /** Epoch ms. */
      receivedAt: z.number(),
      durationMs: z.number(),
      bytes: z.number(),
      /** `null`: the response has no table. */
      rows: z.number().nullable(),
    }),
  ),
  /** Ends the app after this response. */
  'local.stop': call(nothing, nothing),
} as const;

export type LocalCallName = keyof typeof localCalls;
export type LocalRequest<Name extends LocalCallName> = z.input<(typeof localCalls)[Name]['request']>;
export type ValidatedLocal<Name extends LocalCallName> = z.output<(typeof localCalls)[Name]['request']>;
export type LocalResponse<Name extends LocalCallName> = z.output<(typeof localCalls)[Name]['response']>;

/** While `local.get` runs. `totalRows`: `null` if the service does not say. */
export type GetProgress =
  | { step: 'fetching'; page: number; rows: number; totalRows: number | null }
  | { step: 'writing'; rows: number; totalRows: number };

/**
 * The calls of the contract that the socket takes. The others show something in the owner's window, or return a secret.
 */
export const sharedCalls = [
  'app.info',
  'preferences.read',
  'network.read',
  'presets.list',
  'presets.read',
  'resources.list',
  'connections.list',
  'connections.save',
  'connections.requestToken',
  'connections.cancelRequest',
  'connections.openLoginAgain',
  'connections.loginLink',
  'connections.pasteCallback',
  'connections.refresh',
  'feeds.list',
  'feeds.save',
  'feeds.delete',
  'feeds.createKey',
  'feeds.revokeKey',
  'feeds.saveServer',
  'push.list',
  'push.save',
  'push.send',
  'peaka.accounts',
  'peaka.links',
  'peaka.updateLink',
] as const satisfies readonly CallName[];
export type SharedCallName = (typeof sharedCalls)[number];

/** Every call of a session. */
export type SessionCallName = LocalCallName | SharedCallName;
export type SessionRequest<Name extends SessionCallName> = Name extends LocalCallName
  ? LocalRequest<Name>
  : Name extends SharedCallName
    ? CallRequest<Name>
    : never;
export type SessionResponse<Name extends SessionCallName> = Name extends LocalCallName
  ? LocalResponse<Name>
  : Name extends SharedCallName
    ? CallResponse<Name>
    : never;
