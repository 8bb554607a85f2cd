import { QRCodeSVG } from 'qrcode.react';
import classes from './qr-code.module.css';

/** Black on white in both themes, with the quiet zone that cameras need. */
export default function QrCode({ url, title }: { url: string; title: string }) {
  return (
    <QRCodeSVG
      className={classes.code ?? ''}
      value={url}
      size={120}
      level="M"
      marginSize={2}
      bgColor="#ffffff"
      fgColor="#16161a"
      title={title}
    />
  );
}
