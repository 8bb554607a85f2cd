import type { Preferences } from '../../app/shared/contract/contract.ts';
import { call } from './client.ts';
import { preferencesQuery, queryClient } from './queries.ts';

/** Shows the change at once. If main refuses it, reverts it and rejects. */
export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  const before = queryClient.getQueryData(preferencesQuery.queryKey);
  if (before !== undefined) queryClient.setQueryData(preferencesQuery.queryKey, { ...before, ...change });
  try {
    queryClient.setQueryData(preferencesQuery.queryKey, await call('preferences.save', change));
  } catch (error) {
    queryClient.setQueryData(preferencesQuery.queryKey, before);
    throw error;
  }
}
