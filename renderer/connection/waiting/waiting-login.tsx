import type { Connection } from '../../../app/shared/connection/connection.ts';
import type { ConnectionStatus } from '../../../app/shared/contract/contract.ts';
import { call } from '../../api/client.ts';
import { DeviceLogin } from './device-login.tsx';
import { OpenAgain } from './open-again.tsx';
import { PasteCallback } from './paste-callback.tsx';

interface WaitingLoginProps {
  connection: Connection;
  login: Extract<ConnectionStatus, { status: 'authorizing' }>;
}

/** What the user does while a connection's login waits: enter a code, paste the callback, open the page again. */
export const WaitingLogin = ({
  connection: { id, callbackUrl },
  login: { device, waitsForPaste, window },
}: WaitingLoginProps) => (
  <>
    {device === undefined ? null : <DeviceLogin device={device} />}
    {waitsForPaste ? (
      <PasteCallback callbackUrl={callbackUrl} onPaste={(url) => call('connections.pasteCallback', { id, url })} />
    ) : null}
    {window === 'browser' ? (
      <OpenAgain
        onOpen={() => call('connections.openLoginAgain', { id })}
        linkOf={async () => (await call('connections.loginLink', { id })).url}
      />
    ) : null}
  </>
);
