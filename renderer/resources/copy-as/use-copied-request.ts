import { useCallback, useEffect, useState } from 'react';
import type { Copied, CopyTarget } from '../../../app/shared/copy-as.ts';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import { call, reportOf } from '../../api/client.ts';

interface Answer {
  copied?: Copied;
  error?: ErrorReport;
}

/**
 * The request as main writes it. The text for one target stays until the next has arrived, but never a text with the
 * token after the user chose the one without.
 */
export function useCopiedRequest(
  id: string,
  target: CopyTarget,
  withToken: boolean,
): Answer & { tryAgain: () => void } {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer & { withToken: boolean }>({ withToken: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let isGone = false;
    const show = (next: Answer): void => {
      if (!isGone) setAnswer({ ...next, withToken });
    };
    call('copyAs.request', { id, target, withToken }).then(
      (copied) => show({ copied }),
      (error: unknown) => show({ error: reportOf(error) }),
    );
    return () => {
      isGone = true;
    };
  }, [id, target, withToken, attempt]);
  const tryAgain = useCallback(() => setAttempt((count) => count + 1), []);
  return { ...(answer.withToken && !withToken ? {} : answer), tryAgain };
}
