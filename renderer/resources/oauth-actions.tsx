import { Menu } from '@mantine/core';
import type { ConnectionView } from '../../app/shared/contract/contract.ts';
import { usePreset } from '../api/queries.ts';
import { MoreButton } from '../common/more-button.tsx';
import { selectConnection } from '../common/window-state.ts';
import { connectNew, editConnection, renewConnection, requestTitle } from '../connection/connection-actions.ts';
import { confirmRemoval } from '../connection/remove-authorization.tsx';
import { RequestButton } from '../connection/request-button.tsx';
import { text } from '../messages/text.ts';
import classes from './oauth-authorization.module.css';

interface OAuthActionsProps {
  resourceId: string;
  view: ConnectionView | undefined;
  onChoose: (connectionId: string | null) => void;
  flush: () => Promise<boolean>;
}

/** The main button of the authorization, and the menu for the connection. */
export function OAuthActions({ resourceId, view, onChoose, flush }: OAuthActionsProps) {
  const preset = usePreset(view?.connection.presetId ?? null);
  const connect = async (title?: () => string): Promise<void> => {
    if (await flush()) await connectNew(resourceId, title);
  };
  const update = async (): Promise<void> => {
    if (view !== undefined && (await flush())) editConnection(view, resourceId, () => requestTitle(view));
  };
  return (
    <div className={classes.actions}>
      <RequestButton
        view={view}
        onRequest={() => void (view === undefined ? connect(() => requestTitle(view)) : update())}
      />
      {view === undefined ? null : (
        <MoreButton label={text('resourcePage.connection.more', { name: view.connection.name })}>
          <Menu.Dropdown>
            <Menu.Item onClick={() => selectConnection(view.connection.id)}>
              {text('resourcePage.connection.show')}
            </Menu.Item>
            {view.status.status === 'authorized' && view.status.renewsByItself ? (
              <Menu.Item onClick={() => void renewConnection(view.connection.id)}>
                {text('resourcePage.connection.renew')}
              </Menu.Item>
            ) : null}
            <Menu.Item onClick={() => void connect()}>{text('resourcePage.connection.new')}</Menu.Item>
            <Menu.Divider />
            <Menu.Item data-danger onClick={() => onChoose(null)}>
              {text('resourcePage.connection.none')}
            </Menu.Item>
            {view.secrets.includes('tokenSet') ? (
              <Menu.Item data-danger onClick={() => confirmRemoval(view, preset)}>
                {text('resourcePage.connection.remove')}
              </Menu.Item>
            ) : null}
          </Menu.Dropdown>
        </MoreButton>
      )}
    </div>
  );
}
