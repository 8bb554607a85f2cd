import { createHash, randomBytes } from 'node:crypto';
import type { Service } from '../service.ts';
import { clientOf, peakaCallbackPath } from './oauth-client.ts';
import type { PeakaConnection } from './peaka-state.ts';

/** A login that waits for the answer of the OAuth2 provider. */
export interface Login {
  connectionId: string;
  projectId: string;
  /** RFC 7636 §4.1. */
  verifier: string;
  redirectUri: string;
  /** Where the browser goes afterwards. `undefined`: the callback is passed on by the API. */
  connectionCallback: string | undefined;
  /** Epoch ms. */
  startedAt: number;
}

const lifetimeMs = 10 * 60_000;

/** Logins through Peaka. They end with the process, so that a login does not survive a restart. */
export interface Logins {
  /** Returns the consent URL. */
  start(
    connection: PeakaConnection,
    options: { scope: string; redirectUrl: string | undefined; connectionCallback: string | undefined },
  ): string;
  /** Each login once, of any project if none is named. `isLate`: it took longer than ten minutes. */
  take(state: string, projectId?: string): { login: Login; isLate: boolean } | undefined;
  /** The connection waits for its login. */
  waits(connectionId: string): boolean;
}

export function createLogins(service: Pick<Service, 'origin' | 'store'>, now: () => number): Logins {
  const logins = new Map<string, Login>();
  return {
    start(connection, { scope, redirectUrl, connectionCallback }) {
      const state = randomBytes(24).toString('base64url');
      const verifier = randomBytes(32).toString('base64url');
      const redirectUri = redirectUrl ?? service.origin + peakaCallbackPath;
      const { id: connectionId, projectId } = connection;
      logins.set(state, { connectionId, projectId, verifier, redirectUri, connectionCallback, startedAt: now() });
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: clientOf(service, connection).clientId,
        redirect_uri: redirectUri,
        scope,
        state,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      });
      return `${service.origin}/oauth2/authorize?${query}`;
    },
    take(state, projectId) {
      const login = logins.get(state);
      if (!login || (projectId !== undefined && login.projectId !== projectId)) return undefined;
      logins.delete(state);
      return { login, isLate: now() - login.startedAt > lifetimeMs };
    },
    waits: (connectionId) => [...logins.values()].some((login) => login.connectionId === connectionId),
  };
}
