import { RequestError } from '../../shared/errors.ts';
import type { FeedServerSettings } from '../../shared/feed/feed.ts';
import { message } from '../../shared/messages/message.ts';

/** Before the settings are stored and before the server starts. Throws RequestError `feed.plain_network`, `feed.no_certificate`. */
export function checkServer(settings: FeedServerSettings, hasImported: boolean): void {
  const { isOn, exposure, encryption, acceptsPlainNetwork } = settings;
  if (exposure === 'network' && encryption === 'none' && !acceptsPlainNetwork)
    throw new RequestError('feed.plain_network', message('feeds.plainNetwork'));
  if (isOn && encryption === 'imported' && !hasImported)
    throw new RequestError('feed.no_certificate', message('feeds.certificate.none'));
}
