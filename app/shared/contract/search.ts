/** The search in a whole body, as a tree and as text. A part of the contract (`contract.ts`). */
import { z } from 'zod';
import { call } from './common.ts';

/** The longest text to look for. */
const mostCharacters = 1000;

export const searchSchema = z.object({
  previewId: z.string().max(64),
  query: z.string().min(1).max(mostCharacters),
  matchCase: z.boolean(),
  /** 0, then `next` of the last response. */
  from: z.number().int().min(0),
});
export type Search = z.infer<typeof searchSchema>;

/** `isIndented`: in the text as `preview.text` indents it. */
export const lineSearchSchema = searchSchema.extend({ isIndented: z.boolean().optional() });
export type LineSearch = z.infer<typeof lineSearchSchema>;

/** `line`: as `preview.text` counts them. `column` and `length`: UTF-16 units. */
export const lineMatchSchema = z.object({ line: z.number(), column: z.number(), length: z.number() });
export type LineMatch = z.infer<typeof lineMatchSchema>;

/** `path`: the place among the children, from the root on. */
export const nodeMatchSchema = z.object({ path: z.array(z.number()), isKey: z.boolean() });
export type NodeMatch = z.infer<typeof nodeMatchSchema>;

/** `next`: where to continue. `null`: the search is complete. */
const next = z.number().nullable();

export const searchCalls = {
  /** Where a text occurs in the body. Searches a part, so that others need not wait: call again with `next`. */
  'preview.findLines': call(lineSearchSchema, z.object({ matches: z.array(lineMatchSchema), next })),
  /** The keys and values that contain a text. Searches a part, too. */
  'preview.findNodes': call(searchSchema, z.object({ matches: z.array(nodeMatchSchema), next })),
};
