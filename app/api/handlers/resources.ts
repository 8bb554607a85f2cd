import type { Core } from '../../core.ts';
import type { Resource } from '../../shared/resource/resource.ts';
import { resourceView } from '../views.ts';
import type { AreaHandlers, OpenedCore } from './handlers.ts';

/** Which resources a connection has is part of its view: those touched are told too. */
function tellChanged(core: Core, id: string, ...versions: (Resource | undefined)[]): void {
  core.changes.resources([id]);
  const connections = versions.flatMap((resource) =>
    resource?.authorization.type === 'oauth' ? (resource.authorization.connectionId ?? []) : [],
  );
  if (connections.length > 0) core.changes.connections(connections);
}

export const resourceHandlers = (opened: OpenedCore): AreaHandlers<'resources'> => ({
  'resources.list': async () => {
    const core = await opened();
    return core.resources.list().map((resource) => resourceView(resource, core));
  },
  'resources.save': async ({ resource, secrets, bringBack }) => {
    const core = await opened();
    const former = core.resources.find(resource.id);
    core.resources.save(resource, secrets, bringBack);
    tellChanged(core, resource.id, former, resource);
    return resourceView(core.resources.get(resource.id), core);
  },
  'resources.duplicate': async ({ id }) => {
    const core = await opened();
    const copy = core.resources.duplicate(id);
    tellChanged(core, copy.id, copy);
    return resourceView(copy, core);
  },
  'resources.delete': async ({ id }) => {
    const core = await opened();
    const resource = core.resources.get(id);
    core.runs.cancel(id);
    core.resources.remove(id);
    core.previews.forget(id);
    core.lastRuns.forget(id);
    tellChanged(core, id, resource);
    return {};
  },
  'resources.restore': async ({ id }) => {
    const core = await opened();
    const resource = core.resources.restore(id);
    tellChanged(core, id, resource);
    return resourceView(resource, core);
  },
  'resources.reorder': async ({ ids }) => {
    const { resources, changes } = await opened();
    resources.reorder(ids);
    changes.resources(ids.slice(0, 1));
    return {};
  },
  'resources.run': async ({ id }) => (await opened()).runs.run(id),
  'resources.cancelRun': async ({ id }) => {
    (await opened()).runs.cancel(id);
    return {};
  },
});
