import { z } from 'zod';

/** A field of Peaka's form for a type. `isSecret`: its value is masked and goes to the vault. */
export const peakaFieldSchema = z.object({
  name: z.string(),
  kind: z.enum(['text', 'number', 'boolean']),
  required: z.boolean(),
  description: z.string(),
  isSecret: z.boolean(),
});
export type PeakaField = z.infer<typeof peakaFieldSchema>;

/** A type of connection that Peaka offers (`GET /connections/config`). */
export const peakaTypeSchema = z.object({
  /** Peaka's identifier. Upper and lower case differ: `POSTGRES`, `hubspot`. */
  type: z.string(),
  label: z.string(),
  category: z.string(),
  /** `oauth2`, `api_key`, `bearer_token`, `custom` … An open list. */
  authorizationType: z.string(),
  /** The user logs in at the service, in a window. */
  needsLogin: z.boolean(),
  fields: z.array(peakaFieldSchema),
  documentationUrl: z.string(),
});
export type PeakaType = z.infer<typeof peakaTypeSchema>;

const peakaValueSchema = z.union([z.string().max(20_000), z.number(), z.boolean()]);
/** Values of a form, by field. */
export const peakaValuesSchema = z.record(z.string().max(200), peakaValueSchema);
export type PeakaValues = z.infer<typeof peakaValuesSchema>;
