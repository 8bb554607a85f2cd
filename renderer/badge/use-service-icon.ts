import { useEffect, useSyncExternalStore } from 'react';

let icons: Readonly<Record<string, string>> | undefined;
let isAsked = false;
const listeners = new Set<() => void>();

/** After the first frame: until then, and if they cannot be loaded, tiles show letters. */
function load(): void {
  if (isAsked) return;
  isAsked = true;
  import('./service-icons.ts').then(
    ({ serviceIcons }) => {
      icons = serviceIcons;
      for (const listener of listeners) listener();
    },
    () => undefined,
  );
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The SVG path of a service's icon. `undefined`: there is none, or it is not loaded yet. */
export function useServiceIcon(slug: string | undefined): string | undefined {
  useEffect(() => {
    if (slug !== undefined) load();
  }, [slug]);
  return useSyncExternalStore(subscribe, () => (slug === undefined ? undefined : icons?.[slug]));
}
