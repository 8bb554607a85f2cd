import { useEffect, useMemo, useReducer, useState } from 'react';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import { reportOf } from '../../api/client.ts';
import { PageCache } from './page-cache.ts';

/** The pages of one body. `fetchPage` and what it reads must change together (by `useCallback`): the pages start anew then. */
export function usePages<Page>(fetchPage: (key: string) => Promise<Page>, wanted: readonly string[]) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [failure, setFailure] = useState<{ of: typeof fetchPage; error: ErrorReport }>();
  const cache = useMemo(
    () => new PageCache<Page>(fetchPage, redraw, (error) => setFailure({ of: fetchPage, error: reportOf(error) })),
    [fetchPage],
  );
  const keys = wanted.join(' ');
  useEffect(() => cache.want(keys === '' ? [] : keys.split(' ')), [cache, keys]);
  return { get: (key: string) => cache.get(key), error: failure?.of === fetchPage ? failure.error : undefined };
}
