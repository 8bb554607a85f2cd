import { RequestError } from '../shared/errors.ts';
import type { PeakaKey } from '../shared/peaka/account.ts';
import type { PeakaAccess, PeakaClient } from './client.ts';
import type { PeakaInfo } from './responses.ts';

/** What says that a key, though known to Peaka, does not reach the organizations. */
const notReached = new Set(['peaka.forbidden', 'peaka.key_refused', 'peaka.not_found']);

/**
 * Asks Peaka what a key is. `/info` names the project of a project key. A key without one is a partner key if it reaches
 * the organizations. Rejects as the client does.
 */
export async function askAboutKey(
  client: Pick<PeakaClient, 'info' | 'organizations'>,
  access: PeakaAccess,
): Promise<{ info: PeakaInfo; kind: PeakaKey['kind'] }> {
  const info = await infoOf(client, access);
  if (info?.project) return { info, kind: 'project' };
  try {
    await client.organizations(access);
    return { info: info ?? nobody, kind: 'partner' };
  } catch (error) {
    if (info !== undefined && error instanceof RequestError && notReached.has(error.code))
      return { info, kind: 'project' };
    throw error;
  }
}

const nobody: PeakaInfo = { userId: '', email: '', project: null };

/** `undefined`: this installation does not have `/info`, which Peaka's document does not name. */
async function infoOf(client: Pick<PeakaClient, 'info'>, access: PeakaAccess): Promise<PeakaInfo | undefined> {
  try {
    return await client.info(access);
  } catch (error) {
    if (error instanceof RequestError && error.code === 'peaka.not_found') return undefined;
    throw error;
  }
}
