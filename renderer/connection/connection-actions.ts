import type { ConnectionView } from '../../app/api/contract.ts';
import { dropConnections, findConnection, findResource, putConnections, putResource } from '../api/cache.ts';
import { call, reportOf } from '../api/client.ts';
import { connectionsQuery, queryClient, resourcesQuery } from '../api/queries.ts';
import { runResource } from '../api/runs.ts';
import { isSameFailure, troubleOf } from '../errors/same-failure.ts';
import { toast, toastError } from '../notices/toast.tsx';
import { focusRow } from '../shell/panes.ts';
import { ask, openConnectionDialog, readWindow, selectConnection, selectNothing } from '../shell/window-state.ts';
import { plural } from '../words/numbers.ts';
import { newConnection } from './draft.ts';
import { type OutlookFix, withFix } from './outlook-words.ts';

/** The dialog for a new connection; with a resource, the resource uses it and loads once it is authorized. */
export function connectNew(resourceId?: string): void {
  openConnectionDialog({
    draft: newConnection(),
    isNew: true,
    ...(resourceId === undefined
      ? { onSaved: selectConnection }
      : {
          onSaved: (connectionId) => attachConnection(resourceId, connectionId),
          onAuthorized: () => void runResource(resourceId),
        }),
  });
}

/** The dialog with what is there. */
export function editConnection(view: ConnectionView, resourceId?: string): void {
  openConnectionDialog({
    draft: view.connection,
    isNew: false,
    ...(resourceId === undefined ? {} : { onAuthorized: () => void runResource(resourceId) }),
  });
}

/** A login that starts at once, without cookies: the service asks for another account. */
export function logInAsSomeoneElse(view: ConnectionView): void {
  openConnectionDialog({ draft: view.connection, isNew: false, freshSession: true, startsAtOnce: true });
}

/** A login that starts at once, with what brings a refresh token. */
export function logInWithFix(view: ConnectionView, fix: OutlookFix): void {
  openConnectionDialog({ draft: withFix(view.connection, fix), isNew: false, startsAtOnce: true });
}

export async function attachConnection(resourceId: string, connectionId: string | null): Promise<void> {
  const view = findResource(resourceId);
  if (view === undefined) return;
  try {
    const resource = { ...view.resource, authorization: { type: 'oauth' as const, connectionId } };
    putResource(await call('resources.save', { resource, secrets: {} }));
  } catch (error) {
    toastError(error);
  }
}

export async function renewConnection(id: string): Promise<void> {
  try {
    putConnections([await call('connections.refresh', { id })]);
  } catch (error) {
    // The connection's status tells it, and says more.
    if (!isSameFailure(reportOf(error), troubleOf(findConnection(id)?.status))) toastError(error);
  }
}

export async function duplicateConnection(id: string): Promise<void> {
  try {
    const view = await call('connections.duplicate', { id });
    putConnections([view]);
    selectConnection(view.connection.id);
  } catch (error) {
    toastError(error);
  }
}

export async function renameConnection(id: string, name: string): Promise<void> {
  const view = findConnection(id);
  if (view === undefined || name.trim() === '' || name === view.connection.name) return;
  try {
    const connection = { ...view.connection, name: name.trim() };
    putConnections([await call('connections.save', { connection, secrets: {} })]);
  } catch (error) {
    toastError(error);
  }
}

/** `“Sales”, “Stock” and 2 others`; a resource that the window has not been told of yet is counted, not named. */
function usersOf(resourceIds: string[]): string {
  const names = resourceIds.flatMap((id) => findResource(id)?.resource.name ?? []).slice(0, 3);
  const rest = resourceIds.length - names.length;
  if (names.length === 0) return plural(rest, 'resource');
  return `${names.map((name) => `“${name}”`).join(', ')}${rest > 0 ? ` and ${plural(rest, 'other')}` : ''}`;
}

export function askToDeleteConnection(view: ConnectionView): void {
  const { name, id } = view.connection;
  const users = usersOf(view.usedBy);
  ask({
    title: `Delete “${name}”?`,
    text:
      view.usedBy.length === 0
        ? 'Its token, client secret and settings go.'
        : `Its token, client secret and settings go, and ${users} can no longer be fetched until another connection is chosen.`,
    confirm: 'Delete connection',
    onConfirm: () => deleteConnection(id, name),
  });
}

async function deleteConnection(id: string, name: string): Promise<void> {
  try {
    await call('connections.delete', { id, evenIfUsed: true });
    const neighbour = neighbourOf(id);
    dropConnections([id]);
    const { selection } = readWindow();
    if (selection?.kind === 'connection' && selection.id === id) {
      if (neighbour === undefined) selectNothing();
      else selectConnection(neighbour);
    }
    if (neighbour !== undefined) focusRow(neighbour);
    toast(`“${name}” is deleted.`, () => restoreConnection(id));
  } catch (error) {
    toastError(error);
  }
}

async function restoreConnection(id: string): Promise<void> {
  try {
    putConnections([await call('connections.restore', { id })]);
    await queryClient.invalidateQueries({ queryKey: resourcesQuery.queryKey });
    await queryClient.invalidateQueries({ queryKey: connectionsQuery.queryKey });
    selectConnection(id);
    focusRow(id);
  } catch (error) {
    toastError(error);
  }
}

/** The one below, which takes its place, or the one above. */
function neighbourOf(id: string): string | undefined {
  const ids = (queryClient.getQueryData(connectionsQuery.queryKey) ?? []).map(({ connection }) => connection.id);
  const place = ids.indexOf(id);
  return place === -1 ? undefined : (ids[place + 1] ?? ids[place - 1]);
}

export async function reorderConnections(ids: string[]): Promise<void> {
  const order = new Map(ids.map((id, index) => [id, index]));
  queryClient.setQueryData(connectionsQuery.queryKey, (list = []) =>
    [...list].sort((a, b) => (order.get(a.connection.id) ?? 0) - (order.get(b.connection.id) ?? 0)),
  );
  try {
    await call('connections.reorder', { ids });
  } catch (error) {
    toastError(error);
    await queryClient.invalidateQueries({ queryKey: connectionsQuery.queryKey });
  }
}
