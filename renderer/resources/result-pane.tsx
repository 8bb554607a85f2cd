import { Button } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import type { ConnectionView } from '../../app/shared/contract/contract.ts';
import { startPractice } from '../actions/try-practice.ts';
import { findResource } from '../api/cache.ts';
import { usePreset } from '../api/queries.ts';
import { cancelRun, type RunState } from '../api/runs.ts';
import { ErrorBoundary } from '../common/error-boundary.tsx';
import { latePart, useLatePart } from '../common/lazy.ts';
import { focusUrl } from '../common/panes.ts';
import { shortcut } from '../common/platform.ts';
import { absoluteTime } from '../common/time.ts';
import { openSecretSettings, openSettings } from '../common/window-state.ts';
import { applyFix } from '../connection/apply-fix.ts';
import { editConnection, requestTitle } from '../connection/connection-actions.ts';
import { isSameFailure, troubleOf } from '../errors/connection-trouble.ts';
import { consoleAction } from '../errors/console-action.ts';
import { ErrorPanel } from '../errors/error-panel.tsx';
import { text, textOf } from '../messages/text.ts';
import { Note } from '../preview/note.tsx';
import { allowHost } from './allow-host.ts';
import classes from './result-pane.module.css';

/** The preview includes the table, the tree and the text editor. It loads with the first GET, while the service responds. */
const latePreview = latePart(async () => (await import('../preview/preview.tsx')).Preview);

interface ResultPaneProps {
  id: string;
  run: RunState;
  connection: ConnectionView | undefined;
  needsToken: boolean;
  waitsForLogin: boolean;
  onRun: () => void;
  /** The resource has no authorization: gives it OAuth. */
  onUseOAuth: () => void;
}

/** The result of the last GET: nothing yet, waiting, an error, or the data. */
export function ResultPane({ id, run, connection, needsToken, waitsForLogin, onRun, onUseOAuth }: ResultPaneProps) {
  const preset = usePreset(connection?.connection.presetId ?? null);
  const Preview = useLatePart(latePreview, run.status !== 'idle');
  const shown = run.status === 'done' ? run.run : run.status === 'idle' ? undefined : run.before;
  const arriving = run.status === 'running' ? run.arriving : undefined;
  const { notes } = arriving ?? shown ?? {};
  const error = run.status === 'failed' ? run.error : run.status === 'done' ? run.run.error : undefined;
  const trouble = troubleOf(connection?.status);
  // A failure of the connection is shown above, beside its fix. A refused token is shown here, with the service's words.
  const isToldAbove = trouble?.code !== 'token.not_accepted' && isSameFailure(error, trouble);
  const host = typeof error?.details?.host === 'string' ? error.details.host : undefined;

  return (
    <section
      className={classes.pane}
      aria-label={text('resourcePage.result')}
      data-pane="preview"
      aria-busy={run.status === 'running'}
    >
      {run.status === 'running' ? (
        <div className={classes.progress} role="progressbar" aria-label={text('resourcePage.result.loading')} />
      ) : null}
      {run.status === 'idle' ? <Idle reason={waitsForLogin ? 'login' : needsToken ? 'token' : 'run'} /> : null}
      {run.status === 'running' && shown === undefined && arriving === undefined ? <Waiting id={id} /> : null}
      {isToldAbove && shown === undefined ? <Idle reason="trouble" /> : null}
      {error === undefined || isToldAbove ? null : (
        <div className={classes.error}>
          <ErrorPanel
            error={error}
            isSmall={shown !== undefined && (run.status === 'failed' || shown.pages !== undefined)}
            connection={connection?.connection}
            resourceId={id}
            onFix={
              connection === undefined ? undefined : (change, retry) => void applyFix(connection, change, retry, id)
            }
            words={host === undefined ? {} : { allow_host: text('resourcePage.result.allowHost', { host }) }}
            actions={{
              try_again: onRun,
              edit_url: focusUrl,
              use_oauth: onUseOAuth,
              open_settings: openSettings,
              give_key: openSecretSettings,
              ...consoleAction(preset),
              ...(usesPractice(id, connection) ? { start_practice: () => void startPractice().then(onRun) } : {}),
              ...(connection === undefined
                ? {}
                : {
                    ...(needsToken
                      ? {}
                      : { request_token: () => editConnection(connection, id, () => requestTitle(connection)) }),
                    edit_connection: () => editConnection(connection, id),
                  }),
              ...(connection === undefined || host === undefined
                ? {}
                : { allow_host: () => void allowHost(connection.connection.id, host, onRun) }),
            }}
          />
        </div>
      )}
      {notes === undefined ? null : (
        <>
          {run.status === 'failed' && shown !== undefined ? (
            <Note>
              {text(isToldAbove ? 'resourcePage.result.oldTrouble' : 'resourcePage.result.old', {
                time: absoluteTime(shown.receivedAt),
              })}
            </Note>
          ) : null}
          {notes.map(textOf).map((note) => (
            <Note key={note}>{note}</Note>
          ))}
          {Preview === undefined ? (
            <Waiting id={id} />
          ) : (
            <ErrorBoundary content={shown?.previewId}>
              <Preview resourceId={id} run={shown} arriving={arriving} />
            </ErrorBoundary>
          )}
        </>
      )}
    </section>
  );
}

/** Starting the practice service helps only in this case. */
const usesPractice = (id: string, connection: ConnectionView | undefined): boolean =>
  `${findResource(id)?.resource.url} ${connection?.connection.accessTokenUrl}`.includes('{practice}');

type IdleReason = 'token' | 'trouble' | 'login' | 'run';

function Idle({ reason }: { reason: IdleReason }) {
  return (
    <div className={classes.idle}>
      <IconTable size={28} stroke={1.3} aria-hidden />
      <p className={classes.idleTitle}>{text(`resourcePage.idle.${reason}.title`)}</p>
      <p className={classes.idleText}>
        {reason === 'run'
          ? text('resourcePage.idle.run.text', { shortcut: shortcut('run') })
          : text(`resourcePage.idle.${reason}.text`)}
      </p>
    </div>
  );
}

const widths = [62, 84, 71, 90, 58, 77, 66, 81];

function Waiting({ id }: { id: string }) {
  return (
    <div className={classes.waiting}>
      <div className={classes.skeleton} aria-hidden>
        {widths.map((width) => (
          <span key={width} style={{ width: `${width}%` }} />
        ))}
      </div>
      <p className={classes.waitingText}>
        <span role="status">{text('resourcePage.result.waiting')}</span>
        <Button size="compact-xs" variant="default" onClick={() => cancelRun(id)}>
          {text('resourcePage.cancelRun')}
        </Button>
      </p>
    </div>
  );
}
