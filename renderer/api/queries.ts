import { QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ConnectionView, ResourceView } from '../../app/shared/contract/contract.ts';
import { currentLanguage } from '../../app/shared/messages/format.ts';
import type { Preset } from '../../app/shared/preset/preset.ts';
import { presetIn } from '../../app/shared/preset/preset-in.ts';
import { type PresetSummary, summariesIn } from '../../app/shared/preset/preset-summary.ts';
import { call } from './client.ts';

/** Main reports every change (`live.ts`), so queries never refetch on their own. A failed call is not retried. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY, retry: false },
    mutations: { retry: false },
  },
});

export const resourcesQuery = queryOptions({ queryKey: ['resources'], queryFn: () => call('resources.list', {}) });
export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: () => call('connections.list', {}),
});
export const presetsQuery = queryOptions({ queryKey: ['presets'], queryFn: () => call('presets.list', {}) });
const presetQuery = (id: string | null) =>
  queryOptions({ queryKey: ['preset', id], queryFn: async () => (id === null ? null : call('presets.read', { id })) });
export const infoQuery = queryOptions({ queryKey: ['info'], queryFn: () => call('app.info', {}) });
export const preferencesQuery = queryOptions({
  queryKey: ['preferences'],
  queryFn: () => call('preferences.read', {}),
});
export const startupQuery = queryOptions({ queryKey: ['startup'], queryFn: () => call('startup.read', {}) });
export const practiceQuery = queryOptions({ queryKey: ['practice'], queryFn: () => call('practice.status', {}) });

const noResources: ResourceView[] = [];
const noConnections: ConnectionView[] = [];
const noPresets: PresetSummary[] = [];

export const useResources = () => useQuery(resourcesQuery).data ?? noResources;
export const useConnections = () => useQuery(connectionsQuery).data ?? noConnections;
/** With their texts in the current language, sorted by their names in it, the practice service first. */
export function usePresets(): PresetSummary[] {
  const presets = useQuery(presetsQuery).data ?? noPresets;
  const language = currentLanguage();
  return useMemo(() => summariesIn(presets, language), [presets, language]);
}
export const useInfo = () => useQuery(infoQuery).data;
export const usePreferences = () => useQuery(preferencesQuery).data;
export const usePractice = () => useQuery(practiceQuery).data;

/** Connections by id. */
export function useConnectionMap(): ReadonlyMap<string, ConnectionView> {
  const connections = useConnections();
  return useMemo(() => new Map(connections.map((view) => [view.connection.id, view])), [connections]);
}

export function useConnection(id: string | null): ConnectionView | undefined {
  const connections = useConnectionMap();
  return id === null ? undefined : connections.get(id);
}

/** Presets by id. */
export function usePresetMap(): ReadonlyMap<string, PresetSummary> {
  const presets = usePresets();
  return useMemo(() => new Map(presets.map((preset) => [preset.id, preset])), [presets]);
}

/** All facts of a preset, with its texts in the current language. `undefined`: Custom, or not read yet. */
export function usePreset(id: string | null): Preset | undefined {
  const preset = useQuery(presetQuery(id)).data ?? undefined;
  const language = currentLanguage();
  return useMemo(() => preset && presetIn(preset, language), [preset, language]);
}

/** Rejects with ApiError. `undefined`: there is no such preset. */
export const readPreset = async (id: string): Promise<Preset | undefined> => {
  const preset = await queryClient.ensureQueryData(presetQuery(id));
  return preset === null ? undefined : presetIn(preset, currentLanguage());
};
