import { Button } from '@mantine/core';
import { IconBrowserX } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import type { Preset } from '../../../app/shared/preset/preset.ts';
import { CopyButton } from '../../common/copy-button.tsx';
import { withCallback } from '../../common/loopback-callback.ts';
import { OpenLink } from '../../common/open-link.tsx';
import { text } from '../../messages/text.ts';
import classes from './waiting.module.css';

export interface BrowserInsteadProps {
  draft: Connection;
  preset: Preset | undefined;
  /** Ends the login in the window, and restarts it with the change. */
  onRestart: (change: Partial<Connection>) => void;
}

interface Words {
  title: string;
  /** The reason, shown above the callback URL for the browser. */
  children: ReactNode;
}

/** Offers the same login in the system browser if the login window cannot be used, and shows what to set up at the service. */
export function BrowserInstead({ draft, preset, onRestart, title, children }: BrowserInsteadProps & Words) {
  const titleId = useId();
  const { callbackUrl } = withCallback({ ...draft, window: 'browser' });
  return (
    <section className={classes.refused} role="alert" aria-labelledby={titleId}>
      <IconBrowserX size={18} stroke={1.8} className={classes.refusedIcon} aria-hidden />
      <div className={classes.refusedText}>
        <h2 id={titleId} className={classes.title}>
          {title}
        </h2>
        {children}
        <div className={classes.callback}>
          <span className="mono">{callbackUrl}</span>
          <CopyButton text={callbackUrl} what={text('waiting.browser.copy')} />
          {preset === undefined || preset.consoleUrl === '' ? null : (
            <OpenLink url={preset.consoleUrl}>{text('waiting.browser.console')}</OpenLink>
          )}
        </div>
        <div className={classes.refusedActions}>
          <Button onClick={() => onRestart({ window: 'browser', callbackUrl })}>{text('waiting.browser.use')}</Button>
          {draft.callbackUrl.startsWith('https://') ? (
            <Button variant="default" onClick={() => onRestart({ window: 'browser' })}>
              {text('waiting.browser.paste')}
            </Button>
          ) : null}
        </div>
      </div>
    </section>
  );
}
