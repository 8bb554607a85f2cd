import { lazy, Suspense } from 'react';
import classes from './qr-code.module.css';

// Few users need one, so its renderer loads only then.
const QrCode = lazy(() => import('./qr-code.tsx'));

/** A URL for the camera of a phone or tablet. */
export function LateQrCode(props: { url: string; title: string }) {
  return (
    <Suspense fallback={<div className={classes.space} />}>
      <QrCode {...props} />
    </Suspense>
  );
}
