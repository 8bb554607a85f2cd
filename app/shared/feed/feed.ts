import { z } from 'zod';

// A resource that this computer publishes for dashboard tools. They read it with a feed key instead of OAuth.

/** What the rows of a feed are written as, in the order of the window. Each is an extension of the feed's address. */
export const feedFormats = ['json', 'csv', 'xml', 'ndjson', 'html'] as const;
export type FeedFormat = (typeof feedFormats)[number];

/** How the JSON begins. `array`: the list of rows. `wrapped`: an object with the list as `data`, for tools that need one. */
export const feedRoots = ['array', 'wrapped'] as const;

/** `shown`: as in the preview. `safe`: letters, digits and underscores, as Peakboard and SQL want them. */
export const feedColumnNames = ['shown', 'safe'] as const;

export const feedDelimiters = ['comma', 'semicolon', 'tab'] as const;

/** In seconds. A reader that asks more often gets the same rows. */
export const shortestFresh = 1;
/** In seconds: a week. */
export const longestFresh = 7 * 86_400;

/** An origin (RFC 6454) as a browser sends it: `https://host`, `http://host:8080`. */
const originSchema = z
  .string()
  .max(300)
  .regex(/^https?:\/\/[^/?#\s]+$/);

/** Of a feed's name: a part of its address, and the name of its entity set in OData. */
export const feedNamePattern = /^[A-Za-z][A-Za-z0-9_]{0,59}$/;

export const feedSchema = z.object({
  id: z.string().min(1).max(64),
  resourceId: z.string().min(1).max(64),
  /** Unique without regard to case. */
  name: z.string().regex(feedNamePattern),
  /** Nothing is published unless this and the server's own switch are on. */
  isOn: z.boolean(),
  root: z.enum(feedRoots),
  columnNames: z.enum(feedColumnNames),
  csv: z.object({ delimiter: z.enum(feedDelimiters), mark: z.boolean() }),
  /** Adds a column with the time at which the service sent the rows. */
  hasTimeColumn: z.boolean(),
  /** Seconds for which rows are served without asking the service again. */
  freshSeconds: z.number().int().min(shortestFresh).max(longestFresh),
  /** Seconds after which rows are no longer served, if the service does not send new ones. `null`: served at any age. */
  staleSeconds: z
    .number()
    .int()
    .min(1)
    .max(365 * 86_400)
    .nullable(),
  /** Also accepts the key as `?key=`, for tools that can send nothing but a URL. */
  allowsKeyInUrl: z.boolean(),
  /** Origins whose pages may read the feed (CORS). */
  origins: z.array(originSchema).max(50),
});
export type Feed = z.infer<typeof feedSchema>;

/** A key opens one feed. Only its hash is stored. */
export const feedKeySchema = z.object({
  id: z.string().min(1).max(64),
  feedId: z.string().min(1).max(64),
  name: z.string().min(1).max(100),
  /** SHA-256 of the key, base64url. The key has 256 random bits, so a slow hash would protect nothing. */
  hash: z.string().length(43),
  /** The last four characters, so that the user recognizes it. */
  ending: z.string().length(4),
  /** Epoch ms. */
  createdAt: z.number(),
  /** Epoch ms. `null`: never. */
  expiresAt: z.number().nullable(),
  lastUsed: z.object({ at: z.number(), address: z.string().max(64) }).nullable(),
});
export type FeedKey = z.infer<typeof feedKeySchema>;

/** `loopback`: this computer only. `network`: other computers, too. */
export const feedExposures = ['loopback', 'network'] as const;

/** `own`: certificates of a small authority that Tokenboard creates. `imported`: the user's. */
export const feedEncryptions = ['none', 'own', 'imported'] as const;

/** IPv4 or IPv6, as an address or in CIDR notation (RFC 4632, RFC 4291): `192.168.1.0/24`. */
const networkSchema = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

export const feedServerSchema = z.object({
  isOn: z.boolean(),
  port: z.number().int().min(1024).max(65_535),
  exposure: z.enum(feedExposures),
  /** The address of the interface to listen at, for `network`. `null`: all. */
  address: z.union([z.ipv4(), z.ipv6()]).nullable(),
  /** Where readers may come from, for `network`. Empty: the networks of this computer's interfaces. */
  networks: z.array(networkSchema).max(50),
  /** Names in the Host header that are accepted, besides the addresses and the name of this computer. */
  hosts: z
    .array(
      z
        .string()
        .max(253)
        .regex(/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/),
    )
    .max(50),
  encryption: z.enum(feedEncryptions),
  /** The user accepted that keys and data cross the network readable. Without it, `network` needs an encryption. */
  acceptsPlainNetwork: z.boolean(),
});
export type FeedServerSettings = z.infer<typeof feedServerSchema>;

/** Off, and on this computer alone. The port stays, because dashboards remember it. */
export const initialFeedServer: FeedServerSettings = {
  isOn: false,
  port: 8439,
  exposure: 'loopback',
  address: null,
  networks: [],
  hosts: [],
  encryption: 'none',
  acceptsPlainNetwork: false,
};

/** A feed of a resource, with what suits most tools. */
export const newFeed = (id: string, resourceId: string, name: string): Feed => ({
  id,
  resourceId,
  name,
  isOn: true,
  root: 'array',
  columnNames: 'safe',
  csv: { delimiter: 'comma', mark: false },
  hasTimeColumn: false,
  freshSeconds: 60,
  staleSeconds: null,
  allowsKeyInUrl: false,
  origins: [],
});

/** A name for a feed, from that of its resource: `Sales (EU)` becomes `Sales_EU`. `taken`: names of other feeds. */
export function feedNameFor(resourceName: string, taken: readonly string[]): string {
  const plain = resourceName
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 50);
  const base = /^[A-Za-z]/.test(plain) ? plain : `feed_${plain}`.replace(/_$/, '');
  const used = new Set(taken.map((name) => name.toLowerCase()));
  if (!used.has(base.toLowerCase())) return base;
  for (let number = 2; ; number++) if (!used.has(`${base}_${number}`.toLowerCase())) return `${base}_${number}`;
}
