import { useEffect, useRef, useState } from 'react';
import type { RequestStep } from '../../../../app/shared/contract/connections.ts';
import type { CallRequest } from '../../../../app/shared/contract/contract.ts';
import type { ErrorReport } from '../../../../app/shared/errors.ts';
import { call, onEvent, reportOf } from '../../../api/client.ts';
import { refreshPeaka } from '../../../api/peaka-queries.ts';

export type HandOverState =
  | { status: 'editing' }
  /** `reached`: the step of the second login. `isSending`: the login is over, or there is none. */
  | { status: 'running'; reached: RequestStep | null; isSending: boolean }
  | { status: 'failed'; reached: RequestStep | null; isSending: boolean; error: ErrorReport };

type Request = CallRequest<'peaka.handOver'>;

/** Hands a connection over, and reports the progress of the second login through the connection's status. */
export function useHandOver(connectionId: string, onDone: (request: Request) => void) {
  const [state, setState] = useState<HandOverState>({ status: 'editing' });
  const wasCancelled = useRef(false);

  useEffect(
    () =>
      onEvent('connections.changed', ({ views }) => {
        const status = views.find((view) => view.connection.id === connectionId)?.status;
        if (status === undefined) return;
        setState((before) => {
          if (before.status !== 'running') return before;
          if (status.status === 'authorizing') return { ...before, reached: status.step ?? before.reached };
          return before.reached === null ? before : { ...before, isSending: true };
        });
      }),
    [connectionId],
  );

  const run = async (request: Request): Promise<void> => {
    wasCancelled.current = false;
    setState({ status: 'running', reached: null, isSending: request.renewal !== 'second_login' });
    try {
      await call('peaka.handOver', request);
      await refreshPeaka();
      onDone(request);
    } catch (error) {
      const report = reportOf(error);
      setState((before) =>
        wasCancelled.current || before.status !== 'running'
          ? { status: 'editing' }
          : { ...before, status: 'failed', error: report },
      );
    }
  };
  return {
    state,
    run,
    cancel: (): void => {
      wasCancelled.current = true;
      void call('connections.cancelRequest', { id: connectionId });
    },
    edit: (): void => setState({ status: 'editing' }),
  };
}
