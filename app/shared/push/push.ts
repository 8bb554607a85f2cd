import { z } from 'zod';

// Rows of a feed that Tokenboard sends to a tool which cannot fetch them.

export const pushKinds = [
  'webhook',
  'peakboard_box',
  'peakboard_hub',
  'geckoboard',
  'databox',
  'trmnl',
  'smashing',
  'postgresql',
  'sqlite',
] as const;
export type PushKind = (typeof pushKinds)[number];

/** `url`: http or https. `secret`: kept in the vault. `file`: a path on this computer. */
export type PushFieldType = 'url' | 'text' | 'secret' | 'file';

export interface PushField {
  name: string;
  type: PushFieldType;
  isRequired: boolean;
  /** Filled in for a new target. */
  initial?: string;
}

/** What is known about a kind of target. Its texts are `push.<kind>` and `push.<kind>.<field>`. */
export interface PushFacts {
  fields: readonly PushField[];
  /** The target takes no more rows at once. Others are not sent, and the user is told. */
  mostRows: number;
  /** Of a request's body, if the target limits it. */
  mostBytes?: number;
  /** Seconds between two sends, at least: what the target allows. */
  leastSeconds: number;
}

const field = (name: string, type: PushFieldType, more: Partial<PushField> = {}): PushField => ({
  name,
  type,
  isRequired: true,
  ...more,
});

/** Sources: research on feeds (Peakboard's help and blog, docs.trmnl.com, developers.databox.com, Geckoboard's API). */
export const pushFacts: Record<PushKind, PushFacts> = {
  webhook: {
    fields: [field('url', 'url'), field('token', 'secret', { isRequired: false })],
    mostRows: 100_000,
    leastSeconds: 1,
  },
  peakboard_box: {
    fields: [
      field('url', 'url', { initial: 'https://box-address:40405' }),
      field('username', 'text'),
      field('password', 'secret'),
      field('list', 'text'),
    ],
    mostRows: 1_000,
    leastSeconds: 1,
  },
  peakboard_hub: {
    fields: [
      field('url', 'url', { initial: 'https://api.peakboard.com' }),
      field('apiKey', 'secret'),
      field('list', 'text'),
    ],
    // Each row is a request.
    mostRows: 200,
    leastSeconds: 60,
  },
  geckoboard: {
    fields: [
      field('url', 'url', { initial: 'https://api.geckoboard.com' }),
      field('apiKey', 'secret'),
      field('dataset', 'text'),
    ],
    mostRows: 500,
    leastSeconds: 10,
  },
  databox: {
    fields: [
      field('url', 'url', { initial: 'https://api.databox.com' }),
      field('apiKey', 'secret'),
      field('dataset', 'text'),
    ],
    // Batches of 100.
    mostRows: 2_000,
    leastSeconds: 60,
  },
  trmnl: {
    // The address holds the plugin's ID, which is all that the service asks for.
    fields: [field('webhookUrl', 'secret')],
    mostRows: 200,
    mostBytes: 2_000,
    leastSeconds: 300,
  },
  smashing: {
    fields: [field('url', 'url'), field('widget', 'text'), field('token', 'secret')],
    mostRows: 1_000,
    leastSeconds: 1,
  },
  postgresql: {
    fields: [
      field('host', 'text', { initial: 'localhost' }),
      field('port', 'text', { initial: '5432' }),
      field('database', 'text'),
      field('username', 'text'),
      field('password', 'secret', { isRequired: false }),
      field('table', 'text'),
    ],
    mostRows: 100_000,
    leastSeconds: 10,
  },
  sqlite: {
    fields: [field('file', 'file'), field('table', 'text')],
    mostRows: 100_000,
    leastSeconds: 5,
  },
};

/** In seconds: a day. */
const longestPushInterval = 86_400;

export const pushSchema = z.object({
  id: z.string().min(1).max(64),
  feedId: z.string().min(1).max(64),
  name: z.string().min(1).max(100),
  kind: z.enum(pushKinds),
  isOn: z.boolean(),
  /** Seconds between two sends. `null`: sends when the rows have changed. */
  seconds: z.number().int().min(1).max(longestPushInterval).nullable(),
  /** By field, without the secrets. */
  values: z.record(z.string().max(40), z.string().max(2_000)),
});
export type Push = z.infer<typeof pushSchema>;

export const newPush = (id: string, feedId: string, kind: PushKind, name: string): Push => ({
  id,
  feedId,
  name,
  kind,
  isOn: true,
  seconds: null,
  values: Object.fromEntries(
    pushFacts[kind].fields.flatMap((each) => (each.initial ? [[each.name, each.initial]] : [])),
  ),
});

/** The names of the fields that still need a value. `secrets`: names of those that the vault has. */
export const missingPushFields = ({ kind, values }: Push, secrets: readonly string[]): string[] =>
  pushFacts[kind].fields
    .filter(
      ({ isRequired, name, type }) =>
        isRequired && (type === 'secret' ? !secrets.includes(name) : (values[name] ?? '').trim() === ''),
    )
    .map(({ name }) => name);
