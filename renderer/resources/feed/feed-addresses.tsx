import { feedAddress, odataAddress } from '../../../app/shared/feed/address.ts';
import { type Feed, feedFormats } from '../../../app/shared/feed/feed.ts';
import { CopyButton } from '../../common/copy-button.tsx';
import { text } from '../../messages/text.ts';
import classes from './feed-panel.module.css';

/** Where each format is read. */
export function FeedAddresses({ feed, origin }: { feed: Feed; origin: string }) {
  const addresses = [
    ...feedFormats.map((format) => ({
      name: text(`feed.format.${format}`),
      address: feedAddress(origin, feed.name, format),
    })),
    { name: text('feed.format.odata'), address: odataAddress(origin) },
  ];
  return (
    <section className={classes.part} aria-labelledby="feed-addresses">
      <h2 id="feed-addresses" className={classes.title}>
        {text('feed.addresses')}
      </h2>
      <dl className={classes.addresses}>
        {addresses.map(({ name, address }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span className="mono">{address}</span>
              <CopyButton text={address} what={text('feed.address.what', { format: name })} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
