import { z } from 'zod';
import { findType } from './connection-types.ts';
import { answerOf, type ConnectionAnswer, type PeakaParts } from './connections.ts';
import { finishLogin } from './finish-login.ts';
import { PeakaProblem } from './problem.ts';

/** Peaka's `Oauth2Callback`. */
const bodySchema = z.strictObject({ queryParameters: z.string().min(1) });

/** `POST …/oauth2`: the query of a callback at the user's own URL. Throws PeakaProblem 400 and 404. */
export async function passedOnCallback(
  parts: PeakaParts,
  projectId: string,
  body: unknown,
): Promise<ConnectionAnswer | { id: string }> {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success || parsed.data.queryParameters.startsWith('?'))
    throw new PeakaProblem(400, 'queryParameters is the query of the callback, as one text without a question mark.');
  const query = new URLSearchParams(parsed.data.queryParameters);
  const taken = parts.logins.take(query.get('state') ?? '', projectId);
  if (!taken) throw new PeakaProblem(400, 'There is no login with this state.');
  const connection = await finishLogin(parts, taken, query);
  const isShort = findType(connection.type)?.login?.speaks === 'like_the_guide';
  return isShort ? { id: connection.id } : answerOf(connection);
}
