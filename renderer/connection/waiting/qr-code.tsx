import { QRCodeSVG } from 'qrcode.react';
import classes from './waiting.module.css';

/** Black on white in both themes, with the quiet zone that cameras need. */
export default function QrCode({ text }: { text: string }) {
  return (
    <QRCodeSVG
      className={classes.qrCode ?? ''}
      value={text}
      size={120}
      level="M"
      marginSize={2}
      bgColor="#ffffff"
      fgColor="#16161a"
      title="QR code of the page"
    />
  );
}
