import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { hasCallback } from '../../../../app/shared/connection/grants/definitions.ts';
import type { ConnectionView } from '../../../../app/shared/contract/contract.ts';
import type { PeakaRenewal } from '../../../../app/shared/peaka/link.ts';
import { call } from '../../../api/client.ts';
import { usePreset } from '../../../api/queries.ts';
import { Badge } from '../../../badge/badge.tsx';
import formClasses from '../../../connection/connection-dialog.module.css';
import progressClasses from '../../../connection/request-progress.module.css';
import { stepLines } from '../../../connection/request-steps.ts';
import { type ListedStep, StepList } from '../../../connection/step-list.tsx';
import { WaitingLogin } from '../../../connection/waiting/waiting-login.tsx';
import { message, text } from '../../../messages/text.ts';
import { PeakaError } from '../peaka-error.tsx';
import type { HandOverState } from './use-hand-over.ts';

interface HandOverProgressProps {
  view: ConnectionView;
  name: string;
  state: Exclude<HandOverState, { status: 'editing' }>;
  accountId: string | undefined;
  renewal: PeakaRenewal;
  onCancel: () => void;
  onEdit: () => void;
  onTryAgain: () => void;
}

/** The dialog while a connection is handed over: the second login, if there is one, then the request to Peaka. */
export function HandOverProgress(props: HandOverProgressProps) {
  const { view, name, state, accountId, renewal, onCancel, onEdit, onTryAgain } = props;
  const { connection, status } = view;
  const preset = usePreset(connection.presetId);
  const hasFailed = state.status === 'failed';
  const lines = linesOf(connection, state, renewal);
  const login = status.status === 'authorizing' && !hasFailed ? status : undefined;
  const waitsForUser = login !== undefined && state.reached === 'waiting_for_login';
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={formClasses.form}>
      <div className={formClasses.fields} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
        <div className={progressClasses.service}>
          <Badge preset={preset} name={name} size={36} />
          <div>
            <div className={progressClasses.name}>{name}</div>
            <p className={formClasses.sentence}>{text(sentenceOf(hasFailed, waitsForUser, login?.window))}</p>
          </div>
        </div>
        <StepList label={text('connection.progress')} lines={lines} />
        {login?.refused === undefined ? null : (
          <p className={formClasses.warning}>{text('peaka.handOver.refused', { host: login.refused.host })}</p>
        )}
        {login === undefined || !waitsForUser ? null : <WaitingLogin connection={connection} login={login} />}
        {login?.errorPage === undefined ? null : (
          <PeakaError error={login.errorPage} accountId={accountId} connection={connection} />
        )}
        {state.status === 'failed' ? (
          <PeakaError
            error={state.error}
            accountId={accountId}
            connection={connection}
            isMain
            onTryAgain={onTryAgain}
          />
        ) : null}
      </div>
      <footer className={formClasses.footer}>
        <span className={formClasses.footerNote} />
        {hasFailed ? (
          <Button variant="default" onClick={onEdit}>
            {text('connection.progress.back')}
          </Button>
        ) : (
          <>
            {state.isSending ? null : (
              <Button variant="default" onClick={onCancel}>
                {text('connection.cancel')}
              </Button>
            )}
            {waitsForUser && hasCallback(connection) && connection.window === 'popup' ? (
              <Button onClick={() => void call('connections.showWindow', { id: connection.id })}>
                {text('connection.button.showWindow')}
              </Button>
            ) : null}
          </>
        )}
      </footer>
    </div>
  );
}

function linesOf(
  connection: ConnectionView['connection'],
  state: HandOverProgressProps['state'],
  renewal: PeakaRenewal,
): ListedStep[] {
  const hasFailed = state.status === 'failed';
  const own: ListedStep = {
    step: 'peaka',
    state: state.isSending ? (hasFailed ? 'failed' : 'current') : 'pending',
    text: message('peaka.handOver.step'),
  };
  if (renewal !== 'second_login') return [own];
  const login = stepLines(connection, state.reached, hasFailed && !state.isSending);
  return [...(state.isSending ? login.map((line) => ({ ...line, state: 'done' as const })) : login), own];
}

function sentenceOf(hasFailed: boolean, waitsForUser: boolean, window: 'popup' | 'browser' | 'none' | undefined) {
  if (hasFailed) return 'peaka.handOver.progress.stopped' as const;
  if (waitsForUser && window === 'popup') return 'peaka.handOver.progress.popup' as const;
  if (waitsForUser) return 'peaka.handOver.progress.login' as const;
  return 'connection.progress.moment' as const;
}
