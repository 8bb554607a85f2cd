import { randomBytes } from 'node:crypto';
import { z } from 'zod';

/** The practice Peaka: created at the first start, kept in the state file. */
export const peakaStateSchema = z.object({
  /** Reaches every project. */
  partnerKey: z.string().min(1),
  /** Reaches the first project. */
  projectKey: z.string().min(1),
});
export type PeakaState = z.infer<typeof peakaStateSchema>;

export function createPeakaState(): PeakaState {
  const randomKey = () => randomBytes(32).toString('base64url');
  return { partnerKey: `partner-${randomKey()}`, projectKey: `project-${randomKey()}` };
}
