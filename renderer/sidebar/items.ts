import type { ConnectionView, ResourceView } from '../../app/shared/contract/contract.ts';
import type { ReloadState } from '../../app/shared/contract/reload.ts';
import type { PeakaAccountView } from '../../app/shared/peaka/account.ts';
import type { PresetSummary } from '../../app/shared/preset/preset-summary.ts';
import type { Outcome } from '../api/runs.ts';
import type { PageKind } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import { accountState, ownerOf } from '../peaka/account-words.ts';
import { accountOf, connectionState, resourceState, type State } from '../status/states.ts';

/** A row of the sidebar, ready to draw. */
export interface SidebarItem {
  kind: PageKind;
  id: string;
  name: string;
  state: State;
  /** The word of the state, where it is not that of a connection. */
  stateWord?: string;
  preset: PresetSummary | undefined;
  /** For the tile of a connection without a preset. */
  tileName: string | undefined;
  /** A second line: whose connection it is. */
  detail: string | undefined;
  /** Dashboards can read it. */
  isPublished?: boolean;
  searchText: string;
}

export function resourceItem(
  view: ResourceView,
  connections: ReadonlyMap<string, ConnectionView>,
  presets: ReadonlyMap<string, PresetSummary>,
  outcomes: ReadonlyMap<string, Outcome>,
  held: ReadonlyMap<string, ReloadState>,
): SidebarItem {
  const { id, name, url, authorization } = view.resource;
  const connectionId = authorization.type === 'oauth' ? authorization.connectionId : null;
  const connection = connectionId === null ? undefined : connections.get(connectionId)?.connection;
  const { state, word } = resourceState(view, (each) => connections.get(each), {
    lastRun: outcomes.get(id),
    held: held.get(id),
  });
  return {
    kind: 'resource',
    id,
    name,
    state,
    stateWord: word,
    preset: connection?.presetId == null ? undefined : presets.get(connection.presetId),
    tileName: connection?.name,
    detail: undefined,
    searchText: `${name} ${url} ${connection?.name ?? ''}`,
  };
}

export function connectionItem(view: ConnectionView, presets: ReadonlyMap<string, PresetSummary>): SidebarItem {
  const { id, name, presetId } = view.connection;
  const preset = presetId === null ? undefined : presets.get(presetId);
  const account = accountOf(view.status);
  return {
    kind: 'connection',
    id,
    name,
    state: connectionState(view.status),
    preset,
    tileName: name,
    detail: account,
    searchText: `${name} ${preset?.name ?? ''} ${account ?? ''}`,
  };
}

const accountMarks = { checked: 'authorized', unchecked: 'no_authorization', no_key: 'needs_login' } as const;

export function peakaItem(view: PeakaAccountView): SidebarItem {
  const { id, name, zone, project } = view.peakaAccount;
  const state = accountState(view);
  const owner = ownerOf(view);
  return {
    kind: 'peaka',
    id,
    name,
    state: accountMarks[state],
    stateWord: text(`peaka.account.state.${state}`),
    preset: undefined,
    tileName: name,
    detail: project?.name || owner,
    searchText: `${name} ${zone} ${owner ?? ''} ${project?.name ?? ''}`,
  };
}
