import { CopyButton } from '../../../common/copy-button.tsx';
import { text } from '../../../messages/text.ts';
import classes from './through.module.css';

/** The redirect URI of the user's app at the service. */
export function AddressToRegister({ address }: { address: string }) {
  return (
    <section className={classes.address} aria-label={text('peaka.through.register')}>
      <p className={classes.addressText}>{text('peaka.through.register.text')}</p>
      <div className={classes.addressLine}>
        <span className="mono">{address}</span>
        <CopyButton text={address} what={text('peaka.through.register.copied')} />
      </div>
    </section>
  );
}
