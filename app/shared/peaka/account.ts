import { z } from 'zod';
import { id } from '../contract/common.ts';

/** Peaka's installations. `own`: on-premises or white label. `practice`: the built-in practice service. */
export const peakaZones = ['us', 'eu', 'own', 'practice'] as const;
export type PeakaZone = (typeof peakaZones)[number];

export interface PeakaAddresses {
  /** Of the Partner API, without a slash at its end. */
  baseUrl: string;
  /** Where a service sends the browser after a login through Peaka: the redirect URI to register there. */
  callbackUrl: string;
}

/**
 * What a zone fills in. Every address can be edited: Peaka's documents name two hosts for the EU zone, and no callback
 * URL there. `{practice}` is the origin of the practice service.
 */
export const zoneAddresses: Record<PeakaZone, PeakaAddresses> = {
  us: { baseUrl: 'https://partner.peaka.studio/api/v1', callbackUrl: 'https://peaka.studio/oauth2/callback' },
  eu: { baseUrl: 'https://partner.eu.peaka.studio/api/v1', callbackUrl: 'https://eu.peaka.studio/oauth2/callback' },
  own: { baseUrl: '', callbackUrl: '' },
  practice: { baseUrl: '{practice}/peaka/api/v1', callbackUrl: '{practice}/peaka/oauth2/callback' },
};

/** An organization, a workspace or a project of Peaka. */
export const peakaPlaceSchema = z.object({ id: z.string().max(200), name: z.string().max(500) });
export type PeakaPlace = z.infer<typeof peakaPlaceSchema>;

/** An account at Peaka. Its API key is in the vault, as `apiKey` of the account's ID. */
export const peakaAccountSchema = z.object({
  id,
  name: z.string().max(200),
  zone: z.enum(peakaZones),
  baseUrl: z.string().max(4000),
  callbackUrl: z.string().max(4000),
  /** Chosen from lists with a partner key. A project key knows its project. */
  organization: peakaPlaceSchema.nullable(),
  workspace: peakaPlaceSchema.nullable(),
  project: peakaPlaceSchema.nullable(),
});
export type PeakaAccount = z.infer<typeof peakaAccountSchema>;

/** What Peaka said about a key. A partner key reaches every project, a project key reaches one. */
export const peakaKeySchema = z.object({
  kind: z.enum(['partner', 'project']),
  email: z.string(),
  userId: z.string(),
  /** Epoch ms. */
  checkedAt: z.number(),
});
export type PeakaKey = z.infer<typeof peakaKeySchema>;

/** An account as the window sees it. `key`: `null` until Peaka was asked about the present key. */
export const peakaAccountViewSchema = z.object({
  peakaAccount: peakaAccountSchema,
  hasKey: z.boolean(),
  key: peakaKeySchema.nullable(),
});
export type PeakaAccountView = z.infer<typeof peakaAccountViewSchema>;
