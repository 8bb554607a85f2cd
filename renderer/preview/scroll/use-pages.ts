import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import { reportOf } from '../../api/client.ts';
import { PageCache } from './page-cache.ts';

interface Caches<Page> {
  shown: PageCache<Page>;
  earlier: PageCache<Page> | undefined;
}

/** The newest cache with pages: a response may be replaced before any of its pages arrives. */
const newestOf = <Page>({ shown, earlier }: Caches<Page>): PageCache<Page> | undefined =>
  shown.isEmpty() ? earlier : shown;

/**
 * The pages of one body. `fetchPage` and what it reads must change together (by `useCallback`): the pages start anew then.
 * `isStale`: whether a page must be requested again, which may change with `version`. Until a new page arrives, the page of the earlier body stands in its place: a list that reloads does not flash.
 */
export function usePages<Page>(
  fetchPage: (key: string) => Promise<Page>,
  wanted: readonly string[],
  { version, isStale }: { version?: number; isStale?: (page: Page) => boolean } = {},
) {
  const stale = useRef(isStale);
  stale.current = isStale;
  const [drawn, redraw] = useReducer((count: number) => count + 1, 0);
  const [failure, setFailure] = useState<{ of: typeof fetchPage; error: ErrorReport }>();
  const cache = useMemo(
    () =>
      new PageCache<Page>(
        fetchPage,
        redraw,
        (error) => setFailure({ of: fetchPage, error: reportOf(error) }),
        (page) => stale.current?.(page) ?? false,
      ),
    [fetchPage],
  );
  const caches = useRef<Caches<Page>>({ shown: cache, earlier: undefined });
  if (caches.current.shown !== cache) caches.current = { shown: cache, earlier: newestOf(caches.current) };
  const { earlier } = caches.current;
  const keys = wanted.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version makes pages stale.
  useEffect(() => cache.want(keys === '' ? [] : keys.split(' ')), [cache, keys, version]);
  /** The same function as long as no page arrives. */
  // biome-ignore lint/correctness/useExhaustiveDependencies: pages that arrive change what it returns.
  const get = useCallback((key: string) => cache.get(key) ?? earlier?.get(key), [cache, earlier, drawn]);
  return {
    get,
    error: failure?.of === fetchPage ? failure.error : undefined,
  };
}
