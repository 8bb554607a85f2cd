import { useEffect, useState } from 'react';
import type { CallResponse } from '../../../app/shared/contract/contract.ts';
import { call } from '../../api/client.ts';

export type PathCheck = CallResponse<'preview.path'>;

const restMs = 150;

/** What a path selects in the response, a moment after the last key. `undefined`: not known yet. */
export function usePathCheck(previewId: string, path: string): PathCheck | undefined {
  const [known, setKnown] = useState<{ path: string; check: PathCheck }>();
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      // The response is no longer kept, which the table says.
      call('preview.path', { previewId, dataPath: path }).then(
        (check) => isCurrent && setKnown({ path, check }),
        () => undefined,
      );
    }, restMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [previewId, path]);
  return known?.path === path ? known.check : undefined;
}
