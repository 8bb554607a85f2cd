import { findConnection, type PeakaParts } from './connections.ts';
import type { Login } from './logins.ts';
import { exchangeCode, TokenRefused } from './oauth-client.ts';
import type { PeakaConnection } from './peaka-state.ts';
import { PeakaProblem } from './problem.ts';

/**
 * Takes the provider's answer to a login: exchanges the code and stores the tokens. `query`: of the callback. Throws
 * PeakaProblem if the login failed.
 */
export async function finishLogin(
  { service }: Pick<PeakaParts, 'service'>,
  { login, isLate }: { login: Login; isLate: boolean },
  query: URLSearchParams,
): Promise<PeakaConnection> {
  const connection = findConnection({ service }, login.projectId, login.connectionId);
  const error = query.get('error');
  if (error !== null) throw new PeakaProblem(400, `The service refused the login: ${error}`);
  if (isLate) throw new PeakaProblem(400, 'The login took longer than ten minutes.');
  const { verifier, redirectUri } = login;
  try {
    connection.tokens = await exchangeCode(service, connection, {
      code: query.get('code') ?? '',
      verifier,
      redirectUri,
    });
  } catch (refused) {
    if (!(refused instanceof TokenRefused)) throw refused;
    throw new PeakaProblem(400, `The service refused the code: ${refused.error}`);
  }
  await service.store.save();
  return connection;
}
