import type { ConnectionView } from '../../app/shared/contract/contract.ts';
import { dropConnections, findConnection, putConnections } from './cache.ts';
import { onEvent } from './client.ts';
import { infoQuery, practiceQuery, queryClient, resourcesQuery } from './queries.ts';
import { noteArriving } from './runs.ts';

/** How long changes of resources are gathered before the list is asked for again: autosave tells of every edit. */
const gatherMs = 250;

/** Keeps what is shown as main says it is. Returns the function that ends it. */
export function listenToMain(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ends = [
    onEvent('resources.changed', () => {
      clearTimeout(timer);
      timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey: resourcesQuery.queryKey }), gatherMs);
    }),
    onEvent('resources.arriving', ({ id, run }) => noteArriving(id, run)),
    onEvent('connections.changed', ({ views, removed }) => {
      putConnections(views.filter(isNews));
      dropConnections(removed);
    }),
    onEvent('app.changed', () => void queryClient.invalidateQueries({ queryKey: infoQuery.queryKey })),
    onEvent('practice.changed', (status) => queryClient.setQueryData(practiceQuery.queryKey, status)),
  ];
  return () => {
    clearTimeout(timer);
    for (const end of ends) end();
  };
}

/** How far a login is, its dialog hears by itself, and nobody else looks at it: the page is not drawn anew for that. */
function isNews(view: ConnectionView): boolean {
  const before = findConnection(view.connection.id);
  if (before?.status.status !== 'authorizing' || view.status.status !== 'authorizing') return true;
  const asBefore = { ...view, status: { ...view.status, step: before.status.step } };
  return JSON.stringify(asBefore) !== JSON.stringify(before);
}
