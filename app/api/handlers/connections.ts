import { allowHost } from '../../connections/allow-host.ts';
import type { ConnectionChanges } from '../../connections/connection-changes.ts';
import { deleteConnection, restoreConnection } from '../../connections/delete-connection.ts';
import { duplicateConnection, reorderConnections, saveConnection } from '../../connections/edit-connections.ts';
import type { ConnectionStore } from '../../connections/store.ts';
import type { Tokens } from '../../connections/tokens.ts';
import type { HttpClient } from '../../http/client.ts';
import type { ResourceStore } from '../../resources/store.ts';
import { reportError } from '../../shared/errors.ts';
import { connectionView, connectionViews } from '../views.ts';
import type { AreaHandlers, Opened } from './handlers.ts';

export interface ConnectionHandlersDeps {
  connections: ConnectionStore;
  /** To find the resources that use a connection. */
  resources: Pick<ResourceStore, 'list'>;
  tokens: Omit<
    Tokens,
    'usableToken' | 'tokenInsteadOf' | 'noteRefused' | 'noteAccepted' | 'peek' | 'keepFresh' | 'close'
  >;
  changes: ConnectionChanges;
  /** For discovery. */
  http: HttpClient;
}

export const connectionHandlers = (opened: Opened<ConnectionHandlersDeps>): AreaHandlers<'connections'> => ({
  'connections.list': async () => {
    const deps = await opened();
    return connectionViews(
      deps.connections.list().map(({ id }) => id),
      deps,
    );
  },
  'connections.save': async ({ connection, secrets }) => {
    const deps = await opened();
    saveConnection(connection, secrets, deps);
    return connectionView(connection.id, deps);
  },
  'connections.duplicate': async ({ id }) => {
    const deps = await opened();
    return connectionView(duplicateConnection(id, deps).id, deps);
  },
  'connections.delete': async ({ id, evenIfUsed }) => {
    deleteConnection(id, { evenIfUsed }, await opened());
    return {};
  },
  'connections.restore': async ({ id }) => {
    const deps = await opened();
    restoreConnection(id, deps);
    return connectionView(id, deps);
  },
  'connections.reorder': async ({ ids }) => {
    reorderConnections(ids, await opened());
    return {};
  },
  'connections.requestToken': async ({ connection, secrets, freshSession }) => {
    const deps = await opened();
    await deps.tokens.request(connection, secrets, freshSession);
    return connectionView(connection.id, deps);
  },
  'connections.cancelRequest': async ({ id }) => {
    (await opened()).tokens.cancelRequest(id);
    return {};
  },
  'connections.showWindow': async ({ id }) => {
    (await opened()).tokens.showWindow(id);
    return {};
  },
  'connections.openLoginAgain': async ({ id }) => {
    await (await opened()).tokens.openLoginAgain(id);
    return {};
  },
  'connections.loginLink': async ({ id }) => ({ url: (await opened()).tokens.loginUrl(id) }),
  'connections.pasteCallback': async ({ id, url }) => {
    (await opened()).tokens.pasteCallback(id, url);
    return {};
  },
  'connections.refresh': async ({ id }) => {
    const deps = await opened();
    await deps.tokens.renewNow(id);
    return connectionView(id, deps);
  },
  'connections.removeAuthorization': async ({ id }) => {
    const deps = await opened();
    const revocation = await deps.tokens.removeAuthorization(id);
    const view = connectionView(id, deps);
    if (revocation.revoked !== 'failed') return { revoked: revocation.revoked, view };
    return { revoked: 'failed', error: reportError(revocation.error), view };
  },
  'connections.allowHost': async ({ id, host }) => {
    const deps = await opened();
    allowHost(id, host, deps);
    return connectionView(id, deps);
  },
  'connections.discover': async ({ issuer }) => {
    const { http } = await opened();
    const { discoverService } = await import('../../oauth/discovery.ts');
    return discoverService(issuer, { http });
  },
  'connections.introspect': async ({ id }) => (await opened()).tokens.introspect(id),
});
