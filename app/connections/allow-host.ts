import { hostPatternProblem } from '../shared/connection/allowed-hosts.ts';
import type { Connection } from '../shared/connection/connection.ts';
import { RequestError } from '../shared/errors.ts';
import type { ConnectionChanges } from './connection-changes.ts';
import type { ConnectionStore } from './store.ts';

export interface AllowHostDeps {
  connections: Pick<ConnectionStore, 'get' | 'save'>;
  changes: Pick<ConnectionChanges, 'connections'>;
}

/**
 * Adds a host that may receive the connection's token. Throws RequestError `input.invalid` if `host` is not a host, and
 * `connection.not_found`.
 */
export function allowHost(id: string, host: string, deps: AllowHostDeps): void {
  const problem = hostPatternProblem(host);
  if (problem !== undefined) throw new RequestError('input.invalid', problem, { details: { field: 'host' } });
  const connection = deps.connections.get(id);
  setHosts(connection, [...new Set([...connection.hosts, host])], deps);
}

/** For a connection without allowed hosts: the first host that its token is sent to becomes the only one. */
export const pinHost = (id: string, host: string, deps: AllowHostDeps): void =>
  setHosts(deps.connections.get(id), [host], deps);

function setHosts(connection: Connection, hosts: string[], { connections, changes }: AllowHostDeps): void {
  connections.save({ ...connection, hosts }, {});
  changes.connections([connection.id]);
}
