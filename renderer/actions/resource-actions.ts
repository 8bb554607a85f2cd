import type { ResourceView } from '../../app/shared/contract/contract.ts';
import type { Resource } from '../../app/shared/resource/resource.ts';
import { dropResource, findResource, putResource } from '../api/cache.ts';
import { call } from '../api/client.ts';
import { queryClient, resourcesQuery } from '../api/queries.ts';
import { forgetRun } from '../api/runs.ts';
import { focusRow } from '../common/panes.ts';
import { readWindow, selectNothing, selectResource } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import { toast, toastError } from '../notices/toast.tsx';
import { newResource } from './new-resource.ts';

/** Creates a resource, opens it and focuses its URL field. Returns its id, or `undefined` after a failure. */
export async function createResource(facts: Partial<Resource> = {}): Promise<string | undefined> {
  try {
    const view = await call('resources.save', { resource: newResource(facts), secrets: {} });
    putResource(view);
    selectResource(view.resource.id);
    return view.resource.id;
  } catch (error) {
    toastError(error);
    return undefined;
  }
}

export async function duplicateResource(id: string): Promise<void> {
  try {
    const view = await call('resources.duplicate', { id });
    await queryClient.invalidateQueries({ queryKey: resourcesQuery.queryKey });
    putResource(view);
    selectResource(view.resource.id);
  } catch (error) {
    toastError(error);
  }
}

export async function renameResource(id: string, name: string): Promise<void> {
  const view = findResource(id);
  if (view === undefined || name.trim() === '' || name === view.resource.name) return;
  try {
    putResource(await call('resources.save', { resource: { ...view.resource, name: name.trim() }, secrets: {} }));
  } catch (error) {
    toastError(error);
  }
}

/** Deletes without asking: Undo restores the resource and its secrets. */
export async function deleteResource({ resource: { id, name } }: ResourceView): Promise<void> {
  try {
    await call('resources.delete', { id });
    const neighbour = neighbourOf(id);
    dropResource(id);
    forgetRun(id);
    const { selection } = readWindow();
    if (selection?.kind === 'resource' && selection.id === id) {
      if (neighbour === undefined) selectNothing();
      else selectResource(neighbour);
    }
    if (neighbour !== undefined) focusRow(neighbour);
    toast(text('resourcePage.deleted', { name }), () => restoreResource(id));
  } catch (error) {
    toastError(error);
  }
}

/** Deletes an unused resource without a message: its creation was cancelled. */
export async function discardResource(id: string): Promise<void> {
  try {
    await call('resources.delete', { id });
    dropResource(id);
    const { selection } = readWindow();
    if (selection?.kind === 'resource' && selection.id === id) selectNothing();
  } catch (error) {
    toastError(error);
  }
}

async function restoreResource(id: string): Promise<void> {
  try {
    await call('resources.restore', { id });
    await queryClient.invalidateQueries({ queryKey: resourcesQuery.queryKey });
    selectResource(id);
    focusRow(id);
  } catch (error) {
    toastError(error);
  }
}

/** The resource below, which moves into its place, or the one above. */
function neighbourOf(id: string): string | undefined {
  const ids = (queryClient.getQueryData(resourcesQuery.queryKey) ?? []).map(({ resource }) => resource.id);
  const place = ids.indexOf(id);
  return place === -1 ? undefined : (ids[place + 1] ?? ids[place - 1]);
}

export async function reorderResources(ids: string[]): Promise<void> {
  const order = new Map(ids.map((id, index) => [id, index]));
  queryClient.setQueryData(resourcesQuery.queryKey, (list = []) =>
    [...list].sort((a, b) => (order.get(a.resource.id) ?? 0) - (order.get(b.resource.id) ?? 0)),
  );
  try {
    await call('resources.reorder', { ids });
  } catch (error) {
    toastError(error);
    await queryClient.invalidateQueries({ queryKey: resourcesQuery.queryKey });
  }
}
