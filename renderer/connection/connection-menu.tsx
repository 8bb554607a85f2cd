import { Menu } from '@mantine/core';
import { hasCallback } from '../../app/shared/connection/grants/definitions.ts';
import { useConnection, usePreset } from '../api/queries.ts';
import { openPeakaHandOver } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import {
  deleteConnection,
  duplicateConnection,
  editConnection,
  isAuthorized,
  logInAsSomeoneElse,
} from './connection-actions.ts';
import { confirmRemoval } from './remove-authorization.tsx';

/** The ⋯ of a connection, in the sidebar and on its page. */
export function ConnectionMenuItems({ id }: { id: string }) {
  const view = useConnection(id);
  const preset = usePreset(view?.connection.presetId ?? null);
  if (view === undefined) return null;
  return (
    <>
      <Menu.Item onClick={() => editConnection(view)}>{text('connection.menu.edit')}</Menu.Item>
      {hasCallback(view.connection) && view.secrets.includes('tokenSet') ? (
        <Menu.Item onClick={() => logInAsSomeoneElse(view)}>{text('connection.menu.asSomeoneElse')}</Menu.Item>
      ) : null}
      {isAuthorized(view) ? (
        <Menu.Item onClick={() => openPeakaHandOver(id)}>{text('peaka.handOver.open')}</Menu.Item>
      ) : null}
      <Menu.Item onClick={() => void duplicateConnection(id)}>{text('connection.menu.duplicate')}</Menu.Item>
      <Menu.Divider />
      {view.secrets.includes('tokenSet') ? (
        <Menu.Item data-danger onClick={() => confirmRemoval(view, preset)}>
          {text('connection.menu.remove')}
        </Menu.Item>
      ) : null}
      <Menu.Item data-danger onClick={() => void deleteConnection(view)}>
        {text('connection.menu.delete')}
      </Menu.Item>
    </>
  );
}
