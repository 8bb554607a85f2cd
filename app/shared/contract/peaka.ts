/** The calls about Peaka. A part of the contract (`contract.ts`). */
import { z } from 'zod';
import { peakaAccountSchema, peakaAccountViewSchema, peakaPlaceSchema } from '../peaka/account.ts';
import { peakaTypeSchema, peakaValuesSchema } from '../peaka/connection-type.ts';
import { peakaLinkViewSchema, peakaLoginWays, peakaRenewals } from '../peaka/link.ts';
import { call, id, nothing } from './common.ts';

const peakaId = z.string().min(1).max(200);
const name = z.string().max(200);
/** A connection at Peaka, made here or elsewhere. `id`: the account. */
const remote = z.object({ id, projectId: peakaId, connectionId: peakaId });
const ofLink = z.object({ linkId: id });

/** A new connection at Peaka. `linkId`: a new ID, so that the window can follow and cancel it. */
const newLink = { linkId: id, accountId: id, project: peakaPlaceSchema, type: z.string().max(200), name };

export const peakaCalls = {
  'peaka.accounts': call(nothing, z.array(peakaAccountViewSchema)),
  /** Creates or replaces by ID. `apiKey`: a value sets it, `null` removes it, absence keeps it. */
  'peaka.saveAccount': call(
    z.object({ peakaAccount: peakaAccountSchema, apiKey: z.string().max(20_000).nullable().optional() }),
    peakaAccountViewSchema,
  ),
  /** Asks Peaka about the key. With a project key, the account's project is filled in. */
  'peaka.checkAccount': call(z.object({ id }), peakaAccountViewSchema),
  /** Forgets the account, its key and its links. Deletes nothing at Peaka. */
  'peaka.deleteAccount': call(z.object({ id }), nothing),

  'peaka.organizations': call(z.object({ id }), z.array(peakaPlaceSchema)),
  'peaka.workspaces': call(z.object({ id, organizationId: peakaId }), z.array(peakaPlaceSchema)),
  'peaka.projects': call(z.object({ id, organizationId: peakaId, workspaceId: peakaId }), z.array(peakaPlaceSchema)),
  'peaka.types': call(z.object({ id }), z.array(peakaTypeSchema)),

  /** The connections of a project. `gone`: links to connections that are no longer there. */
  'peaka.connections': call(
    z.object({ id, projectId: peakaId }),
    z.object({
      connections: z.array(z.object({ id: z.string(), name: z.string(), type: z.string(), linkId: id.nullable() })),
      gone: z.array(id),
    }),
  ),
  /** What Peaka shows of a connection: values that are not secret, as names and texts. */
  'peaka.connectionDetail': call(remote, z.object({ facts: z.array(z.tuple([z.string(), z.string()])) })),
  /** Sends Peaka the new name, with the values that are known here. */
  'peaka.renameConnection': call(remote.extend({ name }), nothing),
  /** Deletes it at Peaka. Catalogs on it stop. A connection that is already gone there is no error. */
  'peaka.deleteConnection': call(remote, nothing),

  'peaka.links': call(nothing, z.array(peakaLinkViewSchema)),
  /** Forgets what is known here. Changes nothing at Peaka. */
  'peaka.forgetLink': call(ofLink, nothing),

  /** What would be handed over. `connectionId`: the connection here. Shows names, no values. */
  'peaka.handOverPlan': call(
    z.object({ connectionId: id, accountId: id, type: z.string().max(200), renewal: z.enum(peakaRenewals) }),
    z.object({
      /** Values that go to Peaka, by the name of Peaka's field. */
      handed: z.array(z.string()),
      /** Fields that Peaka requires and this connection cannot fill. The user enters them. */
      missing: z.array(z.string()),
      /** Whether the service replaced the refresh token at a renewal. `null`: not seen yet. */
      rotates: z.boolean().nullable(),
      /** The grant has a login that can be repeated for Peaka alone. */
      canLogInAgain: z.boolean(),
    }),
  ),
  /** `values`: for the fields that the connection cannot fill. Secret ones go to the vault. */
  'peaka.handOver': call(
    z.object({ ...newLink, connectionId: id, renewal: z.enum(peakaRenewals), values: peakaValuesSchema }),
    peakaLinkViewSchema,
  ),
  /** `second_login` runs a login, which the connection's status shows. */
  'peaka.setRenewal': call(ofLink.extend({ renewal: z.enum(peakaRenewals) }), peakaLinkViewSchema),
  /** Sends Peaka the current values now (PUT). Runs a login for Peaka first if the link `needsLoginForPeaka`. */
  'peaka.updateLink': call(ofLink, peakaLinkViewSchema),

  /** For types without a login. */
  'peaka.createFromForm': call(z.object({ ...newLink, values: peakaValuesSchema }), peakaLinkViewSchema),
  /** Absent values stay as they are. */
  'peaka.updateForm': call(ofLink.extend({ name, values: peakaValuesSchema }), peakaLinkViewSchema),

  /**
   * Creates the connection at Peaka, opens its consent page and waits for the end of the login. `values`: the form's.
   * `linkId` of an unfinished link: what is left of it at Peaka is deleted first.
   * `evenIfRedirectDiffers`: go on although the consent page names another redirect URI than the registered one.
   */
  'peaka.logIn': call(
    z.object({
      ...newLink,
      way: z.enum(peakaLoginWays),
      window: z.enum(['popup', 'browser']),
      clientId: z.string().max(2000),
      clientSecret: z.string().max(20_000),
      ownCallbackUrl: z.string().max(4000),
      values: peakaValuesSchema,
      evenIfRedirectDiffers: z.boolean(),
    }),
    peakaLinkViewSchema,
  ),
  'peaka.cancelLogin': call(ofLink, nothing),
  'peaka.showWindow': call(ofLink, nothing),
  /** Opens the waiting login in the system browser again. */
  'peaka.openLoginAgain': call(ofLink, nothing),
  'peaka.pasteCallback': call(ofLink.extend({ url: z.string().max(20_000) }), nothing),
  /**
   * Decides about what the service refused (`passOn`), or sends a callback again whose answer was lost. Fails with
   * `peaka.no_login` if no login waits for it.
   */
  'peaka.passOn': call(ofLink.extend({ passOn: z.boolean() }), nothing),
} as const;
