import { usesPractice } from '../../connections/grants/complete-settings.ts';
import type { PracticeOrigin } from '../../connections/grants/grant-runner.ts';
import type { ConnectionStore } from '../../connections/store.ts';
import type { Tokens } from '../../connections/tokens.ts';
import type { ConnectionStatus } from '../../shared/contract/contract.ts';
import type { ErrorCode } from '../../shared/error-codes.ts';
import type { Resource } from '../../shared/resource/resource.ts';
import { serviceOf } from '../../shared/resource/service-of.ts';
import type { Vault } from '../../vault/vault.ts';

export interface FetchabilityDeps {
  connections: Pick<ConnectionStore, 'find'>;
  tokens: Pick<Tokens, 'status'>;
  vault: Pick<Vault, 'status'>;
  practice: Pick<PracticeOrigin, 'current'> & { isPracticeUrl(url: string): boolean };
}

/** Whether a resource can be fetched without the user, as the scheduler needs it. */
export function createFetchability({ connections, tokens, vault, practice }: FetchabilityDeps) {
  const connectionOf = ({ authorization }: Resource) =>
    authorization.type === 'oauth' && authorization.connectionId !== null
      ? connections.find(authorization.connectionId)
      : undefined;
  return {
    /** `undefined`: nothing is in the way. A missing secret is told by the run itself. */
    obstacle: (resource: Resource): ErrorCode | undefined => {
      const connection = connectionOf(resource);
      const needsPractice =
        resource.url.includes('{practice}') ||
        practice.isPracticeUrl(resource.url) ||
        (connection !== undefined && usesPractice(connection));
      // A run alone does not start the practice service.
      if (needsPractice && practice.current() === undefined) return 'practice.stopped';
      if (resource.authorization.type !== 'oauth') return undefined;
      return connection === undefined ? 'resource.no_connection' : obstacleOf(tokens.status(connection.id));
    },
    stamp: (resource: Resource): string => {
      const connection = connectionOf(resource);
      const status = connection && tokens.status(connection.id);
      return JSON.stringify([connection, status && stampOf(status), vault.status().status, practice.current()]);
    },
    serviceOf: ({ url }: Resource): string => serviceOf(url),
  };
}

function obstacleOf(status: ConnectionStatus): ErrorCode | undefined {
  switch (status.status) {
    case 'unauthorized':
      return 'connection.not_authorized';
    case 'authorizing':
      return 'connection.login_running';
    case 'needs_login':
      return status.error.code;
    // A failed renewal is retried, and the token may still be good.
    case 'failing':
    case 'renewing':
    case 'authorized':
      return undefined;
  }
}

/** A renewal brings a new token, which may be accepted where the former one was not. */
const stampOf = (status: ConnectionStatus): unknown =>
  status.status === 'authorized' ? [status.obtainedAt, status.refreshedAt] : status.status;
