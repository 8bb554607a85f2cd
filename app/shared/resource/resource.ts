import { z } from 'zod';
import { chartSchema } from '../chart/chart.ts';
import { secretValuesSchema } from '../secret-values-schema.ts';
import { noShape, shapeSchema } from '../shape/shape.ts';
import { encodings } from './encodings.ts';
import { pagesSchema } from './pages.ts';
import { noReload, reloadSchema } from './reload.ts';

export const dataFormats = ['json', 'xml', 'csv'] as const;
export type DataFormat = (typeof dataFormats)[number];

/** The views of a response. */
export const previewViews = ['table', 'chart', 'tree', 'raw'] as const;
export type PreviewView = (typeof previewViews)[number];

/** GET, and POST for services whose reads are POSTs, such as GraphQL. */
export const resourceMethods = ['GET', 'POST'] as const;
export type ResourceMethod = (typeof resourceMethods)[number];

/** How the body of a POST is written. */
export const bodyTypes = ['json', 'form', 'graphql'] as const;

/** `text`: JSON, lines of `name=value`, or a GraphQL query. `variables`: those of the query, as JSON. */
const resourceBodySchema = z.object({
  type: z.enum(bodyTypes),
  text: z.string().max(200_000),
  variables: z.string().max(50_000),
});

/** Whether the first row of a CSV holds column names. `auto`: decided by the rows. */
export const firstRows = ['auto', 'names', 'data'] as const;
export type FirstRow = (typeof firstRows)[number];

/** A query parameter that is not sent. `text`: as typed in the URL. `at`: its place among all parameters, from 0. */
const offParameterSchema = z.object({ at: z.number().int().min(0).max(10_000), text: z.string().max(8000) });

/** A custom header. With `secret` the vault keeps the value, and `value` is empty. */
const resourceHeaderSchema = z.object({
  name: z.string().min(1).max(200),
  value: z.string().max(8000),
  secret: z.boolean(),
});

export const resourceAuthorizationSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('none') }),
  /** The vault keeps the password as `basicPassword`, and with `secretUsername` the user name as `basicUsername`. */
  z.object({
    type: z.literal('basic'),
    username: z.string().max(1000),
    secretUsername: z.literal(true).optional(),
  }),
  /** The vault keeps the token as `bearerToken`. */
  z.object({ type: z.literal('bearer') }),
  z.object({ type: z.literal('oauth'), connectionId: z.string().max(64).nullable() }),
]);

/** A URL that returns data, and how requests to it are authorized. */
export const resourceSchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(200),
  url: z.string().max(8000),
  offParameters: z.array(offParameterSchema).max(200).default([]),
  /** Values for `{name}` in the URL where neither the connection nor the vault has one. May hold relative dates. */
  variables: z
    .record(
      z
        .string()
        .regex(/^[a-zA-Z]\w*$/)
        .max(64),
      z.string().max(8000),
    )
    .default({}),
  /** The time zone of relative dates (IANA). `null`: this computer's. */
  timeZone: z.string().max(64).nullable().default(null),
  method: z.enum(resourceMethods).default('GET'),
  /** Sent by POST only. A GET keeps it, so that switching back loses nothing. */
  body: resourceBodySchema.default({ type: 'json', text: '', variables: '' }),
  format: z.enum(dataFormats),
  headers: z.array(resourceHeaderSchema).max(100),
  /** Each `{name}` in the URL whose value the vault keeps as `value:<name>`. */
  secretValues: secretValuesSchema,
  /** What looks like a credential but is not, according to the user: `query:token`, `header:x-session`. */
  inTheOpen: z.array(z.string().max(220)).max(100).default([]),
  authorization: resourceAuthorizationSchema,
  /**
   * JSON Pointer (RFC 6901) of the list shown as the table. After a dot: the object that is its only row. From `$` on: a
   * JSONPath (RFC 9535). `null`: the app chooses.
   */
  dataPath: z.string().max(2000).nullable(),
  /** Columns of the objects that contain the rows, beside the rows' own. */
  withParents: z.boolean().default(false),
  /** How further pages are followed. `null`: the response has all rows, or the user wants only the first page. */
  pages: pagesSchema.nullable().default(null),
  shape: shapeSchema.default(noShape),
  /** When it is fetched without the user. */
  reload: reloadSchema.default(noReload),
  /** The last view of the response. `null`: the app chooses. */
  view: z.enum(previewViews).nullable().default(null),
  /** The chart of the table. `null`: the app chooses. */
  chart: chartSchema.nullable().default(null),
  firstRow: z.enum(firstRows).default('auto'),
  /** `auto`: the encoding that the response declares. */
  encoding: z.enum(['auto', ...encodings]).default('auto'),
});
export type Resource = z.infer<typeof resourceSchema>;
export type Encoding = Resource['encoding'];
export type ResourceAuthorization = z.infer<typeof resourceAuthorizationSchema>;
