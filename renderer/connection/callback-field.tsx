import { Button, TextInput } from '@mantine/core';
import { hasCallback } from '../../app/shared/connection/grants/definitions.ts';
import { CopyButton } from '../common/copy-button.tsx';
import { callbackDelivery, loopbackCallbackUrl } from '../common/loopback-callback.ts';
import { OpenLink } from '../common/open-link.tsx';
import { text } from '../messages/text.ts';
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
        label={text('connection.callback')}
        description={
          <>
            {draft.window === 'popup'
              ? text('connection.callback.popup')
              : callbackDelivery(draft) === 'by_itself'
                ? text('connection.callback.direct')
                : text('connection.callback.pasted')}{' '}
            {preset === undefined || preset.consoleUrl === '' ? null : (
              <OpenLink url={preset.consoleUrl}>{text('connection.callback.console')}</OpenLink>
            )}
          </>
        }
        value={draft.callbackUrl}
        error={problemOf('callbackUrl')}
        spellCheck={false}
        classNames={{ input: 'mono', section: classes.inField ?? '' }}
        rightSectionWidth={96}
        rightSection={<CopyButton text={draft.callbackUrl} what={text('connection.callback.copied')} />}
        onChange={(event) => edit({ callbackUrl: event.currentTarget.value })}
        onBlur={() => touch('callbackUrl')}
      />
      {draft.window === 'popup' ? null : (
        <p className={classes.sentence}>
          {callbackDelivery(draft) === 'by_itself'
            ? text('connection.callback.refused')
            : text('connection.callback.notPasted')}{' '}
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
            {text(callbackDelivery(draft) === 'by_itself' ? 'connection.callback.paste' : 'connection.callback.send')}
          </Button>
        </p>
      )}
    </div>
  );
}
