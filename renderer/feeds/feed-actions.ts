import type { CallRequest } from '../../app/shared/contract/contract.ts';
import type { FeedView } from '../../app/shared/contract/feeds.ts';
import { type Feed, type FeedServerSettings, feedNameFor, newFeed } from '../../app/shared/feed/feed.ts';
import { call } from '../api/client.ts';
import { loadFeeds } from '../api/feeds.ts';
import { newId } from '../common/new-id.ts';
import { confirm } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import { toast, toastError } from '../notices/toast.tsx';
import { forgetFreshKey, showFreshKey } from './fresh-key.ts';

/** Does it, tells an error, and shows what main has afterwards. */
async function change(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
    await loadFeeds();
  } catch (error) {
    toastError(error);
  }
}

async function makeKey(feedId: string, name: string, expiresAt: number | null): Promise<void> {
  showFreshKey(await call('feeds.createKey', { feedId, name, expiresAt }));
}

/** One click: the feed of a resource, the server that serves it, and its first key. */
export const publish = (resourceId: string, resourceName: string): Promise<void> =>
  change(async () => {
    const { server, feeds } = await loadFeeds();
    const former = feeds.find(({ feed }) => feed.resourceId === resourceId);
    const names = feeds.map(({ feed }) => feed.name);
    const feed = former?.feed ?? newFeed(newId(), resourceId, feedNameFor(resourceName, names));
    const { keys } = await call('feeds.save', { feed: { ...feed, isOn: true } });
    if (!server.settings.isOn) await call('feeds.saveServer', { ...server.settings, isOn: true });
    if (keys.length === 0) await makeKey(feed.id, text('feed.key.first'), null);
  });

/** Throws the error of main: its place is beside the field. */
export async function saveFeed(feed: Feed): Promise<void> {
  await call('feeds.save', { feed });
  await loadFeeds();
}

export const saveServer = (settings: FeedServerSettings): Promise<void> =>
  change(() => call('feeds.saveServer', settings));

/** Where the user wants the certificate that readers must trust. */
export const exportAuthority = (format: CallRequest<'feeds.exportAuthority'>['format']): Promise<void> =>
  change(async () => {
    const { path } = await call('feeds.exportAuthority', { format });
    if (path !== null) toast(text('settings.feeds.authority.exported', { path }));
  });

export const replaceAuthority = (): Promise<void> => change(() => call('feeds.replaceAuthority', {}));

/** `expiresAt`: epoch ms; `null`: never. */
export const createKey = (feedId: string, name: string, expiresAt: number | null): Promise<void> =>
  change(() => makeKey(feedId, name, expiresAt));

export function revokeKey({ id, name }: FeedView['keys'][number]): void {
  confirm({
    title: () => text('feed.key.revoke.title', { name }),
    text: () => text('feed.key.revoke.text'),
    confirmLabel: () => text('feed.key.revoke'),
    onConfirm: () =>
      change(async () => {
        await call('feeds.revokeKey', { id });
        forgetFreshKey();
      }),
  });
}

export const deleteFeed = ({ id, name }: Feed): Promise<void> =>
  change(async () => {
    await call('feeds.delete', { id });
    forgetFreshKey();
    toast(text('feed.deleted', { name }), () => change(() => call('feeds.restore', { id })));
  });
