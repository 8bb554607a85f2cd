import { useEffect, useRef, useState } from 'react';
import type { Connection } from '../../app/shared/connection/connection.ts';
import type { RequestStep } from '../../app/shared/contract/connections.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import { findConnection, putConnections } from '../api/cache.ts';
import { call, onEvent, reportOf } from '../api/client.ts';
import { preferencesQuery, queryClient } from '../api/queries.ts';
import { afterFrame } from '../common/after-frame.ts';
import type { ConnectionTask } from '../common/window-state.ts';
import { forgetAttempts } from '../errors/attempts.ts';
import type { TypedSecrets } from './form-state.ts';

export type RequestState =
  | { status: 'editing' }
  | { status: 'running'; reached: RequestStep | null }
  | { status: 'failed'; reached: RequestStep | null; error: ErrorReport };

/** After the code, the token mostly comes before anybody could read that the code did: to draw that would hold it up. */
const blinkMs = 60;

/**
 * Runs the grant with the form's values, and reports its progress.
 * `id`: the ID of the current draft. It changes if the user picks a practice preset, which has its own connection.
 */
export function useTokenRequest(task: ConnectionTask, id: string, onDone: () => void) {
  const [state, setState] = useState<RequestState>({ status: 'editing' });
  const isNew = useRef(task.isNew);
  const isKept = useRef(false);
  const cancelled = useRef(false);
  /** The request that runs: whether it brought a token. */
  const running = useRef<Promise<boolean>>(Promise.resolve(false));
  const restarting = useRef(false);

  /** The step of the running request; it may not be rendered yet. */
  const reached = useRef<RequestStep | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = () =>
      setState((before) => (before.status === 'running' ? { status: 'running', reached: reached.current } : before));
    const end = onEvent('connections.changed', ({ views }) => {
      const status = views.find((view) => view.connection.id === id)?.status;
      if (status?.status !== 'authorizing' || status.step === null) return;
      reached.current = status.step;
      clearTimeout(timer);
      if (status.step === 'code_received') timer = setTimeout(draw, blinkMs);
      else draw();
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [id]);

  /** Saves without a request. Throws ApiError. */
  const save = async (draft: Connection, secrets: TypedSecrets): Promise<void> => {
    putConnections([await call('connections.save', { connection: draft, secrets })]);
    isKept.current = true;
    if (isNew.current) {
      isNew.current = false;
      await task.onSaved?.(draft.id);
    }
  };

  const run = async (draft: Connection, secrets: TypedSecrets, freshSession: boolean): Promise<boolean> => {
    cancelled.current = false;
    reached.current = null;
    setState({ status: 'running', reached: null });
    try {
      // A new connection is saved at once, so that a failed login does not lose the input.
      if (isNew.current) await save(draft, secrets);
      isKept.current = true;
      const view = await call('connections.requestToken', { connection: draft, secrets, freshSession });
      putConnections([view]);
      forgetAttempts(draft.id);
      onDone();
      // The window first shows the authorization, then runs the follow-up.
      afterFrame(() => {
        void rememberPreset(draft.presetId);
        task.onAuthorized?.();
      });
      return true;
    } catch (error) {
      // The next request starts at once, so showing the fields in between would only flicker.
      if (restarting.current) return false;
      const report = reportOf(error);
      setState((before) =>
        cancelled.current
          ? { status: 'editing' }
          : { status: 'failed', reached: before.status === 'running' ? reached.current : null, error: report },
      );
      return false;
    }
  };

  const request = (draft: Connection, secrets: TypedSecrets, freshSession: boolean): void => {
    running.current = run(draft, secrets, freshSession);
  };
  const cancel = (): void => {
    cancelled.current = true;
    void call('connections.cancelRequest', { id });
  };

  return {
    state,
    save,
    request,
    /** Ends the running request, then starts one with other settings: a connection has one request at a time. */
    restart: async (draft: Connection, secrets: TypedSecrets, freshSession: boolean): Promise<void> => {
      restarting.current = true;
      cancel();
      const isDone = await running.current;
      restarting.current = false;
      // If the request finished before it could be ended, there is nothing to restart.
      if (!isDone) request(draft, secrets, freshSession);
    },
    /** Back to the fields. */
    edit: () => setState({ status: 'editing' }),
    cancel,
    showWindow: () => void call('connections.showWindow', { id }),
    /** Whether the connection was neither saved nor used to request a token. */
    isUnsaved: () => !isKept.current,
    hasToken: findConnection(id)?.secrets.includes('tokenSet') ?? false,
  };
}

/** The presets last used stand first in the picker. */
async function rememberPreset(presetId: string | null): Promise<void> {
  if (presetId === null) return;
  const before = queryClient.getQueryData(preferencesQuery.queryKey)?.recentPresets ?? [];
  const recentPresets = [presetId, ...before.filter((each) => each !== presetId)].slice(0, 5);
  queryClient.setQueryData(preferencesQuery.queryKey, await call('preferences.save', { recentPresets }));
}
