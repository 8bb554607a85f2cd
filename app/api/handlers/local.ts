import { type HandOutTokenDeps, handOutToken } from '../../connections/hand-out-token.ts';
import type { ConnectionStore } from '../../connections/store.ts';
import type { LocalHandlers } from '../../local/server.ts';
import { createGetRows, type GetRows, type GetRowsDeps } from '../../resources/get-rows.ts';
import type { ResourceStore } from '../../resources/store.ts';
import type { EventPayload } from '../../shared/contract/contract.ts';
import { requireNamed } from '../../shared/require-named.ts';
import type { Opened } from './handlers.ts';

export interface LocalHandlersDeps extends Omit<HandOutTokenDeps, 'now'>, GetRowsDeps {
  connections: Pick<ConnectionStore, 'list'>;
  resources: Pick<ResourceStore, 'list'>;
}

export interface LocalHandlersOptions {
  /** Ends the app. */
  stop(): void;
  /** Calls the listener for each page of a resource that is fetched. Returns the function that stops it. */
  onPages(listener: (payload: EventPayload<'resources.pages'>) => void): () => void;
}

/** The calls that only the local socket has. */
export function localHandlers(
  opened: Opened<LocalHandlersDeps>,
  { stop, onPages }: LocalHandlersOptions,
): LocalHandlers {
  let made: GetRows | undefined;
  const rowsOf = (deps: GetRowsDeps): GetRows => {
    made ??= createGetRows(deps);
    return made;
  };
  return {
    'local.token': async ({ connection: text, minimumMs }) => {
      const deps = await opened();
      const connection = requireNamed(deps.connections.list(), text);
      const { id, name } = connection;
      return { id, name, ...(await handOutToken(connection, minimumMs, { ...deps, now: Date.now })) };
    },
    'local.get': async ({ resource: text, ...request }, { signal, send, progress }) => {
      const deps = await opened();
      const resource = requireNamed(deps.resources.list(), text);
      const stopListening = onPages(({ id, progress: pages }) => {
        if (id !== resource.id || pages === null) return;
        progress({ step: 'fetching', page: pages.page, rows: pages.rowCount, totalRows: pages.totalRows });
      });
      try {
        const { summary, ...written } = await rowsOf(deps).get({
          ...request,
          resource,
          signal,
          onProgress: (rows, totalRows) => progress({ step: 'writing', rows, totalRows }),
          onBytes: send,
        });
        const { id, name } = resource;
        const { status, receivedAt, notes } = summary;
        return { id, name, status, receivedAt, notes, ...written };
      } finally {
        stopListening();
      }
    },
    'local.run': async ({ resource: text }, { signal }) => {
      const deps = await opened();
      const { id, name } = requireNamed(deps.resources.list(), text);
      const { status, receivedAt, durationMs, bytes, body } = await rowsOf(deps).run(id, signal);
      const rows = body.status === 'parsed' && body.dataPath !== null ? body.rowCount : null;
      return { id, name, status, receivedAt, durationMs, bytes, rows };
    },
    'local.stop': async () => {
      // After the response was written.
      setImmediate(stop);
      return {};
    },
  };
}
