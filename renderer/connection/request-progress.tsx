import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Connection } from '../../app/shared/connection/connection.ts';
import { hasCallback } from '../../app/shared/connection/grants/definitions.ts';
import type { Preset } from '../../app/shared/preset/preset.ts';
import { useConnection } from '../api/queries.ts';
import { Badge } from '../badge/badge.tsx';
import { callbackDelivery } from '../common/loopback-callback.ts';
import { closeOverlay } from '../common/window-state.ts';
import { attemptOf } from '../errors/attempts.ts';
import { diagnose, fixedInFields } from '../errors/diagnosis.ts';
import { text, textOf } from '../messages/text.ts';
import classes from './connection-dialog.module.css';
import { grantViews } from './grants/grant-views.ts';
import { RequestError } from './request-error.tsx';
import own from './request-progress.module.css';
import { stepLines } from './request-steps.ts';
import { StepList } from './step-list.tsx';
import type { RequestState } from './use-token-request.ts';
import { Refused } from './waiting/refused.tsx';
import { SignInPromptPanel } from './waiting/sign-in-prompt.tsx';
import { WaitingLogin } from './waiting/waiting-login.tsx';

interface RequestProgressProps {
  draft: Connection;
  preset: Preset | undefined;
  state: Exclude<RequestState, { status: 'editing' }>;
  onCancel: () => void;
  onShowWindow: () => void;
  onEdit: () => void;
  onShowAll: () => void;
  onTryAgain: (change?: Partial<Connection>) => void;
  /** Ends the running request, and restarts with the change. */
  onRestart: (change: Partial<Connection>) => void;
  /** The user wants another account. */
  asSomeoneElse: boolean;
}

/** The dialog during a request: the finished steps and the current one. A failure is shown at its step. */
export function RequestProgress(props: RequestProgressProps) {
  const { draft, preset, state, onCancel, onShowWindow, onEdit, onShowAll, onTryAgain, onRestart } = props;
  const status = useConnection(draft.id)?.status;
  const login = status?.status === 'authorizing' && state.status === 'running' ? status : undefined;
  const needsBrowser = login?.refused !== undefined || login?.signInPrompt !== undefined;
  const errorPage = needsBrowser ? undefined : login?.errorPage;
  const failed = state.status === 'failed';
  const lines = stepLines(draft, state.reached, failed);
  const current = lines.find((line) => line.state === 'current');
  // The footer already has "Edit connection", so this fix needs no second button.
  const editsFirst =
    state.status === 'failed' && fixedInFields(diagnose(state.error, draft, preset, undefined, attemptOf(draft)));
  const waitsForUser = current?.step === 'waiting_for_login';
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);

  return (
    <div className={classes.form}>
      <div className={classes.fields} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
        <div className={own.service}>
          <Badge preset={preset} name={draft.name} size={36} />
          <div>
            <div className={own.name}>{draft.name}</div>
            <p className={classes.sentence}>
              {failed
                ? text('connection.progress.stopped')
                : login?.refused !== undefined
                  ? text('connection.progress.refused')
                  : errorPage !== undefined
                    ? text('connection.progress.errorPage')
                    : waitsForUser
                      ? waitingSentence(draft, props.asSomeoneElse)
                      : text('connection.progress.moment')}
            </p>
          </div>
        </div>
        <StepList label={text('connection.progress')} lines={lines} />
        {login?.refused === undefined ? null : (
          <Refused draft={draft} preset={preset} refused={login.refused} onRestart={onRestart} />
        )}
        {login?.signInPrompt === undefined || login.refused !== undefined ? null : (
          <SignInPromptPanel draft={draft} preset={preset} prompt={login.signInPrompt} onRestart={onRestart} />
        )}
        {login === undefined || !waitsForUser ? null : <WaitingLogin connection={draft} login={login} />}
        {errorPage === undefined ? null : (
          <RequestError
            error={errorPage}
            draft={draft}
            preset={preset}
            isMain
            onRun={(change) => onRestart(change ?? {})}
            onShowAll={() => {
              onCancel();
              onShowAll();
            }}
            onEdit={onCancel}
          />
        )}
        {state.status === 'failed' ? (
          <RequestError
            error={state.error}
            draft={draft}
            preset={preset}
            isMain={!editsFirst}
            onRun={onTryAgain}
            onShowAll={onShowAll}
          />
        ) : null}
      </div>
      <footer className={classes.footer}>
        <span className={classes.footerNote} />
        {failed ? (
          <>
            <Button variant="subtle" color="gray" onClick={closeOverlay}>
              {text('connection.close')}
            </Button>
            <Button variant={editsFirst ? 'filled' : 'default'} onClick={onEdit}>
              {text('connection.progress.back')}
            </Button>
          </>
        ) : (
          <>
            <Button variant="default" onClick={onCancel}>
              {text('connection.cancel')}
            </Button>
            {hasCallback(draft) && draft.window === 'popup' ? (
              <Button variant={needsBrowser || errorPage !== undefined ? 'default' : 'filled'} onClick={onShowWindow}>
                {text('connection.button.showWindow')}
              </Button>
            ) : null}
          </>
        )}
      </footer>
    </div>
  );
}

/** What the dialog waits for. */
function waitingSentence(draft: Connection, asSomeoneElse: boolean): string {
  const { waiting } = grantViews[draft.grant];
  if (waiting !== undefined) return textOf(waiting);
  if (draft.window === 'popup') return text('connection.progress.popup');
  const goesOn = text(
    callbackDelivery(draft) === 'by_itself' ? 'connection.progress.browser' : 'connection.progress.browserPaste',
  );
  return asSomeoneElse ? `${goesOn} ${text('connection.progress.anotherAccount')}` : goesOn;
}
