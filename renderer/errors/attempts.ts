import type { Connection } from '../../app/shared/connection/connection.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import type { Attempt, ClientMethod } from './rule.ts';

/** Ways to send the secret that a button tried, by connection, until the user re-enters the client or one way works. */
const attempts = new Map<string, Attempt & { client: string; before: ClientMethod }>();

export const noAttempt: Attempt = { tried: [], logins: 0 };

/** A different client ID or endpoint allows every way again. */
const clientOf = ({ clientId, accessTokenUrl }: Connection): string => `${clientId} ${accessTokenUrl}`;

const known = (connection: Connection) => {
  const attempt = attempts.get(connection.id);
  return attempt?.client === clientOf(connection) ? attempt : undefined;
};

export const attemptOf = (connection: Connection | undefined): Attempt =>
  (connection === undefined ? undefined : known(connection)) ?? noAttempt;

/** Records that a fix is about to change how the secret is sent. `connection`: before the change. */
export function noteAttempt(connection: Connection, change: Partial<Connection>, isLogin: boolean): void {
  const { clientAuthentication: method } = change;
  if (method === undefined) return;
  const { before = connection.clientAuthentication, tried = [], logins = 0 } = known(connection) ?? {};
  attempts.set(connection.id, {
    client: clientOf(connection),
    before,
    tried: [...new Set([...tried, connection.clientAuthentication, method])],
    logins: logins + (isLogin ? 1 : 0),
  });
}

/** What the last attempt changed without success, to undo it. `undefined`: there is nothing to undo. */
export function undoOf(connection: Connection, error: ErrorReport): Partial<Connection> | undefined {
  const attempt = known(connection);
  const isOfClient = error.code === 'token.invalid_client' || error.code === 'token.invalid_request';
  if (attempt === undefined || !isOfClient || attempt.before === connection.clientAuthentication) return undefined;
  return { clientAuthentication: attempt.before };
}

/** Called when the user re-enters the client, or the service accepts it. */
export const forgetAttempts = (connectionId: string): void => void attempts.delete(connectionId);
