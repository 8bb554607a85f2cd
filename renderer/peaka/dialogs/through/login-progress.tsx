import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { PeakaType } from '../../../../app/shared/peaka/connection-type.ts';
import type { PeakaLogin } from '../../../../app/shared/peaka/link.ts';
import { call } from '../../../api/client.ts';
import { Badge } from '../../../badge/badge.tsx';
import formClasses from '../../../connection/connection-dialog.module.css';
import progressClasses from '../../../connection/request-progress.module.css';
import { StepList } from '../../../connection/step-list.tsx';
import { type TextId, text } from '../../../messages/text.ts';
import { LoginFailed } from './login-failed.tsx';
import { loginLines } from './login-steps.ts';
import { LoginWaiting } from './login-waiting.tsx';
import type { LoginState, usePeakaLogin } from './use-peaka-login.ts';
import type { ThroughForm } from './use-through-form.ts';

interface LoginProgressProps {
  type: PeakaType;
  state: Exclude<LoginState, { status: 'editing' }>;
  login: ReturnType<typeof usePeakaLogin>;
  form: ThroughForm;
  onLeave: () => void;
}

/** The dialog during a login through Peaka. A failure is shown at its step, with what is left of it. */
export function LoginProgress({ type, state, login, form, onLeave }: LoginProgressProps) {
  const { request } = state;
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const running = state.status === 'running' ? state.login : undefined;
  const step = state.status === 'running' ? state.login.step : state.step;
  return (
    <div className={formClasses.form}>
      <div className={formClasses.fields} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
        <div className={progressClasses.service}>
          <Badge preset={undefined} name={type.label} size={36} />
          <div>
            <div className={progressClasses.name}>{request.name}</div>
            <p className={formClasses.sentence}>{text(sentenceOf(running))}</p>
          </div>
        </div>
        <StepList label={text('connection.progress')} lines={loginLines(step, request.window, running === undefined)} />
        {running === undefined ? null : (
          <LoginWaiting
            login={running}
            request={request}
            onBrowser={() => {
              login.cancel();
              form.setWindow('browser');
            }}
          />
        )}
        {state.status === 'failed' ? <LoginFailed state={state} login={login} form={form} /> : null}
      </div>
      <footer className={formClasses.footer}>
        <span className={formClasses.footerNote} />
        {running === undefined ? (
          <>
            <Button variant="subtle" color="gray" onClick={onLeave}>
              {text('connection.close')}
            </Button>
            <Button variant="default" onClick={login.edit}>
              {text('connection.progress.back')}
            </Button>
          </>
        ) : (
          <>
            <Button variant="default" onClick={login.cancel}>
              {text('connection.cancel')}
            </Button>
            {running.window === 'popup' && running.step === 'waiting_for_login' ? (
              <Button onClick={() => void call('peaka.showWindow', { linkId: request.linkId })}>
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
function sentenceOf(login: PeakaLogin | undefined): TextId {
  if (login === undefined) return 'connection.progress.stopped';
  if (login.refused !== undefined) return 'connection.progress.refused';
  if (login.errorPage !== undefined) return 'connection.progress.errorPage';
  if (login.step === 'service_refused') return 'peaka.through.progress.refused';
  if (login.step !== 'waiting_for_login') return 'connection.progress.moment';
  if (login.window === 'popup') return 'connection.progress.popup';
  return login.waitsForPaste ? 'connection.progress.browserPaste' : 'connection.progress.browser';
}
