import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Feed, FeedServerSettings } from '../../../app/shared/feed/feed.ts';
import { curlLine } from '../../../app/shared/feed/recipes/programs.ts';
import { CopyButton } from '../../common/copy-button.tsx';
import { type FreshKey, forgetFreshKey } from '../../feeds/fresh-key.ts';
import { text } from '../../messages/text.ts';
import classes from './feed-panel.module.css';

interface FreshKeyCardProps {
  fresh: FreshKey;
  feed: Feed;
  origin: string;
  encryption: FeedServerSettings['encryption'];
}

/** A new key, this once, and a line that shows that it works. */
export function FreshKeyCard({ fresh: { key, secret }, feed, origin, encryption }: FreshKeyCardProps) {
  const line = curlLine({ feed, origin, key: secret, encryption });
  const title = useRef<HTMLHeadingElement>(null);
  // The button that made it is gone. `key.id`: each new key is told.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => title.current?.focus(), [key.id]);
  return (
    <section className={classes.fresh} aria-labelledby="fresh-key">
      <IconKey size={17} stroke={1.7} aria-hidden />
      <div className={classes.freshBody}>
        <h2 id="fresh-key" ref={title} tabIndex={-1} className={classes.freshTitle}>
          {text('feed.fresh.title', { name: key.name })}
        </h2>
        <p className={classes.hint} role="status">
          {text('feed.fresh.once')}
        </p>
        <div className={classes.copyable}>
          <code>{secret}</code>
          <CopyButton text={secret} what={text('feed.fresh.key')} />
        </div>
        <p className={classes.hint}>{text('feed.fresh.try')}</p>
        <div className={classes.copyable}>
          <code>{line}</code>
          <CopyButton text={line} what={text('feed.fresh.line')} />
        </div>
      </div>
      <Button size="xs" variant="default" onClick={forgetFreshKey}>
        {text('feed.fresh.done')}
      </Button>
    </section>
  );
}
