import { useEffect, useState } from 'react';
import type { Connection } from '../../app/shared/connection/connection.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import { call } from '../api/client.ts';
import type { SeenPage } from './rule.ts';

const pagesLookedAt = 200;
/** A login that was given up ended just now; its pages cannot be much older. */
const longestLoginMs = 15 * 60_000;

/** The last page of a login that was given up: services show what is wrong in their own window, and nowhere else. */
export function useSeenPage(error: ErrorReport, connection: Connection | undefined): SeenPage | undefined {
  const [seen, setSeen] = useState<SeenPage>();
  const id = connection?.id;
  const wasGivenUp = error.code === 'window.closed' || error.code === 'window.timeout';
  useEffect(() => {
    setSeen(undefined);
    if (!wasGivenUp || id === undefined) return;
    let isCurrent = true;
    lastPage(id).then(
      (page) => isCurrent && setSeen(page),
      // Without the console the advice of the code has to do.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [wasGivenUp, id]);
  return seen;
}

async function lastPage(connectionId: string): Promise<SeenPage | undefined> {
  const { newest } = await call('console.list', { limit: 1 });
  const { exchanges } = await call('console.list', {
    after: Math.max(0, newest - pagesLookedAt),
    limit: pagesLookedAt,
  });
  const since = Date.now() - longestLoginMs;
  const page = exchanges.findLast(
    (exchange) => exchange.kind === 'window' && exchange.connectionId === connectionId && exchange.at > since,
  );
  return page === undefined ? undefined : { url: page.url, status: page.status, error: page.error };
}
