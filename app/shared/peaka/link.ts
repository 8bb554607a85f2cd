import { z } from 'zod';
import { errorReportSchema, id } from '../contract/common.ts';
import { peakaPlaceSchema } from './account.ts';
import { peakaValuesSchema } from './connection-type.ts';

/**
 * How a connection at Peaka came about. In the words of Peaka's guide: `form` needs no OAuth, `hand_over` is way 1,
 * `peaka_app` 2a, `own_app` 2b-1, `forwarded` 2b-2, `own_callback` 2b-3.
 */
export const peakaWays = ['form', 'hand_over', 'peaka_app', 'own_app', 'forwarded', 'own_callback'] as const;
export type PeakaWay = (typeof peakaWays)[number];
/** The ways with a login through Peaka. */
export const peakaLoginWays = ['peaka_app', 'own_app', 'forwarded', 'own_callback'] as const satisfies PeakaWay[];
export type PeakaLoginWay = (typeof peakaLoginWays)[number];

/**
 * Who renews the tokens that Peaka received: `second_login`: each side its own, from a login for Peaka alone.
 * `stop_here`: Peaka renews, Tokenboard no longer does. `update_peaka`: Tokenboard renews, and sends Peaka each new
 * token; Peaka gets no refresh token unless its form requires one.
 */
export const peakaRenewals = ['second_login', 'stop_here', 'update_peaka'] as const;
export type PeakaRenewal = (typeof peakaRenewals)[number];

/** An update that Peaka has not received yet. Times are epoch ms. */
const pendingUpdateSchema = z.object({
  since: z.number(),
  attempts: z.number().int().min(0),
  /** `null`: not by itself, because the user must fix the cause. */
  retryAt: z.number().nullable(),
  error: errorReportSchema.optional(),
});

/**
 * A connection at Peaka that was made here. Its secrets (client secret, secret values of the form, tokens of a login
 * for Peaka alone) are in the vault, with the link's ID as owner.
 */
export const peakaLinkSchema = z.object({
  id,
  accountId: id,
  project: peakaPlaceSchema,
  /** Its ID at Peaka. Empty until Peaka has answered. */
  peakaId: z.string().max(200),
  name: z.string().max(200),
  type: z.string().max(200),
  way: z.enum(peakaWays),
  /** `unfinished`: Peaka has it, but its login did not end well. */
  state: z.enum(['ready', 'unfinished']),
  /** Why it is unfinished. */
  error: errorReportSchema.optional(),
  createdAt: z.number(),
  /** When Peaka last received values, in epoch ms. */
  updatedAt: z.number(),
  /** `hand_over`: the connection here that its tokens come from. */
  source: id.nullable(),
  renewal: z.enum(peakaRenewals).nullable(),
  pending: pendingUpdateSchema.nullable(),
  /** `hand_over`: the fields of Peaka's form that get values of `source`. */
  handed: z.array(z.string().max(200)).optional(),
  /** The form's values that are not secret. */
  values: peakaValuesSchema,
  /** The fields of the form whose values are in the vault. */
  secretFields: z.array(z.string().max(200)).optional(),
  /** The user's app, for `own_app`, `forwarded` and `own_callback`. */
  clientId: z.string().max(2000),
  /** The user's callback URL, for `forwarded` and `own_callback`. */
  ownCallbackUrl: z.string().max(4000),
});
export type PeakaLink = z.infer<typeof peakaLinkSchema>;

/**
 * Whether an update needs a new login for Peaka. Where Peaka renews, the tokens known here may be used up by now, and
 * a second use may end the authorization (RFC 9700 §4.14.2).
 */
export const needsLoginForPeaka = ({ way, renewal, pending }: PeakaLink): boolean =>
  way === 'hand_over' &&
  renewal !== 'update_peaka' &&
  (pending === null || pending.error?.code === 'peaka.result_unknown');

/** The progress of a login through Peaka. */
export const peakaLoginSchema = z.object({
  step: z.enum(['creating', 'window_opened', 'waiting_for_login', 'service_refused', 'confirming']),
  window: z.enum(['popup', 'browser']),
  /** The user pastes the callback's URL (`peaka.pasteCallback`). */
  waitsForPaste: z.boolean(),
  /** `service_refused`: what the service said. The user may pass it on to Peaka (`peaka.passOn`). */
  refusal: z.object({ serviceMessage: z.string() }).optional(),
  /** The popup shows an error page, or refuses embedded windows: as for a connection's login. */
  errorPage: errorReportSchema.optional(),
  refused: z.object({ host: z.string() }).optional(),
  /** The popup shows a page that asks for HTTP authentication, which works only in the system browser. */
  signInPrompt: z.object({ host: z.string(), scheme: z.enum(['Negotiate', 'NTLM', 'Digest', 'Basic']) }).optional(),
});
export type PeakaLogin = z.infer<typeof peakaLoginSchema>;

/** A link as the window sees it. */
export const peakaLinkViewSchema = z.object({
  link: peakaLinkSchema,
  /** The names of its stored secrets. */
  secrets: z.array(z.string()),
  login: peakaLoginSchema.nullable(),
});
export type PeakaLinkView = z.infer<typeof peakaLinkViewSchema>;
