import { Button } from '@mantine/core';
import { IconRss } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallResponse } from '../../../app/shared/contract/contract.ts';
import { feedAddress, originOf } from '../../../app/shared/feed/address.ts';
import { feedNameFor } from '../../../app/shared/feed/feed.ts';
import type { Resource } from '../../../app/shared/resource/resource.ts';
import { openPush } from '../../common/window-state.ts';
import { publish } from '../../feeds/feed-actions.ts';
import { rich } from '../../messages/rich.ts';
import { text } from '../../messages/text.ts';
import classes from './feed-panel.module.css';

/** A resource that has no feed yet: one click makes it, its server and its first key. */
export function FeedOffer({ resource, feeds }: { resource: Resource; feeds: CallResponse<'feeds.list'> }) {
  const [isBusy, setBusy] = useState(false);
  const { server } = feeds;
  const name = feedNameFor(
    resource.name,
    feeds.feeds.map(({ feed }) => feed.name),
  );
  const where = server.settings.exposure === 'network' && server.settings.isOn ? 'network' : 'loopback';
  return (
    <div className={classes.offer}>
      <div className={classes.words}>
        <p className={classes.lead}>{text('feed.offer')}</p>
        <p className={classes.hint}>
          {rich(`feed.offer.${where}`, {
            address: () => <span className="mono">{feedAddress(originOf(server), name, 'json')}</span>,
          })}
        </p>
        <p className={classes.hint}>{text('target.targets.lead')}</p>
      </div>
      <Button
        variant="default"
        loading={isBusy}
        leftSection={<IconRss size={15} stroke={1.8} aria-hidden />}
        onClick={async () => {
          setBusy(true);
          await publish(resource.id, resource.name);
          setBusy(false);
        }}
      >
        {text('feed.publish')}
      </Button>
      <Button variant="subtle" onClick={() => openPush({ resourceId: resource.id })}>
        {text('target.new.offer')}
      </Button>
    </div>
  );
}
