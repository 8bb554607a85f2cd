import type { Preferences } from '../../app/shared/contract/contract.ts';
import { call } from '../api/client.ts';
import { preferencesQuery, queryClient } from '../api/queries.ts';
import { toastError } from './toast.tsx';

/** Shows the change at once. If main refuses it, reverts it and tells the user. */
export async function savePreferences(change: Partial<Preferences>): Promise<void> {
  const before = queryClient.getQueryData(preferencesQuery.queryKey);
  if (before !== undefined) queryClient.setQueryData(preferencesQuery.queryKey, { ...before, ...change });
  try {
    queryClient.setQueryData(preferencesQuery.queryKey, await call('preferences.save', change));
  } catch (error) {
    queryClient.setQueryData(preferencesQuery.queryKey, before);
    toastError(error);
  }
}
