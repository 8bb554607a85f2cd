import { Button, TextInput } from '@mantine/core';
import { hasCallback } from '../../app/shared/connection/grants/definitions.ts';
import { CopyButton } from '../common/copy-button.tsx';
import { callbackDelivery, loopbackCallbackUrl } from '../common/loopback-callback.ts';
import { OpenLink } from '../common/open-link.tsx';
import classes from './connection-dialog.module.css';
import { newConnection } from './draft.ts';
import type { ConnectionFormState } from './form-state.ts';

/** The callback URL to register at the service, for grants that use one. */
export function CallbackField({ form }: { form: ConnectionFormState }) {
  const { draft, preset, edit, problemOf, touch } = form;
  if (!hasCallback(draft) || preset?.practice) return null;
  return (
    <div className={classes.field}>
      <TextInput
        label="Callback URL"
        value={draft.callbackUrl}
        error={problemOf('callbackUrl')}
        spellCheck={false}
        classNames={{ input: 'mono' }}
        rightSectionWidth={70}
        rightSection={<CopyButton text={draft.callbackUrl} what="callback URL" />}
        onChange={(event) => edit({ callbackUrl: event.currentTarget.value })}
        onBlur={() => touch('callbackUrl')}
      />
      <p className={classes.sentence}>
        {draft.window === 'popup'
          ? 'Register exactly this URL at the service, including the final slash.'
          : callbackDelivery(draft) === 'by_itself'
            ? 'Your browser sends the response to this computer. Register exactly this URL, or a “desktop app” client, which needs none.'
            : 'Register exactly this URL at the service. After the login, copy the address from your browser and paste it here.'}{' '}
        {preset === undefined || preset.consoleUrl === '' ? null : (
          <OpenLink url={preset.consoleUrl}>Open API console</OpenLink>
        )}
      </p>
      {draft.window === 'popup' ? null : (
        <p className={classes.sentence}>
          {callbackDelivery(draft) === 'by_itself'
            ? 'Does the service refuse this callback URL?'
            : 'You may not need to paste it.'}{' '}
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() =>
              edit({
                callbackUrl:
                  callbackDelivery(draft) === 'by_itself' ? newConnection().callbackUrl : loopbackCallbackUrl,
              })
            }
          >
            {callbackDelivery(draft) === 'by_itself' ? 'Paste the address instead' : 'Send it to this computer'}
          </Button>
        </p>
      )}
    </div>
  );
}
