import { useEffect } from 'react';
import { originOf } from '../../../app/shared/feed/address.ts';
import type { Resource } from '../../../app/shared/resource/resource.ts';
import { useFeeds } from '../../api/feeds.ts';
import { usePushesOf } from '../../api/pushes.ts';
import { forgetFreshKey, useFreshKey } from '../../feeds/fresh-key.ts';
import { FeedAddresses } from './feed-addresses.tsx';
import { FeedHead } from './feed-head.tsx';
import { FeedKeys } from './feed-keys.tsx';
import { FeedOffer } from './feed-offer.tsx';
import { FeedOptions } from './feed-options.tsx';
import classes from './feed-panel.module.css';
import { FeedState } from './feed-state.tsx';
import { FeedTargets } from './feed-targets.tsx';
import { FreshKeyCard } from './fresh-key-card.tsx';

export interface FeedPanelProps {
  resource: Resource;
}

/** What a resource publishes for dashboards: its address, its keys, and how its rows are written. */
export function FeedPanel({ resource }: FeedPanelProps) {
  const feeds = useFeeds();
  const view = feeds?.feeds.find(({ feed }) => feed.resourceId === resource.id);
  const fresh = useFreshKey(view?.feed.id);
  const targets = usePushesOf(view?.feed.id);
  // A key is shown once: not again after the user has left.
  useEffect(() => forgetFreshKey, []);
  if (feeds === undefined) return null;
  const { server } = feeds;
  if (view === undefined) return <FeedOffer resource={resource} feeds={feeds} />;
  const { feed } = view;
  const names = feeds.feeds.filter((each) => each !== view).map((each) => each.feed.name);
  const origin = originOf(server);
  return (
    <div className={classes.panel}>
      <FeedHead key={feed.id} feed={feed} names={names} hasTargets={targets.length > 0} />
      <FeedState view={view} server={server} resource={resource} />
      {fresh === undefined ? null : (
        <FreshKeyCard fresh={fresh} feed={feed} origin={origin} encryption={server.settings.encryption} />
      )}
      <div className={classes.columns}>
        <FeedAddresses feed={feed} origin={origin} />
        <FeedKeys view={view} />
      </div>
      <FeedTargets resourceId={resource.id} views={targets} />
      <FeedOptions feed={feed} />
    </div>
  );
}
