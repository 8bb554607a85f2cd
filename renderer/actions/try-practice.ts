import type { Grant } from '../../app/shared/connection/grant-names.ts';
import { call } from '../api/client.ts';
import { connectionsQuery, practiceQuery, queryClient, resourcesQuery } from '../api/queries.ts';
import { afterFrame } from '../common/after-frame.ts';
import { selectResource } from '../common/window-state.ts';
import { toastError } from '../notices/toast.tsx';

/** Only starts the practice service: its resource and connection exist already. */
export async function startPractice(): Promise<void> {
  try {
    queryClient.setQueryData(practiceQuery.queryKey, await call('practice.start', {}));
  } catch (error) {
    toastError(error);
  }
}

/** Starts the practice service and opens one of its resources, ready for Request New Token. */
export async function tryPractice(grant: Grant): Promise<void> {
  try {
    const { resourceIds } = await call('practice.setUp', { grants: [grant] });
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: resourcesQuery.queryKey }),
      queryClient.invalidateQueries({ queryKey: connectionsQuery.queryKey }),
    ]);
    const [first] = resourceIds;
    if (first === undefined) return;
    selectResource(first);
    // The only step left on that page.
    afterFrame(() => document.querySelector<HTMLElement>('[data-request-button]')?.focus());
  } catch (error) {
    toastError(error);
  }
}
