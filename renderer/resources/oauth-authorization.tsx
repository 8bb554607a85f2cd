import { useConnection, usePreset } from '../api/queries.ts';
import { hasData, runResource, useRun } from '../api/runs.ts';
import { openSecretSettings } from '../common/window-state.ts';
import { applyFix } from '../connection/apply-fix.ts';
import { connectNew, editConnection, renewConnection, requestTitle } from '../connection/connection-actions.ts';
import { ConnectionLine } from '../connection/connection-line.tsx';
import { ConnectionPicker } from '../connection/connection-picker.tsx';
import { troubleOf } from '../errors/connection-trouble.ts';
import { consoleAction } from '../errors/console-action.ts';
import { ErrorPanel } from '../errors/error-panel.tsx';
import classes from './oauth-authorization.module.css';

interface OAuthAuthorizationProps {
  resourceId: string;
  connectionId: string | null;
  onChoose: (connectionId: string | null) => void;
  flush: () => Promise<boolean>;
}

/** The connection that authorizes the resource, and its status. */
export function OAuthAuthorization({ resourceId, connectionId, onChoose, flush }: OAuthAuthorizationProps) {
  const view = useConnection(connectionId);
  const preset = usePreset(view?.connection.presetId ?? null);
  const trouble = troubleOf(view?.status);
  const run = useRun(resourceId);
  // After a refused token the run has more details: what the service said, and which scope is missing.
  const isToldByRun = trouble?.code === 'token.not_accepted' && run.status === 'done' && run.run.error !== undefined;

  const connect = async (): Promise<void> => {
    if (await flush()) await connectNew(resourceId);
  };
  const update = async (): Promise<void> => {
    if (view !== undefined && (await flush())) editConnection(view, resourceId, () => requestTitle(view));
  };

  return (
    <div className={classes.box}>
      <div className={classes.lines} data-connection-choice>
        <ConnectionPicker value={connectionId} onPick={onChoose} onNew={() => void connect()} />
        {view === undefined ? null : <ConnectionLine view={view} />}
      </div>
      {view === undefined || trouble === undefined || isToldByRun ? null : (
        <div className={classes.error}>
          <ErrorPanel
            error={trouble}
            isSmall={hasData(run)}
            connection={view.connection}
            onFix={(change, retry) => void applyFix(view, change, retry, resourceId)}
            actions={{
              ...consoleAction(preset),
              give_key: openSecretSettings,
              request_token: () => void update(),
              edit_connection: () => void update(),
              try_again: () => void renewConnection(view.connection.id).then(() => runResource(resourceId)),
            }}
          />
        </div>
      )}
    </div>
  );
}
