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

/** What is known about a kind of target. The window's texts are `target.<kind>.…` and `target.<kind>.<field>`. */
export interface PushFacts {
  /** The same in every language. */
  name: string;
  fields: readonly PushField[];
  /** The target takes no more rows at once. Others are not sent, and the user is told. */
  mostRows: number;
  /** Of a request's body, if the target limits it. */
  mostBytes?: number;
  /** Seconds between two sends, at least: what the target allows. */
  leastSeconds: number;
}

const field = <const Name extends string>(
  name: Name,
  type: PushFieldType,
  more: Partial<PushField> = {},
): PushField & { name: Name } => ({ type, isRequired: true, ...more, name });

/** Sources: research on feeds (Peakboard's help and blog, docs.trmnl.com, developers.databox.com, Geckoboard's API). */
const facts = {
  webhook: {
    name: 'Webhook',
    fields: [field('url', 'url'), field('token', 'secret', { isRequired: false })],
    mostRows: 100_000,
    leastSeconds: 1,
  },
  peakboard_box: {
    name: 'Peakboard Box',
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
    name: 'Peakboard Hub',
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
    name: 'Geckoboard',
    fields: [
      field('url', 'url', { initial: 'https://api.geckoboard.com' }),
      field('apiKey', 'secret'),
      field('dataset', 'text'),
    ],
    mostRows: 500,
    leastSeconds: 10,
  },
  databox: {
    name: 'Databox',
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
    name: 'TRMNL',
    // The address holds the plugin's ID, which is all that the service asks for.
    fields: [field('webhookUrl', 'secret')],
    mostRows: 200,
    mostBytes: 2_000,
    leastSeconds: 300,
  },
  smashing: {
    name: 'Smashing',
    fields: [field('url', 'url'), field('widget', 'text'), field('token', 'secret')],
    mostRows: 1_000,
    leastSeconds: 1,
  },
  postgresql: {
    name: 'PostgreSQL',
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
    name: 'SQLite',
    fields: [field('file', 'file'), field('table', 'text')],
    mostRows: 100_000,
    leastSeconds: 5,
  },
} satisfies Record<PushKind, PushFacts>;

export const pushFacts: Record<PushKind, PushFacts> = facts;

/** `webhook.url`: every field of every kind. A text for each does not compile if one is missing. */
export type PushFieldId = { [Kind in PushKind]: `${Kind}.${(typeof facts)[Kind]['fields'][number]['name']}` }[PushKind];

/** In seconds: a day. */
export const longestPushInterval = 86_400;

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
