/** The calls and events about feeds. A part of the contract (`contract.ts`). */
import { z } from 'zod';
import { feedKeySchema, feedSchema, feedServerSchema } from '../feed/feed.ts';
import { call, errorReportSchema, id, nothing } from './common.ts';

export const feedKeyViewSchema = feedKeySchema.omit({ hash: true });
export type FeedKeyView = z.infer<typeof feedKeyViewSchema>;

/** What a feed's readers get at this moment. */
const feedStateSchema = z.object({
  /** Epoch ms: when the service sent the rows that are served. `null`: none were fetched yet. */
  dataAt: z.number().nullable(),
  rowCount: z.number().nullable(),
  /** Why the service sent no newer rows. */
  error: errorReportSchema.nullable(),
  /** Requests with an accepted key since the app started. */
  reads: z.number(),
});
export type FeedState = z.infer<typeof feedStateSchema>;

export const feedViewSchema = z.object({ feed: feedSchema, keys: z.array(feedKeyViewSchema), state: feedStateSchema });
export type FeedView = z.infer<typeof feedViewSchema>;

/** A certificate of the server or its authority. */
const feedCertificateViewSchema = z.object({
  subject: z.string(),
  /** Host names and addresses. Of an authority: none. */
  names: z.array(z.string()),
  /** Epoch ms. */
  validTo: z.number(),
  /** SHA-256, in upper-case hex with colons. */
  fingerprint: z.string(),
});
export type FeedCertificateView = z.infer<typeof feedCertificateViewSchema>;

const feedCertificatesViewSchema = z.object({
  authority: feedCertificateViewSchema.nullable(),
  /** Issued by the authority. Served with `encryption: own`. */
  own: feedCertificateViewSchema.nullable(),
  /** Served with `encryption: imported`. */
  imported: feedCertificateViewSchema.nullable(),
  /** Names of this computer that only a new authority could vouch for. */
  uncovered: z.array(z.string()),
});
export type FeedCertificatesView = z.infer<typeof feedCertificatesViewSchema>;

/** PEM for most, DER for Windows, a truststore (PKCS #12, password `changeit`) for Java. */
const authorityFormats = ['pem', 'der', 'pkcs12'] as const;

export const feedServerViewSchema = z.object({
  settings: feedServerSchema,
  status: z.enum(['off', 'starting', 'running', 'failed']),
  /** Why it does not run, or why readers refuse it while it runs: its certificate expired. */
  error: errorReportSchema.nullable(),
  /** Where readers reach it, the best first: `https://192.168.1.5:8439`. Empty unless it runs. */
  origins: z.array(z.string()),
  /** The addresses of this computer's interfaces. */
  interfaces: z.array(z.object({ name: z.string(), address: z.string() })),
  certificates: feedCertificatesViewSchema,
});
export type FeedServerView = z.infer<typeof feedServerViewSchema>;

export const feedCalls = {
  'feeds.list': call(nothing, z.object({ server: feedServerViewSchema, feeds: z.array(feedViewSchema) })),
  /** Creates or replaces. Fails with `feed.name_taken`. */
  'feeds.save': call(z.object({ feed: feedSchema }), feedViewSchema),
  /** With its keys. */
  'feeds.delete': call(z.object({ id }), nothing),
  'feeds.restore': call(z.object({ id }), feedViewSchema),
  /** `secret`: the key itself. It is told once and stored nowhere. `expiresAt`: epoch ms; `null`: never. */
  'feeds.createKey': call(
    z.object({ feedId: id, name: z.string().min(1).max(100), expiresAt: z.number().nullable() }),
    z.object({ key: feedKeyViewSchema, secret: z.string() }),
  ),
  'feeds.revokeKey': call(z.object({ id }), nothing),
  /**
   * Restarts the server if need be. Fails with `feed.plain_network`, `feed.no_certificate`; a port in use is told by the
   * view's `error`.
   */
  'feeds.saveServer': call(feedServerSchema, feedServerViewSchema),
  /**
   * Saves the certificate of the own authority for readers, and creates the authority if need be. `path`: `null` if the user
   * picked none. Fails with `export.no_permission`.
   */
  'feeds.exportAuthority': call(
    z.object({ format: z.enum(authorityFormats) }),
    z.object({ path: z.string().nullable() }),
  ),
  /** For `uncovered` names. Readers must trust the new authority. */
  'feeds.replaceAuthority': call(nothing, feedServerViewSchema),
  /**
   * PEM: the server's certificate with its chain in any order, and its key, which `certificates` may contain. Fails with
   * `feed.certificate_unreadable`, `feed.certificate_expired`, `feed.certificate_unsuitable`, `feed.key_unreadable`,
   * `feed.key_mismatch`.
   */
  'feeds.importCertificate': call(
    z.object({
      certificates: z.string().max(1_000_000),
      key: z.string().max(100_000),
      passphrase: z.string().max(1000),
    }),
    feedServerViewSchema,
  ),
  'feeds.removeCertificate': call(nothing, feedServerViewSchema),
} as const;

export const feedEvents = {
  /** Feeds, keys, the server or a feed's state changed: request the list again. */
  'feeds.changed': nothing,
} as const;
