import { feedAddress } from '../../../app/shared/feed/address.ts';
import { type Feed, feedFormats } from '../../../app/shared/feed/feed.ts';
import { CopyButton } from '../../common/copy-button.tsx';
import { text } from '../../messages/text.ts';
import classes from './feed-panel.module.css';

/** Where each format is read. */
export function FeedAddresses({ feed, origin }: { feed: Feed; origin: string }) {
  return (
    <section className={classes.part} aria-labelledby="feed-addresses">
      <h2 id="feed-addresses" className={classes.title}>
        {text('feed.addresses')}
      </h2>
      <dl className={classes.addresses}>
        {feedFormats.map((format) => {
          const address = feedAddress(origin, feed.name, format);
          return (
            <div key={format}>
              <dt>{text(`feed.format.${format}`)}</dt>
              <dd>
                <span className="mono">{address}</span>
                <CopyButton
                  text={address}
                  what={text('feed.address.what', { format: text(`feed.format.${format}`) })}
                />
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
