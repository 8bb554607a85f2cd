import { hostPatternProblem } from '../../shared/connection/allowed-hosts.ts';
import { RequestError, reportError } from '../../shared/errors.ts';
import { connectionView, connectionViews, usedBy } from '../views.ts';
import type { AreaHandlers, OpenedCore } from './handlers.ts';

export const connectionHandlers = (opened: OpenedCore): AreaHandlers<'connections'> => ({
  'connections.list': async () => {
    const core = await opened();
    return connectionViews(
      core.connections.list().map((connection) => connection.id),
      core,
    );
  },
  'connections.save': async ({ connection, secrets }) => {
    const core = await opened();
    core.connections.save(connection, secrets);
    core.tokens.forgetFailure(connection.id);
    core.changes.connections([connection.id]);
    return connectionView(connection.id, core);
  },
  'connections.duplicate': async ({ id }) => {
    const core = await opened();
    const copy = core.connections.duplicate(id);
    core.changes.connections([copy.id]);
    return connectionView(copy.id, core);
  },
  'connections.delete': async ({ id, evenIfUsed }) => {
    const core = await opened();
    const count = usedBy(core.resources.list()).get(id)?.length ?? 0;
    const { name } = core.connections.get(id);
    if (count > 0 && !evenIfUsed)
      throw new RequestError(
        'connection.in_use',
        `“${name}” authorizes ${count === 1 ? 'a resource' : `${count} resources`}. Without it they cannot be fetched.`,
        { details: { count } },
      );
    core.connections.remove(id);
    // After it: while the token is there, it would be looked at as one to renew.
    core.tokens.stop(id);
    core.changes.removedConnection(id);
    return {};
  },
  'connections.restore': async ({ id }) => {
    const core = await opened();
    core.connections.restore(id);
    core.tokens.stop(id);
    core.changes.connections([id]);
    return connectionView(id, core);
  },
  'connections.reorder': async ({ ids }) => {
    const { connections, changes } = await opened();
    connections.reorder(ids);
    changes.connections(ids.slice(0, 1));
    return {};
  },
  'connections.requestToken': async ({ connection, secrets, freshSession }) => {
    const core = await opened();
    await core.tokens.request(connection, secrets, freshSession);
    return connectionView(connection.id, core);
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
    const core = await opened();
    await core.tokens.renewNow(id);
    return connectionView(id, core);
  },
  'connections.removeAuthorization': async ({ id }) => {
    const core = await opened();
    const revocation = await core.tokens.removeAuthorization(id);
    const view = connectionView(id, core);
    if (revocation.revoked !== 'failed') return { revoked: revocation.revoked, view };
    return { revoked: 'failed', error: reportError(revocation.error), view };
  },
  'connections.allowHost': async ({ id, host }) => {
    const core = await opened();
    const problem = hostPatternProblem(host);
    if (problem !== undefined) throw new RequestError('input.invalid', problem, { details: { field: 'host' } });
    const connection = core.connections.get(id);
    const hosts = [...new Set([...connection.hosts, host])];
    core.connections.save({ ...connection, hosts }, {});
    core.changes.connections([id]);
    return connectionView(id, core);
  },
  'connections.discover': async ({ issuer }) => {
    const { http } = await opened();
    const { discoverService } = await import('../../oauth/discovery.ts');
    return discoverService(issuer, { http });
  },
  'connections.introspect': async ({ id }) => (await opened()).tokens.introspect(id),
});
