import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { FeedKeyView, FeedView } from '../../../app/shared/contract/feeds.ts';
import { RelativeTime } from '../../common/relative-time.tsx';
import { useNow } from '../../common/use-now.ts';
import { revokeKey } from '../../feeds/feed-actions.ts';
import { rich } from '../../messages/rich.ts';
import { text } from '../../messages/text.ts';
import classes from './feed-panel.module.css';
import { NewKeyForm } from './new-key-form.tsx';

/** Who can read the feed. */
export function FeedKeys({ view: { feed, keys } }: { view: FeedView }) {
  const [isAdding, setAdding] = useState(false);
  return (
    <section className={classes.part} aria-labelledby="feed-keys">
      <div className={classes.titleRow}>
        <h2 id="feed-keys" className={classes.title}>
          {text('feed.keys')}
        </h2>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={isAdding}
          leftSection={<IconPlus size={13} stroke={1.8} aria-hidden />}
          onClick={() => setAdding(!isAdding)}
        >
          {text('feed.key.new')}
        </Button>
      </div>
      {isAdding ? <NewKeyForm feedId={feed.id} onDone={() => setAdding(false)} /> : null}
      {keys.length === 0 ? (
        <p className={classes.hint}>{text('feed.keys.none')}</p>
      ) : (
        <ul className={classes.keys} aria-label={text('feed.keys')}>
          {keys.map((key) => (
            <KeyRow key={key.id} view={key} />
          ))}
        </ul>
      )}
    </section>
  );
}

function KeyRow({ view }: { view: FeedKeyView }) {
  const { name, ending, createdAt, expiresAt, lastUsed } = view;
  const hasEnded = useNow() >= (expiresAt ?? Number.POSITIVE_INFINITY);
  return (
    <li className={classes.key}>
      <div className={classes.words}>
        <div className={classes.keyName}>
          <span>{name}</span>
          <span className="mono" title={text('feed.key.ending', { ending })}>
            …{ending}
          </span>
        </div>
        <p className={`${classes.facts} tabular`}>
          <span>{rich('feed.key.created', { time: () => <RelativeTime time={createdAt} /> })}</span>
          <span data-bad={hasEnded || undefined}>
            {expiresAt === null
              ? text('feed.key.neverExpires')
              : rich(hasEnded ? 'feed.key.expired' : 'feed.key.expires', {
                  time: () => <RelativeTime time={expiresAt} />,
                })}
          </span>
          <span>
            {lastUsed === null
              ? text('feed.key.unused')
              : rich('feed.key.used', {
                  time: () => <RelativeTime time={lastUsed.at} />,
                  address: lastUsed.address,
                })}
          </span>
        </p>
      </div>
      <Tooltip label={text('feed.key.revoke')}>
        <ActionIcon aria-label={text('feed.key.revoke.named', { name })} onClick={() => revokeKey(view)}>
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
