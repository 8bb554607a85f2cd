import type { PeakaLink, PeakaRenewal } from '../../../app/shared/peaka/link.ts';
import { call, reportOf } from '../../api/client.ts';
import { peakaLinksQuery, refreshPeaka } from '../../api/peaka-queries.ts';
import { queryClient } from '../../api/queries.ts';
import { confirm } from '../../common/window-state.ts';
import { text } from '../../messages/text.ts';
import { toast, toastError } from '../../notices/toast.tsx';

async function run(action: () => Promise<unknown>, done?: string): Promise<void> {
  try {
    await action();
    if (done !== undefined) toast(done);
  } catch (error) {
    toastError(error);
  } finally {
    await refreshPeaka();
  }
}

/** Sends Peaka the current values. A failure that now waits in the queue is shown by the link; another one is a message. */
export async function updateLink({ id, name }: PeakaLink): Promise<void> {
  try {
    await call('peaka.updateLink', { linkId: id });
    toast(text('peaka.link.updated', { name }));
    await refreshPeaka();
  } catch (error) {
    await refreshPeaka();
    const links = queryClient.getQueryData(peakaLinksQuery.queryKey) ?? [];
    const shown = links.find(({ link }) => link.id === id)?.link.pending?.error;
    if (shown?.code !== reportOf(error).code) toastError(error);
  }
}

export const setRenewal = ({ id }: PeakaLink, renewal: PeakaRenewal): Promise<void> =>
  run(() => call('peaka.setRenewal', { linkId: id, renewal }));

/** Removes the entry here. Peaka keeps the connection, so it says what no longer happens. */
export function forgetLink({ id, name }: PeakaLink): void {
  confirm({
    title: () => text('peaka.link.forget.title', { name }),
    text: () => text('peaka.link.forget.text'),
    confirmLabel: () => text('peaka.link.forget.confirm'),
    onConfirm: () => run(() => call('peaka.forgetLink', { linkId: id }), text('peaka.link.forgotten', { name })),
  });
}

/** Deletes at Peaka what the link stands for, and the entry with it. Peaka may not know it yet: then only the entry goes. */
export const deleteAtPeaka = ({ id, accountId, project, peakaId }: PeakaLink): Promise<unknown> =>
  peakaId === ''
    ? call('peaka.forgetLink', { linkId: id })
    : call('peaka.deleteConnection', { id: accountId, projectId: project.id, connectionId: peakaId });

/** Asks first: catalogs on the connection stop. */
export function deleteLink(link: PeakaLink): void {
  const { name } = link;
  confirm({
    title: () => text('peaka.link.delete.title', { name }),
    text: () => text('peaka.link.delete.text'),
    confirmLabel: () => text('peaka.link.delete.confirm'),
    onConfirm: () => run(() => deleteAtPeaka(link), text('peaka.link.deleted', { name })),
  });
}
