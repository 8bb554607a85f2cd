import { useEffect, useState } from 'react';
import type { Connection } from '../../app/shared/connection/connection.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import { call } from '../api/client.ts';
import type { SeenPage } from './rule.ts';

const pagesLookedAt = 200;
/** The abandoned login ended just now, so its pages are recent. */
const longestLoginMs = 15 * 60_000;

/** The last page of an abandoned login: some services show the problem only in their own window. */
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
      // Without the console, the advice for the error code must suffice.
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
