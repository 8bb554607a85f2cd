import { useState } from 'react';
import { call } from '../api/client.ts';
import { preferencesQuery, queryClient, usePreferences } from '../api/queries.ts';
import { toastError } from '../notices/toast.tsx';

export const lowest = 160;
export const highest = 1200;
const usual = 300;

/** During a drag only the page knows the height. When the drag ends, main stores it. */
export function useConsoleHeight() {
  const saved = usePreferences()?.consoleHeight ?? usual;
  const [dragged, setDragged] = useState<number | null>(null);
  return {
    height: dragged ?? saved,
    setHeight: (height: number) => setDragged(Math.round(Math.max(lowest, Math.min(height, highest)))),
    saveHeight: async () => {
      if (dragged === null) return;
      try {
        const preferences = await call('preferences.save', { consoleHeight: dragged });
        queryClient.setQueryData(preferencesQuery.queryKey, preferences);
        setDragged(null);
      } catch (error) {
        toastError(error);
      }
    },
  };
}
