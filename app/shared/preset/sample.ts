import { z } from 'zod';

/** A request that shows data right after the login. */
export const sampleSchema = z.strictObject({
  /** Names the resource, such as “Invoices”. */
  name: z.string().min(1).max(80),
  /** May use `{variables}` and captured values of the preset. Other braces are for the user to fill in. */
  url: z.string().min(1),
  /** Where the rows are: JSON Pointer (RFC 6901). Empty: the whole response. Absent: Tokenboard looks for them. */
  rows: z.string().optional(),
});
