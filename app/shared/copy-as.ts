import { z } from 'zod';
import { messageSchema } from './contract/common.ts';

/** What a request can be copied as, in the order of the window. */
export const copyTargets = ['curl', 'powershell', 'python', 'javascript', 'go', 'powerQuery', 'peakboard'] as const;
export type CopyTarget = (typeof copyTargets)[number];

/** One field of another program's dialog. `isSecret`: the value is a real secret. */
export const copiedFieldSchema = z.object({
  label: messageSchema,
  value: z.string(),
  isSecret: z.literal(true).optional(),
});
export type CopiedField = z.infer<typeof copiedFieldSchema>;

/** An environment variable that stands for a secret, and what to put into it. */
const copiedVariableSchema = z.object({ name: z.string(), what: messageSchema });
export type CopiedVariable = z.infer<typeof copiedVariableSchema>;

const shared = {
  /** The secrets that were left out. Empty with the token, or if the request needs none. */
  variables: z.array(copiedVariableSchema),
  /** The request carries secrets, so that *with the token* makes a difference. */
  hasSecrets: z.boolean(),
  notes: z.array(messageSchema),
};

/** A resource's request, for another program. */
export const copiedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), ...shared }),
  z.object({ kind: z.literal('fields'), fields: z.array(copiedFieldSchema), ...shared }),
  /** It cannot be copied as something that lasts. `message`: what to do instead. */
  z.object({ kind: z.literal('refused'), message: messageSchema }),
]);
export type Copied = z.infer<typeof copiedSchema>;
