/** The calls and events about rows that Tokenboard sends to a tool. A part of the contract (`contract.ts`). */
import { z } from 'zod';
import { pushSchema } from '../push/push.ts';
import { call, errorReportSchema, id, nothing } from './common.ts';

export const pushStateSchema = z.object({
  isSending: z.boolean(),
  /** Epoch ms, of the last send that succeeded. `null`: none yet. */
  sentAt: z.number().nullable(),
  sentRows: z.number().nullable(),
  /** Rows that the target had no room for, in the last send. */
  leftOut: z.number(),
  /** Of the last send. */
  error: errorReportSchema.nullable(),
  /** Epoch ms. `null`: when the rows change, when the user has acted, or never. */
  nextAt: z.number().nullable(),
});
export type PushState = z.infer<typeof pushStateSchema>;

export const pushViewSchema = z.object({
  push: pushSchema,
  /** Names of the fields whose values the vault has. */
  secretNames: z.array(z.string()),
  state: pushStateSchema,
});
export type PushView = z.infer<typeof pushViewSchema>;

export const pushCalls = {
  'push.list': call(nothing, z.array(pushViewSchema)),
  /** Creates or replaces. `secrets`: a value sets one, `null` removes it, an absent name keeps it. */
  'push.save': call(
    z.object({ push: pushSchema, secrets: z.record(z.string(), z.string().max(20_000).nullable()) }),
    pushViewSchema,
  ),
  'push.delete': call(z.object({ id }), nothing),
  'push.restore': call(z.object({ id }), pushViewSchema),
  /** Sends now, and responds when the send has ended: its state tells how. */
  'push.send': call(z.object({ id }), pushViewSchema),
} as const;

export const pushEvents = {
  /** Targets or their states changed: request the list again. */
  'push.changed': nothing,
} as const;
