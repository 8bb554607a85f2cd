import { NativeSelect } from '@mantine/core';
import type { FeedServerView } from '../../app/shared/contract/feeds.ts';
import { type FeedServerSettings, feedServerSchema } from '../../app/shared/feed/feed.ts';
import { CheckedChips } from '../feeds/checked-chips.tsx';
import { text } from '../messages/text.ts';
import classes from './feed-settings.module.css';

interface FeedReadersProps {
  server: FeedServerView;
  onChange: (part: Partial<FeedServerSettings>) => void;
}

/** Where the server listens, where readers come from, and the names that they use. */
export function FeedReaders({ server: { settings, interfaces }, onChange }: FeedReadersProps) {
  const { networks, hosts } = feedServerSchema.shape;
  const listed = interfaces.map(({ name, address }) => ({ value: address, label: `${address} (${name})` }));
  // An interface that is gone stays chosen until the user chooses another.
  const gone =
    settings.address === null || interfaces.some(({ address }) => address === settings.address)
      ? []
      : [{ value: settings.address, label: text('settings.feeds.address.gone', { address: settings.address }) }];
  return (
    <div className={classes.fields}>
      {settings.exposure === 'loopback' ? null : (
        <>
          <NativeSelect
            label={text('settings.feeds.address')}
            description={text('settings.feeds.address.hint')}
            value={settings.address ?? ''}
            data={[{ value: '', label: text('settings.feeds.address.all') }, ...gone, ...listed]}
            onChange={({ currentTarget: { value } }) => onChange({ address: value === '' ? null : value })}
          />
          <CheckedChips
            label={text('settings.feeds.networks')}
            description={text('settings.feeds.networks.hint')}
            placeholder="192.168.1.0/24"
            values={settings.networks}
            schema={networks}
            plain={(network) => network}
            wrong={(network) => text('settings.feeds.networks.wrong', { network })}
            onChange={(chosen) => onChange({ networks: chosen })}
          />
        </>
      )}
      <CheckedChips
        label={text('settings.feeds.hosts')}
        description={text('settings.feeds.hosts.hint')}
        placeholder="dashboards.example.com"
        values={settings.hosts}
        schema={hosts}
        plain={(host) => host.toLowerCase()}
        wrong={(host) => text('settings.feeds.hosts.wrong', { host })}
        onChange={(chosen) => onChange({ hosts: chosen })}
      />
    </div>
  );
}
