import type { ConnectionView } from '../../app/shared/contract/contract.ts';
import { dropConnections, findConnection, putConnections } from './cache.ts';
import { onEvent } from './client.ts';
import { loadFeeds } from './feeds.ts';
import { notePages } from './page-progress.ts';
import { refreshPeaka } from './peaka-queries.ts';
import { loadPushes } from './pushes.ts';
import { infoQuery, practiceQuery, queryClient, resourcesQuery } from './queries.ts';
import { loadReloads, noteReloads } from './reloads.ts';
import { noteArriving, noteEnded, noteStarted } from './runs.ts';

/** How long changes are collected before a list is fetched again: autosave reports every edit. In ms. */
const gatherMs = 250;

/** Keeps the cached lists in step with the main process. Returns the function that unsubscribes. */
export function listenToMain(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const feeds = gathered(loadFeeds);
  const pushes = gathered(loadPushes);
  const ends = [
    onEvent('resources.changed', () => {
      clearTimeout(timer);
      timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey: resourcesQuery.queryKey }), gatherMs);
    }),
    onEvent('resources.arriving', ({ id, run }) => noteArriving(id, run)),
    onEvent('resources.pages', ({ id, progress }) => notePages(id, progress)),
    onEvent('resources.runStarted', ({ id }) => noteStarted(id)),
    onEvent('resources.runEnded', noteEnded),
    onEvent('reload.changed', noteReloads),
    onEvent('connections.changed', ({ views, removed }) => {
      putConnections(views.filter(isNews));
      dropConnections(removed);
    }),
    onEvent('app.changed', () => void queryClient.invalidateQueries({ queryKey: infoQuery.queryKey })),
    onEvent('practice.changed', (status) => queryClient.setQueryData(practiceQuery.queryKey, status)),
    onEvent('peaka.changed', () => void refreshPeaka()),
    onEvent('feeds.changed', feeds.load),
    onEvent('push.changed', pushes.load),
  ];
  // Once the window is drawn: nothing of this is on the first frame.
  const asked = requestIdleCallback(() => {
    // Events bring what this misses.
    loadReloads().catch(() => undefined);
    loadFeeds().catch(() => undefined);
    loadPushes().catch(() => undefined);
  });
  return () => {
    clearTimeout(timer);
    feeds.end();
    pushes.end();
    cancelIdleCallback(asked);
    for (const end of ends) end();
  };
}

/** Loads a list once for the events of `gatherMs`. Not put off by the next event: readers and sends may follow closely. */
function gathered(load: () => Promise<unknown>): { load(): void; end(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    load: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        load().catch(() => undefined);
      }, gatherMs);
    },
    end: () => clearTimeout(timer),
  };
}

/** The login dialog subscribes to its own progress. Nothing else shows it, so the page need not render again. */
function isNews(view: ConnectionView): boolean {
  const before = findConnection(view.connection.id);
  if (before?.status.status !== 'authorizing' || view.status.status !== 'authorizing') return true;
  const asBefore = { ...view, status: { ...view.status, step: before.status.step } };
  return JSON.stringify(asBefore) !== JSON.stringify(before);
}
