import type { Connection } from '../../app/shared/connection/connection.ts';
import type { ConnectionView } from '../../app/shared/contract/contract.ts';
import type { Preset } from '../../app/shared/preset/preset.ts';
import { createResource, discardResource } from '../actions/resource-actions.ts';
import { dropConnections, findConnection, findResource, putConnections, putResource } from '../api/cache.ts';
import { call, reportOf } from '../api/client.ts';
import {
  connectionsQuery,
  preferencesQuery,
  presetsQuery,
  queryClient,
  readPreset,
  resourcesQuery,
} from '../api/queries.ts';
import { runResource } from '../api/runs.ts';
import { withCallback } from '../common/loopback-callback.ts';
import { focusRow } from '../common/panes.ts';
import { buttonsOf } from '../common/token-source-words.ts';
import { openConnectionDialog, readWindow, selectConnection, selectNothing } from '../common/window-state.ts';
import { isSameFailure, troubleOf } from '../errors/connection-trouble.ts';
import { listText } from '../messages/list.ts';
import { text } from '../messages/text.ts';
import { toast, toastError } from '../notices/toast.tsx';
import { plainValue, textsWith } from './around-variable.ts';
import { applyPreset, newConnection } from './draft.ts';
import { type ForecastFix, withFix } from './forecast-words.ts';
import { presetForUrl } from './preset-for-url.ts';

/** The label of the Request New Token button. */
export function requestTitle(view: ConnectionView | undefined): string {
  const { request, updateTitle } = buttonsOf(view?.connection);
  return isAuthorized(view) ? updateTitle : request;
}

export const isAuthorized = (view: ConnectionView | undefined): boolean =>
  view?.status.status === 'authorized' || view?.status.status === 'renewing';

/** The dialog for a new connection; with a resource, the resource uses it and loads once it is authorized. */
export async function connectNew(resourceId?: string, title = () => text('connection.new')): Promise<void> {
  openNew(await newConnectionFor(resourceId).catch(newConnection), resourceId, title);
}

function openNew(draft: Connection, resourceId: string | undefined, title: () => string, onLeft?: () => void): void {
  openConnectionDialog({
    draft,
    isNew: true,
    title,
    onLeft,
    ...(resourceId === undefined
      ? { onSaved: selectConnection }
      : {
          onSaved: (connectionId) => attachConnection(resourceId, connectionId),
          onAuthorized: () => void runResource(resourceId),
        }),
  });
}

/** The resource's host identifies the service: its preset is preselected and can be changed. */
async function newConnectionFor(resourceId: string | undefined): Promise<Connection> {
  const url = resourceId === undefined ? undefined : findResource(resourceId)?.resource.url;
  const presets = queryClient.getQueryData(presetsQuery.queryKey) ?? [];
  const recent = queryClient.getQueryData(preferencesQuery.queryKey)?.recentPresets ?? [];
  const found = url === undefined ? undefined : presetForUrl(url, presets, recent);
  const preset = found && (await readPreset(found.id));
  if (url === undefined || preset === undefined) return newConnection();
  const draft = draftFor(preset);
  const variables = Object.fromEntries(
    Object.entries(draft.variables).map(([name, value]) => {
      const found = plainValue(url, textsWith(draft), name);
      return [name, found === url ? value : found];
    }),
  );
  return { ...draft, variables };
}

function draftFor(preset: Preset): Connection {
  const draft = applyPreset(newConnection(), preset, undefined);
  // A callback URL that the service prescribes already fits its window.
  return preset.callbackUrl === undefined ? withCallback(draft) : draft;
}

/**
 * From the empty window: creates a resource of the service that works after the login, and opens the dialog. If the user
 * cancels to look for another service, the resource is deleted too, unless a connection was saved for it.
 */
export async function connectTo(presetId: string): Promise<void> {
  const preset = await readPreset(presetId).catch(toastError);
  if (!preset) return;
  const authorization = { type: 'oauth' as const, connectionId: null };
  const [sample] = preset.samples;
  const id = await createResource({
    name: preset.name,
    url: sample?.url ?? '',
    dataPath: sample?.rows ?? null,
    authorization,
  });
  if (id === undefined) return;
  openNew(
    draftFor(preset),
    id,
    () => buttonsOf(undefined).request,
    () => {
      const authorization = findResource(id)?.resource.authorization;
      if (authorization?.type === 'oauth' && authorization.connectionId === null) void discardResource(id);
    },
  );
}

/** Opens the dialog for an existing connection. */
export function editConnection(view: ConnectionView, resourceId?: string, title = () => text('connection.edit')): void {
  openConnectionDialog({
    draft: view.connection,
    isNew: false,
    title,
    ...(resourceId === undefined ? {} : { onAuthorized: () => void runResource(resourceId) }),
  });
}

/** Starts a login at once without cookies, so that the service asks for another account. */
export function logInAsSomeoneElse(view: ConnectionView): void {
  const title = () => text('connection.asSomeoneElse');
  openConnectionDialog({ draft: view.connection, isNew: false, title, freshSession: true, startsAtOnce: true });
}

/** Starts a login at once, with the change that brings a refresh token. */
export function logInWithFix(view: ConnectionView, fix: ForecastFix): void {
  openConnectionDialog({
    draft: withFix(view.connection, fix),
    isNew: false,
    title: () => requestTitle(view),
    startsAtOnce: true,
  });
}

async function attachConnection(resourceId: string, connectionId: string | null): Promise<void> {
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
    // The connection's status shows this failure in more detail.
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

/** `“Sales”, “Stock”, and 2 others`. A resource that the window does not know yet is counted, not named. */
function usersOf(resourceIds: string[]): string {
  const names = resourceIds.flatMap((id) => findResource(id)?.resource.name ?? []).slice(0, 3);
  const rest = resourceIds.length - names.length;
  if (names.length === 0) return text('connection.deleted.resources', { count: rest });
  return listText([
    ...names.map((name) => text('connection.deleted.resource', { name })),
    ...(rest > 0 ? [text('connection.deleted.others', { count: rest })] : []),
  ]);
}

/** Deletes without asking: Undo restores the connection with its token and secrets. */
export async function deleteConnection({ connection: { id, name }, usedBy }: ConnectionView): Promise<void> {
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
    const deleted = text('connection.deleted', { name });
    const left = text('connection.deleted.used', { count: usedBy.length, resources: usersOf(usedBy) });
    toast(usedBy.length === 0 ? deleted : `${deleted} ${left}`, () => restoreConnection(id));
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

/** The connection below, which moves into its place, or the one above. */
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
