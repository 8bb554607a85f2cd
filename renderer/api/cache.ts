import type { ConnectionView, ResourceView } from '../../app/shared/contract/contract.ts';
import { connectionsQuery, queryClient, resourcesQuery } from './queries.ts';

/** Puts responses from main into the cached lists at once, so that a click takes effect before the next list arrives. */

export function putResource(view: ResourceView): void {
  queryClient.setQueryData(resourcesQuery.queryKey, (list = []) =>
    replaceOrAppend(list, view, (each) => each.resource.id === view.resource.id),
  );
}

export function putConnections(views: readonly ConnectionView[]): void {
  if (views.length === 0) return;
  queryClient.setQueryData(connectionsQuery.queryKey, (list = []) => {
    const byId = new Map(views.map((view) => [view.connection.id, view]));
    const next = list.map((each) => {
      const view = byId.get(each.connection.id);
      byId.delete(each.connection.id);
      return view ?? each;
    });
    return [...next, ...byId.values()];
  });
}

export function dropResource(id: string): void {
  queryClient.setQueryData(resourcesQuery.queryKey, (list = []) => list.filter((view) => view.resource.id !== id));
}

export function dropConnections(ids: readonly string[]): void {
  if (ids.length === 0) return;
  queryClient.setQueryData(connectionsQuery.queryKey, (list = []) =>
    list.filter((view) => !ids.includes(view.connection.id)),
  );
}

function replaceOrAppend<Item>(list: readonly Item[], item: Item, isSame: (each: Item) => boolean): Item[] {
  const index = list.findIndex(isSame);
  return index === -1 ? [...list, item] : list.map((each, at) => (at === index ? item : each));
}

export const findResource = (id: string): ResourceView | undefined =>
  queryClient.getQueryData(resourcesQuery.queryKey)?.find((view) => view.resource.id === id);

export const findConnection = (id: string): ConnectionView | undefined =>
  queryClient.getQueryData(connectionsQuery.queryKey)?.find((view) => view.connection.id === id);
