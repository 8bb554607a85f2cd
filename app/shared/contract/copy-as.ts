/** The calls about a request for another program. A part of the contract (`contract.ts`). */
import { z } from 'zod';
import { copiedSchema, copyTargets } from '../copy-as.ts';
import { call, id } from './common.ts';

export const copyAsCalls = {
  /**
   * The saved resource's request, written for another program. `withToken`: with its secrets, which leave main only on
   * this choice (row 35). Renews the token first if it has expired.
   */
  'copyAs.request': call(z.object({ id, target: z.enum(copyTargets), withToken: z.boolean() }), copiedSchema),
} as const;
