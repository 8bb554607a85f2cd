import { Button } from '@mantine/core';
import type { FeedServerView, FeedView } from '../../../app/shared/contract/feeds.ts';
import type { Resource } from '../../../app/shared/resource/resource.ts';
import { RelativeTime } from '../../common/relative-time.tsx';
import { openFeedSettings } from '../../common/window-state.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { saveServer } from '../../feeds/feed-actions.ts';
import { KeepRunningOffer } from '../../feeds/keep-running-offer.tsx';
import { rich } from '../../messages/rich.ts';
import { text } from '../../messages/text.ts';
import classes from './feed-panel.module.css';

interface FeedStateProps {
  view: FeedView;
  server: FeedServerView;
  resource: Resource;
}

/** Why the server does not serve, or `1,204 rows · fetched 12 s ago · 14 reads`, and who can read them. Below, why there are no newer ones. */
export function FeedState({ view: { feed, state }, server, resource }: FeedStateProps) {
  const { settings, status } = server;
  if (!settings.isOn)
    return (
      <p className={classes.notice}>
        <span>{text('feed.server.off')}</span>
        <Button size="compact-xs" variant="default" onClick={() => void saveServer({ ...settings, isOn: true })}>
          {text('feed.server.switchOn')}
        </Button>
      </p>
    );
  return (
    <>
      {server.error === null ? null : (
        <ErrorPanel error={server.error} isSmall={status === 'running'} actions={{ open_settings: openFeedSettings }} />
      )}
      {status === 'failed' ? null : (
        <p className={`${classes.state} tabular`} data-feed-state>
          {!feed.isOn ? (
            <span>{text('feed.state.off')}</span>
          ) : state.dataAt === null ? (
            <span>{text('feed.state.none')}</span>
          ) : (
            <>
              {state.rowCount === null ? null : <span>{text('feed.state.rows', { count: state.rowCount })}</span>}
              <span>{rich('feed.state.data', { time: () => <RelativeTime time={state.dataAt ?? 0} /> })}</span>
            </>
          )}
          {state.reads === 0 ? null : <span>{text('feed.state.reads', { count: state.reads })}</span>}
          <span>{text(`feed.state.${settings.exposure}`)}</span>
          <Button size="compact-xs" variant="default" onClick={openFeedSettings}>
            {text('feed.settings')}
          </Button>
        </p>
      )}
      {feed.isOn ? <KeepRunningOffer /> : null}
      {state.error === null ? null : <ErrorPanel error={state.error} isSmall resourceId={resource.id} />}
    </>
  );
}
