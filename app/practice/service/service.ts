import type { Provider } from 'oidc-provider';
import type { Sessions } from './sessions.ts';
import type { StateStore } from './state.ts';

/** Settings that may change while the service runs. */
export interface Settings {
  tokenLifetimeSeconds: number;
}

/** What the parts of the service share. */
export interface Service {
  /** `http://127.0.0.1:41234` */
  origin: string;
  store: StateStore;
  settings: Settings;
  sessions: Sessions;
  provider: Provider;
}
