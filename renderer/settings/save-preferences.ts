import type { Preferences } from '../../app/shared/contract/contract.ts';
import { changePreferences } from '../api/change-preferences.ts';
import { toastError } from '../notices/toast.tsx';

/** Shows the change at once, and reverts it if main refuses. */
export const savePreferences = (change: Partial<Preferences>): Promise<void> =>
  changePreferences(change).catch(toastError);
