import type { ConnectionChanges } from '../connections/connection-changes.ts';
import type { ResourceChanges } from '../resources/tell-changed-resource.ts';
import type { ConnectionView, EventName, EventPayload } from '../shared/contract/contract.ts';

export interface ChangesDeps {
  send<Name extends EventName>(event: Name, payload: EventPayload<Name>): void;
  /** Views of the connections that still exist. */
  views(ids: readonly string[]): ConnectionView[];
  /** Called at once. */
  onResources(ids: readonly string[]): void;
  onConnections(): void;
  /** The id of the console's last exchange. */
  newestExchange(): number;
}

/** Tells the renderer what changed. A burst of changes becomes one event. */
export interface Changes extends ConnectionChanges, ResourceChanges {
  console(): void;
  close(): void;
}

/** One frame: the user could not see an earlier change. */
const leastMs = 16;

export function createChanges({ send, views, onResources, onConnections, newestExchange }: ChangesDeps): Changes {
  const resources = new Set<string>();
  const connections = new Set<string>();
  const removed = new Set<string>();
  let consoleChanged = false;
  let timer: NodeJS.Timeout | undefined;
  let lastFlush = 0;

  const flush = (): void => {
    timer = undefined;
    lastFlush = Date.now();
    if (connections.size > 0 || removed.size > 0) {
      const payload = { views: views([...connections]), removed: [...removed] };
      connections.clear();
      removed.clear();
      send('connections.changed', payload);
    }
    if (resources.size > 0) {
      const payload = { ids: [...resources] };
      resources.clear();
      send('resources.changed', payload);
    }
    if (consoleChanged) {
      consoleChanged = false;
      send('console.changed', { newest: newestExchange() });
    }
  };
  const schedule = (): void => {
    // A single change is sent at once.
    timer ??= setTimeout(flush, Math.max(0, Math.min(leastMs, lastFlush + leastMs - Date.now())));
  };
  return {
    resources: (ids) => {
      for (const id of ids) resources.add(id);
      schedule();
      onResources(ids);
    },
    connections: (ids) => {
      for (const id of ids) {
        connections.add(id);
        removed.delete(id);
      }
      schedule();
      onConnections();
    },
    removedConnection: (id) => {
      connections.delete(id);
      removed.add(id);
      schedule();
      onConnections();
    },
    console: () => {
      consoleChanged = true;
      schedule();
    },
    close: () => clearTimeout(timer),
  };
}
