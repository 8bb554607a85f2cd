import { deleteResource, restoreResource } from '../../resources/delete-resource.ts';
import { duplicateResource, reorderResources, saveResource } from '../../resources/edit-resources.ts';
import type { RunHistory } from '../../resources/history/history.ts';
import type { LastRuns } from '../../resources/last-runs.ts';
import type { Previews } from '../../resources/preview/previews.ts';
import type { Runs } from '../../resources/runs.ts';
import type { ResourceStore } from '../../resources/store.ts';
import type { ResourceChanges } from '../../resources/tell-changed-resource.ts';
import { resourceView } from '../views.ts';
import type { AreaHandlers, Opened } from './handlers.ts';

export interface ResourceHandlersDeps {
  resources: ResourceStore;
  runs: Pick<Runs, 'run' | 'cancel'>;
  previews: Pick<Previews, 'forget'>;
  lastRuns: Pick<LastRuns, 'of' | 'forget'>;
  history: Pick<RunHistory, 'of' | 'forget'>;
  changes: ResourceChanges;
}

export const resourceHandlers = (opened: Opened<ResourceHandlersDeps>): AreaHandlers<'resources'> => ({
  'resources.list': async () => {
    const deps = await opened();
    return deps.resources.list().map((resource) => resourceView(resource, deps));
  },
  'resources.save': async (draft) => {
    const deps = await opened();
    return resourceView(saveResource(draft, deps), deps);
  },
  'resources.duplicate': async ({ id }) => {
    const deps = await opened();
    return resourceView(duplicateResource(id, deps), deps);
  },
  'resources.delete': async ({ id }) => {
    deleteResource(id, await opened());
    return {};
  },
  'resources.restore': async ({ id }) => {
    const deps = await opened();
    return resourceView(restoreResource(id, deps), deps);
  },
  'resources.reorder': async ({ ids }) => {
    reorderResources(ids, await opened());
    return {};
  },
  'resources.run': async ({ id }) => (await opened()).runs.run(id),
  'resources.cancelRun': async ({ id }) => {
    (await opened()).runs.cancel(id);
    return {};
  },
  'resources.history': async ({ id }) => [...(await opened()).history.of(id)],
});
