import { useState } from 'react';
import { call } from '../api/client.ts';
import { preferencesQuery, queryClient, usePreferences } from '../api/queries.ts';
import { toastError } from '../notices/toast.tsx';

export const narrowest = 200;
export const widest = 480;
const usual = 248;

/** During a drag only the page knows the width. When the drag ends, main stores it. */
export function useSidebarWidth() {
  const saved = usePreferences()?.sidebarWidth ?? usual;
  const [dragged, setDragged] = useState<number | null>(null);
  return {
    width: dragged ?? saved,
    setWidth: (width: number) => setDragged(Math.round(Math.max(narrowest, Math.min(width, widest)))),
    saveWidth: async () => {
      if (dragged === null) return;
      try {
        const preferences = await call('preferences.save', { sidebarWidth: dragged });
        queryClient.setQueryData(preferencesQuery.queryKey, preferences);
        setDragged(null);
      } catch (error) {
        toastError(error);
      }
    },
  };
}
