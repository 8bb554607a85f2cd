import type { FeedServerSettings } from '../shared/feed/feed.ts';
import type { FeedStore } from './store.ts';

/** Settings of the server that hold for one run of the app. */
export type ServerOverrides = { readonly [Name in keyof FeedServerSettings]?: FeedServerSettings[Name] | undefined };

/** The store with these settings in place of the stored ones. A later save stores only what it changes. */
export function overrideServer(store: FeedStore, overrides: ServerOverrides): FeedStore {
  const given = Object.fromEntries(
    Object.entries(overrides).filter(([, value]) => value !== undefined),
  ) as Partial<FeedServerSettings>; // without the undefined ones
  const isGiven = (name: string, value: unknown): boolean =>
    Object.hasOwn(given, name) && JSON.stringify(Reflect.get(given, name)) === JSON.stringify(value);
  return {
    ...store,
    server: () => ({ ...store.server(), ...given }),
    saveServer: (settings) => {
      const changed = Object.entries(settings).filter(([name, value]) => !isGiven(name, value));
      for (const [name] of changed) Reflect.deleteProperty(given, name);
      store.saveServer({ ...store.server(), ...Object.fromEntries(changed) });
    },
  };
}
