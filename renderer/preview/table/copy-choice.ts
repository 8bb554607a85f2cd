import { call } from '../../api/client.ts';
import { preferencesQuery, queryClient } from '../../api/queries.ts';
import { toastError } from '../../notices/toast.tsx';

/** Whether Ctrl C copies the names of the columns too. */
export const copiesHeader = (): boolean => queryClient.getQueryData(preferencesQuery.queryKey)?.copiesHeader ?? false;

export async function setCopiesHeader(chosen: boolean): Promise<void> {
  try {
    queryClient.setQueryData(preferencesQuery.queryKey, await call('preferences.save', { copiesHeader: chosen }));
  } catch (error) {
    toastError(error);
  }
}
