import { Button } from '@mantine/core';
import { IconArrowUpRight } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import type { ConnectionStatus } from '../../../app/shared/contract/contract.ts';
import { call } from '../../api/client.ts';
import { CopyButton } from '../../common/copy-button.tsx';
import { RelativeTime } from '../../common/relative-time.tsx';
import { useNow } from '../../common/use-now.ts';
import classes from './waiting.module.css';

type Device = NonNullable<Extract<ConnectionStatus, { status: 'authorizing' }>['device']>;

// Few users log in with a code, so the QR code's renderer loads only when needed.
const QrCode = lazy(() => import('./qr-code.tsx'));

/** The code that the user types elsewhere, and the ways to get there (RFC 8628 §3.3). */
export function DeviceLogin({ device }: { device: Device }) {
  const page = device.verificationUriComplete ?? device.verificationUri;
  const isOver = useNow() >= device.expiresAt;
  return (
    <section className={classes.device} aria-label="Login with a code">
      <div className={classes.deviceText}>
        <p className={classes.lead}>Open this page in any browser, even on your phone, and enter the code there.</p>
        <p className={`${classes.page} mono`}>{device.verificationUri}</p>
        <div className={classes.codeLine}>
          <output className={classes.code} aria-label="Code">
            {device.userCode}
          </output>
          <CopyButton text={device.userCode} what="code" />
        </div>
        <div className={classes.deviceActions}>
          <Button
            rightSection={<IconArrowUpRight size={15} stroke={1.8} aria-hidden />}
            onClick={() => void call('app.openLink', { url: page })}
          >
            Open the page
          </Button>
          <span className={classes.expiry}>
            {isOver ? (
              'The code has expired.'
            ) : (
              <>
                The code expires <RelativeTime time={device.expiresAt} />
              </>
            )}
          </span>
        </div>
      </div>
      <figure className={classes.qr}>
        <Suspense fallback={<div className={classes.qrSpace} />}>
          <QrCode text={page} />
        </Suspense>
        <figcaption>Scan with your phone</figcaption>
      </figure>
    </section>
  );
}
