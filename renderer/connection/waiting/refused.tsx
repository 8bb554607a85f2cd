import { Button } from '@mantine/core';
import { IconBrowserX } from '@tabler/icons-react';
import type { ConnectionStatus } from '../../../app/api/contract.ts';
import type { Connection } from '../../../app/connections/connection.ts';
import type { Preset } from '../../../app/presets/preset.ts';
import { CopyButton } from '../../words/copy-button.tsx';
import { OpenLink } from '../../words/open-link.tsx';
import { withCallback } from '../loopback-callback.ts';
import classes from './waiting.module.css';

type Refusal = NonNullable<Extract<ConnectionStatus, { status: 'authorizing' }>['refused']>;

interface RefusedProps {
  draft: Connection;
  preset: Preset | undefined;
  refused: Refusal;
  onRestart: (change: Partial<Connection>) => void;
}

/** The service does not like windows of apps: the same login in the browser, and what that needs at the service. */
export function Refused({ draft, preset, refused, onRestart }: RefusedProps) {
  const { callbackUrl } = withCallback({ ...draft, window: 'browser' });
  return (
    <section className={classes.refused} role="alert" aria-labelledby="refused-title">
      <IconBrowserX size={18} stroke={1.8} className={classes.refusedIcon} aria-hidden />
      <div className={classes.refusedText}>
        <h2 id="refused-title" className={classes.title}>
          {refused.host} refuses logins in this window
        </h2>
        {refused.reason === '' ? null : <q className={classes.said}>{refused.reason}</q>}
        <p className={classes.lead}>
          Your browser is usually accepted. It sends the answer back to this computer, so register this callback URL at
          the service first:
        </p>
        <div className={classes.callback}>
          <span className="mono">{callbackUrl}</span>
          <CopyButton text={callbackUrl} what="callback URL" />
          {preset === undefined || preset.consoleUrl === '' ? null : (
            <OpenLink url={preset.consoleUrl}>Open API console</OpenLink>
          )}
        </div>
        <div className={classes.refusedActions}>
          <Button onClick={() => onRestart({ window: 'browser', callbackUrl })}>Use your browser</Button>
          {draft.callbackUrl.startsWith('https://') ? (
            <Button variant="default" onClick={() => onRestart({ window: 'browser' })}>
              Keep the callback URL, paste the address
            </Button>
          ) : null}
        </div>
      </div>
    </section>
  );
}
