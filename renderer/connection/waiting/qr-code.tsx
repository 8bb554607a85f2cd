import { QRCodeSVG } from 'qrcode.react';
import { text } from '../../messages/text.ts';
import classes from './waiting.module.css';

/** Black on white in both themes, with the quiet zone that cameras need. */
export default function QrCode({ url }: { url: string }) {
  return (
    <QRCodeSVG
      className={classes.qrCode ?? ''}
      value={url}
      size={120}
      level="M"
      marginSize={2}
      bgColor="#ffffff"
      fgColor="#16161a"
      title={text('waiting.device.qrCode')}
    />
  );
}
