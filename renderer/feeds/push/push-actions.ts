import { feedNameFor, newFeed } from '../../../app/shared/feed/feed.ts';
import type { Push } from '../../../app/shared/push/push.ts';
import { findResource } from '../../api/cache.ts';
import { call } from '../../api/client.ts';
import { loadFeeds } from '../../api/feeds.ts';
import { loadPushes } from '../../api/pushes.ts';
import { newId } from '../../common/new-id.ts';
import { text } from '../../messages/text.ts';
import { toast, toastError } from '../../notices/toast.tsx';

/** Does it, tells an error, and shows what main has afterwards. */
async function change(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
    await loadPushes();
  } catch (error) {
    toastError(error);
  }
}

/** The feed whose rows a target gets. A resource without one gets a feed that nobody can read: it is off. */
async function feedOf(resourceId: string): Promise<string> {
  const { feeds } = await loadFeeds();
  const there = feeds.find(({ feed }) => feed.resourceId === resourceId);
  if (there !== undefined) return there.feed.id;
  const names = feeds.map(({ feed }) => feed.name);
  const name = feedNameFor(findResource(resourceId)?.resource.name ?? '', names);
  const { feed } = await call('feeds.save', { feed: { ...newFeed(newId(), resourceId, name), isOn: false } });
  await loadFeeds();
  return feed.id;
}

/** Throws the error of main: its place is in the form. `resourceId`: of a new target. */
export async function savePush(
  push: Push,
  secrets: Record<string, string | null>,
  resourceId: string | undefined,
): Promise<void> {
  const feedId = resourceId === undefined ? push.feedId : await feedOf(resourceId);
  await call('push.save', { push: { ...push, feedId }, secrets });
  await loadPushes();
}

/** Its row tells how it ended. */
export const sendPush = (id: string): Promise<void> => change(() => call('push.send', { id }));

export const deletePush = ({ id, name }: Push): Promise<void> =>
  change(async () => {
    await call('push.delete', { id });
    toast(text('target.deleted', { name }), () => change(() => call('push.restore', { id })));
  });
