import { Button } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import { useState } from 'react';
import { CopyButton } from '../common/copy-button.tsx';
import { LateQrCode } from '../common/late-qr-code.tsx';
import { text } from '../messages/text.ts';
import classes from './feed-settings.module.css';

/** Where readers reach the server, the best first. */
export function FeedOrigins({ origins }: { origins: readonly string[] }) {
  const [shown, setShown] = useState<string | null>(null);
  return (
    <ul className={classes.origins} aria-label={text('settings.feeds.origins')}>
      {origins.map((origin) => (
        <li key={origin}>
          <div className={classes.origin}>
            <span className="mono">{origin}</span>
            <CopyButton text={origin} what={text('settings.feeds.origin')} />
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              aria-expanded={shown === origin}
              aria-label={text('settings.feeds.qrCode.named', { origin })}
              leftSection={<IconQrcode size={13} aria-hidden />}
              onClick={() => setShown(shown === origin ? null : origin)}
            >
              {text('settings.feeds.qrCode')}
            </Button>
          </div>
          {shown === origin ? (
            <figure className={classes.figure}>
              <LateQrCode url={origin} title={text('settings.feeds.qrCode.named', { origin })} />
              <figcaption>{text('settings.feeds.qrCode.hint')}</figcaption>
            </figure>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
