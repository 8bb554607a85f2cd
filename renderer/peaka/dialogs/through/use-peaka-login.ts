import { useRef, useState } from 'react';
import type { CallRequest } from '../../../../app/shared/contract/contract.ts';
import type { ErrorReport } from '../../../../app/shared/errors.ts';
import type { PeakaLinkView, PeakaLogin } from '../../../../app/shared/peaka/link.ts';
import { call, reportOf } from '../../../api/client.ts';
import { refreshPeaka, usePeakaLinks } from '../../../api/peaka-queries.ts';

type Request = CallRequest<'peaka.logIn'>;

export type LoginState =
  | { status: 'editing' }
  | { status: 'running'; request: Request; login: PeakaLogin }
  /** `step`: where it failed. `link`: what is left of it, here and at Peaka. */
  | {
      status: 'failed';
      request: Request;
      step: PeakaLogin['step'];
      error: ErrorReport;
      link: PeakaLinkView['link'] | undefined;
    };

interface Run {
  request: Request;
  error?: ErrorReport;
}

/** Runs logins through Peaka, and follows them in the list of links. */
export function usePeakaLogin(onDone: (request: Request) => void) {
  const [run, setRun] = useState<Run>();
  const wasCancelled = useRef(false);
  const step = useRef<PeakaLogin['step']>('creating');
  const view = usePeakaLinks().find(({ link }) => link.id === run?.request.linkId);
  if (view?.login != null) step.current = view.login.step;

  /** `callback`: sends Peaka the callback of the failed login again, instead of a new login. */
  const start = async (request: Request, work: () => Promise<unknown> = () => call('peaka.logIn', request)) => {
    wasCancelled.current = false;
    step.current = 'creating';
    setRun({ request });
    try {
      await work();
      await refreshPeaka();
      onDone(request);
    } catch (error) {
      const report = reportOf(error);
      await refreshPeaka();
      setRun((before) =>
        before?.request !== request ? before : wasCancelled.current ? undefined : { request, error: report },
      );
    }
  };

  const state = stateOf(run, view, step.current);
  return {
    state,
    start: (request: Request) => void start(request),
    /** For a callback that Peaka may not have received. */
    sendAgain: (request: Request) =>
      void start(request, () => call('peaka.passOn', { linkId: request.linkId, passOn: true })),
    cancel: (): void => {
      wasCancelled.current = true;
      if (run !== undefined) void call('peaka.cancelLogin', { linkId: run.request.linkId });
    },
    edit: (): void => setRun(undefined),
  };
}

function stateOf(run: Run | undefined, view: PeakaLinkView | undefined, step: PeakaLogin['step']): LoginState {
  if (run === undefined) return { status: 'editing' };
  const { request, error } = run;
  if (error !== undefined)
    return { status: 'failed', request, step, error, link: view?.link.state === 'unfinished' ? view.link : undefined };
  const login = view?.login ?? { step, window: request.window, waitsForPaste: false };
  return { status: 'running', request, login };
}
