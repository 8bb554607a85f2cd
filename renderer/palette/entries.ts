import { type Icon, IconHelp } from '@tabler/icons-react';
import type { ConnectionView, ResourceView } from '../../app/shared/contract/contract.ts';
import type { PeakaAccountView } from '../../app/shared/peaka/account.ts';
import type { PresetSummary } from '../../app/shared/preset/preset-summary.ts';
import { matches } from '../common/filter.ts';
import type { GuidePage } from '../common/guide-pages.ts';
import type { Topic } from '../help/topics.ts';
import { text } from '../messages/text.ts';
import { accountFacts } from '../peaka/account-words.ts';
import { accountOf } from '../status/states.ts';

export interface PaletteEntry {
  id: string;
  group: 'actions' | 'resources' | 'connections' | 'peaka' | 'help';
  label: string;
  hint: string;
  /** Also find the entry, but are not shown. */
  keywords?: readonly string[];
  preset?: PresetSummary | undefined;
  tileName?: string;
  keys?: string;
  icon?: Icon;
  run: () => void;
}

const shownAtMost = 40;

/**
 * Names that begin with the typed text come first, then entries that contain all its words. Pages of the guide appear
 * only when something is typed.
 */
export function search(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const searched = typed.trim();
  const start: PaletteEntry[] = [];
  const rest: PaletteEntry[] = [];
  for (const entry of entries) {
    if (searched === '' && entry.group === 'help') continue;
    if (!matches([entry.label, entry.hint, ...(entry.keywords ?? [])].join(' '), searched)) continue;
    const isStart = searched !== '' && entry.label.toLowerCase().startsWith(searched.toLowerCase());
    (isStart ? start : rest).push(entry);
    if (start.length >= shownAtMost) break;
  }
  return [...start, ...rest].slice(0, shownAtMost);
}

/** The same entries by group; groups in the order of their first entry. */
export function inGroups(entries: readonly PaletteEntry[]): PaletteEntry[] {
  const groups = [...new Set(entries.map((entry) => entry.group))];
  return groups.flatMap((group) => entries.filter((entry) => entry.group === group));
}

export const resourceEntries = (
  resources: readonly ResourceView[],
  connections: ReadonlyMap<string, ConnectionView>,
  presets: ReadonlyMap<string, PresetSummary>,
  go: (id: string) => void,
): PaletteEntry[] =>
  resources.map(({ resource }) => {
    const connectionId = resource.authorization.type === 'oauth' ? resource.authorization.connectionId : null;
    const connection = connectionId === null ? undefined : connections.get(connectionId)?.connection;
    return {
      id: `resource:${resource.id}`,
      group: 'resources',
      label: resource.name,
      hint: resource.url,
      preset: connection?.presetId == null ? undefined : presets.get(connection.presetId),
      ...(connection === undefined ? {} : { tileName: connection.name }),
      run: () => go(resource.id),
    };
  });

export const connectionEntries = (
  connections: readonly ConnectionView[],
  presets: ReadonlyMap<string, PresetSummary>,
  go: (id: string) => void,
): PaletteEntry[] =>
  connections.map(({ connection, status }) => {
    const service =
      connection.presetId === null ? text('connection.preset.custom') : (presets.get(connection.presetId)?.name ?? '');
    return {
      id: `connection:${connection.id}`,
      group: 'connections' as const,
      label: connection.name,
      // The account tells two connections to one service apart.
      hint: accountOf(status) ?? (service === connection.name ? '' : service),
      preset: connection.presetId === null ? undefined : presets.get(connection.presetId),
      tileName: connection.name,
      run: () => go(connection.id),
    };
  });

export const peakaEntries = (accounts: readonly PeakaAccountView[], go: (id: string) => void): PaletteEntry[] =>
  accounts.map((view) => ({
    id: `peaka:${view.peakaAccount.id}`,
    group: 'peaka',
    label: text('palette.peaka', { name: view.peakaAccount.name }),
    hint: accountFacts(view),
    tileName: view.peakaAccount.name,
    run: () => go(view.peakaAccount.id),
  }));

export const helpEntries = (topics: readonly Topic[], go: (page: GuidePage) => void): PaletteEntry[] =>
  topics.map(({ page, title, keywords }) => ({
    id: `help:${page}`,
    group: 'help',
    label: title,
    hint: '',
    icon: IconHelp,
    keywords,
    run: () => go(page),
  }));
