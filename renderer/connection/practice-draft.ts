import { useEffect, useRef } from 'react';
import type { Connection } from '../../app/shared/connection/connection.ts';
import type { Preset } from '../../app/shared/preset/preset.ts';
import { findConnection } from '../api/cache.ts';
import { call } from '../api/client.ts';
import { connectionsQuery, queryClient } from '../api/queries.ts';

export interface PracticeDraft {
  /** The practice service is its own API console: it gives a connection with client and secret. Throws ApiError. */
  take: (preset: Preset) => Promise<Connection | undefined>;
  /** The draft without what the practice service gave, for another preset. */
  giveBack: (draft: Connection) => Connection;
}

/** Connections that the practice service created for this dialog are deleted when it closes, unless the user keeps one. */
export function usePracticeDraft(initial: Connection, isUnsaved: () => boolean): PracticeDraft {
  const made = useRef(new Set<string>());
  const unsaved = useRef(isUnsaved);
  unsaved.current = isUnsaved;
  const shown = useRef(initial.id);

  useEffect(() => {
    const ids = made.current;
    return () => {
      for (const id of ids) {
        const isKept = id === shown.current && !unsaved.current();
        // A connection that was used or authorized elsewhere in the meantime stays.
        if (!isKept) void call('connections.delete', { id, evenIfUsed: false }).catch(() => undefined);
      }
    };
  }, []);

  return {
    take: async (preset) => {
      const before = new Set(queryClient.getQueryData(connectionsQuery.queryKey)?.map((view) => view.connection.id));
      // No new resource: the dialog was opened for an existing one.
      const { connectionIds } = await call('practice.setUp', { grants: [preset.grant], onlyConnections: true });
      await queryClient.invalidateQueries({ queryKey: connectionsQuery.queryKey });
      const view = connectionIds.map(findConnection).find((each) => each?.connection.presetId === preset.id);
      if (view === undefined) return undefined;
      const { id } = view.connection;
      if (!before.has(id)) made.current.add(id);
      shown.current = id;
      return view.connection;
    },
    giveBack: (draft) => {
      if (draft.id === initial.id) return draft;
      shown.current = initial.id;
      return { ...draft, id: initial.id, clientId: initial.clientId, username: initial.username };
    },
  };
}
