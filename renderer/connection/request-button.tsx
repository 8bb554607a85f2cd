import { Button } from '@mantine/core';
import type { ConnectionView } from '../../app/shared/contract/contract.ts';
import { call } from '../api/client.ts';
import { buttonsOf } from '../common/token-source-words.ts';
import { text } from '../messages/text.ts';
import { isAuthorized } from './connection-actions.ts';

interface RequestButtonProps {
  view: ConnectionView | undefined;
  onRequest: () => void;
}

/** Request New Token. During a login it shows the progress and offers the login window and Cancel. */
export function RequestButton({ view, onRequest }: RequestButtonProps) {
  if (view?.status.status === 'authorizing') {
    const { id } = view.connection;
    return (
      <>
        {view.status.window !== 'popup' ? null : (
          <Button variant="filled" onClick={() => void call('connections.showWindow', { id })}>
            {text('connection.button.showWindow')}
          </Button>
        )}
        <Button variant="default" onClick={() => void call('connections.cancelRequest', { id })}>
          {text('connection.cancel')}
        </Button>
      </>
    );
  }
  const words = buttonsOf(view?.connection);
  if (isAuthorized(view))
    return (
      <Button variant="default" data-request-button onClick={onRequest}>
        {words.update}
      </Button>
    );
  return (
    // After a failure the fix comes first.
    <Button variant={view?.status.status === 'failing' ? 'default' : 'filled'} data-request-button onClick={onRequest}>
      {words.request}
    </Button>
  );
}
