import { z } from 'zod';
import { copyTargets } from '../copy-as.ts';
import { exportChoicesSchema } from '../export/export.ts';
import { languageCodes } from '../messages/languages.ts';
import { errorReportSchema, messageSchema } from './common.ts';

export const preferencesSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', ...languageCodes]),
  sidebarWidth: z.number().int().min(200).max(480),
  /** Of the console at the lower edge of the window, in pixels. A small window shows less. */
  consoleHeight: z.number().int().min(140).max(2000),
  loginTimeoutSeconds: z.number().int().min(30).max(3600),
  requestTimeoutSeconds: z.number().int().min(1).max(600),
  /** In MiB. Larger bodies are not shown but offered as a file (row 43). */
  maximumBodyMebibytes: z.number().int().min(1).max(512),
  /** Tells the user when a resource that worked begins to fail, and when it works again. */
  notifiesOfRuns: z.boolean(),
  /** The app goes on when its window is closed: feeds, pushes and renewals continue. */
  keepsRunning: z.boolean(),
  /** Ctrl C in a table copies the names of the columns too. */
  copiesHeader: z.boolean(),
  recentPresets: z.array(z.string()).max(10),
  /** What *Copy as* showed last. */
  copyTarget: z.enum(copyTargets),
  exportChoices: exportChoicesSchema,
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** `startsAtLogin`: `null` if the system cannot start the app on this platform. */
export const startupSchema = z.object({ startsAtLogin: z.boolean().nullable() });
export type Startup = z.infer<typeof startupSchema>;

/**
 * How the user's region writes dates and numbers, as BCP 47 tags. `null`: the system does not say, so the window uses
 * its own.
 */
export const regionSchema = z.object({ dates: z.string().nullable(), numbers: z.string().nullable() });
export type Region = z.infer<typeof regionSchema>;

/** What shows the windows. `terminal`: nothing does, for the command line and servers. */
export const platformKinds = ['electron', 'browser', 'terminal'] as const;
export type PlatformKind = (typeof platformKinds)[number];

export const vaultStatusSchema = z.discriminatedUnion('status', [
  /** The keychain has not responded: the system may be asking the user to unlock it. `app.changed` follows. */
  z.object({ status: z.literal('opening') }),
  /** The key is in the system's keychain. */
  z.object({ status: z.literal('keychain') }),
  /** The key is derived from the user's passphrase, or from TOKENBOARD_KEY. */
  z.object({ status: z.literal('key'), source: z.enum(['user', 'environment']) }),
  /** No keychain and no key: secrets stay in memory and end with the app. `reason` says why. */
  z.object({ status: z.literal('session'), reason: messageSchema }),
  /** The user gave a key earlier: nothing can be read or written until the user enters it again. */
  z.object({ status: z.literal('locked'), reason: messageSchema }),
]);
export type VaultStatusView = z.infer<typeof vaultStatusSchema>;

/** Something the user should know, e.g. that a corrupt file was moved aside. */
export const noticeSchema = z.object({
  id: z.string(),
  level: z.enum(['info', 'warning']),
  title: messageSchema,
  text: messageSchema,
});
export type Notice = z.infer<typeof noticeSchema>;

/** A package in the app. `licence`: its SPDX expression; `text`: the licence with its copyright notices. */
export const licenceSchema = z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() });

export const practiceStatusSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('off') }),
  z.object({ status: z.literal('starting') }),
  z.object({
    status: z.literal('running'),
    origin: z.string(),
    account: z.object({ username: z.string(), password: z.string() }),
    tokenLifetimeSeconds: z.number(),
  }),
  z.object({ status: z.literal('failed'), error: errorReportSchema }),
]);

export const proxyModes = ['system', 'manual', 'none'] as const;

/** How the app reaches servers. Never contains the proxy's password (row 37). */
export const networkSchema = z.object({
  proxy: z.object({
    mode: z.enum(proxyModes),
    url: z.string(),
    username: z.string(),
    hasPassword: z.boolean(),
  }),
  /** Authorities trusted in addition to the system's. `id`: SHA-256. `validTo`: epoch ms. */
  certificates: z.array(z.object({ id: z.string(), subject: z.string(), issuer: z.string(), validTo: z.number() })),
});
export type NetworkView = z.infer<typeof networkSchema>;
