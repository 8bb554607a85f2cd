import { NumberInput, SegmentedControl, Switch } from '@mantine/core';
import { useState } from 'react';
import type { FeedServerView } from '../../app/shared/contract/feeds.ts';
import {
  type FeedServerSettings,
  feedEncryptions,
  feedExposures,
  feedServerSchema,
} from '../../app/shared/feed/feed.ts';
import { useFeeds } from '../api/feeds.ts';
import { confirm } from '../common/window-state.ts';
import { ErrorPanel } from '../errors/error-panel.tsx';
import { saveServer } from '../feeds/feed-actions.ts';
import { KeepRunningOffer } from '../feeds/keep-running-offer.tsx';
import { text } from '../messages/text.ts';
import { FeedAuthority } from './feed-authority.tsx';
import { FeedImport } from './feed-import.tsx';
import { FeedOrigins } from './feed-origins.tsx';
import { FeedReaders } from './feed-readers.tsx';
import classes from './feed-settings.module.css';
import { Row, Section } from './section.tsx';

/** The server of feeds: whether it runs, and who reaches it. */
export function FeedSettings() {
  const server = useFeeds()?.server;
  return server === undefined ? null : (
    <Section title={text('settings.feeds')} name="feeds">
      <Server server={server} />
    </Section>
  );
}

function Server({ server }: { server: FeedServerView }) {
  const { settings, status, error, certificates } = server;
  const { isOn, exposure, encryption } = settings;
  const change = (part: Partial<FeedServerSettings>): void => void saveServer({ ...settings, ...part });
  const [isImporting, setImporting] = useState(false);
  const shown = isImporting ? 'imported' : encryption;
  const isPlain = exposure === 'network' && shown === 'none';
  const exposureHint = text(`settings.feeds.exposure.${exposure}.hint`);
  const encryptionHint = text(isPlain ? 'settings.feeds.encryption.plain' : `settings.feeds.encryption.${shown}.hint`);
  return (
    <>
      <Row label={text('settings.feeds.isOn')} hint={text('settings.feeds.isOn.hint')}>
        <Switch
          aria-label={text('settings.feeds.isOn')}
          aria-description={text('settings.feeds.isOn.hint')}
          checked={isOn}
          onChange={(event) => change({ isOn: event.currentTarget.checked })}
        />
      </Row>
      {isOn ? <KeepRunningOffer /> : null}
      {error === null ? null : <ErrorPanel error={error} isSmall={status === 'running'} />}
      {status === 'running' ? <FeedOrigins origins={server.origins} /> : null}
      <PortRow key={settings.port} port={settings.port} onChange={(port) => change({ port })} />
      <Row label={text('settings.feeds.exposure')} hint={exposureHint}>
        <SegmentedControl
          aria-label={text('settings.feeds.exposure')}
          aria-description={exposureHint}
          value={exposure}
          data={feedExposures.map((value) => ({ value, label: text(`settings.feeds.exposure.${value}`) }))}
          onChange={(chosen) =>
            change(
              chosen === 'loopback'
                ? { exposure: chosen, acceptsPlainNetwork: false }
                : // Encrypted, unless the user decides otherwise.
                  { exposure: chosen, encryption: encryption === 'none' ? 'own' : encryption },
            )
          }
        />
      </Row>
      <FeedReaders server={server} onChange={change} />
      <Row label={text('settings.feeds.encryption')} hint={encryptionHint}>
        <SegmentedControl
          aria-label={text('settings.feeds.encryption')}
          aria-description={encryptionHint}
          value={shown}
          data={feedEncryptions.map((value) => ({ value, label: text(`settings.feeds.encryption.${value}`) }))}
          onChange={(chosen) => {
            // Nothing is served with a certificate that is not there.
            const isMissing = chosen === 'imported' && certificates.imported === null;
            setImporting(isMissing);
            if (isMissing) return;
            if (chosen !== 'none' || exposure === 'loopback')
              change({ encryption: chosen, acceptsPlainNetwork: false });
            else
              confirm({
                title: () => text('settings.feeds.plain.title'),
                text: () => text('settings.feeds.plain.text'),
                confirmLabel: () => text('settings.feeds.plain.confirm'),
                onConfirm: () => change({ encryption: 'none', acceptsPlainNetwork: true }),
              });
          }}
        />
      </Row>
      {shown === 'own' ? <FeedAuthority certificates={certificates} /> : null}
      {shown === 'imported' ? (
        <FeedImport
          certificates={certificates}
          onImported={() => {
            setImporting(false);
            change({ encryption: 'imported', acceptsPlainNetwork: false });
          }}
        />
      ) : null}
    </>
  );
}

/** Saved when the user leaves it: each digit would restart the server. */
function PortRow({ port, onChange }: { port: number; onChange: (port: number) => void }) {
  const [typed, setTyped] = useState<string | number>(port);
  const read = feedServerSchema.shape.port.safeParse(typed);
  const save = (): void => {
    if (read.success && read.data !== port) onChange(read.data);
  };
  return (
    <Row
      label={text('settings.feeds.port')}
      hint={read.success ? text('settings.feeds.port.hint') : text('settings.feeds.port.wrong')}
    >
      <NumberInput
        className={classes.port ?? ''}
        aria-label={text('settings.feeds.port')}
        aria-description={text(read.success ? 'settings.feeds.port.hint' : 'settings.feeds.port.wrong')}
        error={!read.success}
        value={typed}
        allowDecimal={false}
        clampBehavior="none"
        hideControls
        onChange={setTyped}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save();
        }}
      />
    </Row>
  );
}
