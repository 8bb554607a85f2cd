/** Paths to the rows of a table, before one is chosen. A part of the contract (`contract.ts`). */
import { z } from 'zod';
import { call, messageSchema } from './common.ts';

const previewId = z.string().max(64);

/**
 * `list`: a list of rows. `keyed`: an object whose members are the rows. `unnested`: children of all rows of a list
 * (JSONPath). `object`: a single row.
 */
export const suggestionKinds = ['list', 'keyed', 'unnested', 'object'] as const;

/** `rowCount`: `null` if counting takes too long. */
export const pathSuggestionSchema = z.object({
  path: z.string(),
  kind: z.enum(suggestionKinds),
  rowCount: z.number().nullable(),
});
export type PathSuggestion = z.infer<typeof pathSuggestionSchema>;

export const pathCalls = {
  /** What a path selects. `at`: the character that is wrong, counted from 1. */
  'preview.path': call(
    z.object({ previewId, dataPath: z.string().max(2000) }),
    z.discriminatedUnion('status', [
      z.object({ status: z.literal('rows'), rowCount: z.number() }),
      z.object({ status: z.literal('fault'), message: messageSchema, at: z.number().optional() }),
    ]),
  ),
  /** Paths that the response suggests: largest lists first, then children of rows, then single rows. */
  'preview.paths': call(z.object({ previewId }), z.object({ paths: z.array(pathSuggestionSchema) })),
};
