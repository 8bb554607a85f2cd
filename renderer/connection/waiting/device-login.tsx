import { Button } from '@mantine/core';
import { IconArrowUpRight } from '@tabler/icons-react';
import type { ConnectionStatus } from '../../../app/shared/contract/contract.ts';
import { call } from '../../api/client.ts';
import { CopyButton } from '../../common/copy-button.tsx';
import { LateQrCode } from '../../common/late-qr-code.tsx';
import { RelativeTime } from '../../common/relative-time.tsx';
import { useNow } from '../../common/use-now.ts';
import { rich } from '../../messages/rich.ts';
import { text } from '../../messages/text.ts';
import classes from './waiting.module.css';

type Device = NonNullable<Extract<ConnectionStatus, { status: 'authorizing' }>['device']>;

/** The code that the user types elsewhere, and the ways to get there (RFC 8628 §3.3). */
export function DeviceLogin({ device }: { device: Device }) {
  const page = device.verificationUriComplete ?? device.verificationUri;
  const isOver = useNow() >= device.expiresAt;
  return (
    <section className={classes.device} aria-label={text('waiting.device')}>
      <div className={classes.deviceText}>
        <p className={classes.lead}>{text('waiting.device.lead')}</p>
        <p className={`${classes.page} mono`}>{device.verificationUri}</p>
        <div className={classes.codeLine}>
          <output className={classes.code} aria-label={text('waiting.device.code')}>
            {device.userCode}
          </output>
          <CopyButton text={device.userCode} what={text('waiting.device.code.copy')} />
        </div>
        <div className={classes.deviceActions}>
          <Button
            rightSection={<IconArrowUpRight size={15} stroke={1.8} aria-hidden />}
            onClick={() => void call('app.openLink', { url: page })}
          >
            {text('waiting.device.open')}
          </Button>
          <span className={classes.expiry}>
            {isOver
              ? text('waiting.device.expired')
              : rich('waiting.device.expires', { time: () => <RelativeTime time={device.expiresAt} /> })}
          </span>
        </div>
      </div>
      <figure className={classes.qr}>
        <LateQrCode url={page} title={text('waiting.device.qrCode')} />
        <figcaption>{text('waiting.device.scan')}</figcaption>
      </figure>
    </section>
  );
}
