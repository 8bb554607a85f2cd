import type { PeakaLink } from '../../../app/shared/peaka/link.ts';
import { call } from '../../api/client.ts';
import { refreshPeaka } from '../../api/peaka-queries.ts';
import { queryClient } from '../../api/queries.ts';
import { confirm } from '../../common/window-state.ts';
import { text } from '../../messages/text.ts';
import { toast, toastError } from '../../notices/toast.tsx';

/** A connection at Peaka: of which account, in which project. */
export interface Remote {
  accountId: string;
  projectId: string;
  connectionId: string;
  name: string;
}

/** Reads the shown lists again: what was just changed, and what someone else changed. */
const rereadLists = (): Promise<unknown> =>
  Promise.all([refreshPeaka(), queryClient.invalidateQueries({ queryKey: ['peaka', 'connections'] })]);

/** Rejects with what Peaka said. */
export async function renameRemote({ accountId, projectId, connectionId }: Remote, name: string): Promise<void> {
  await call('peaka.renameConnection', { id: accountId, projectId, connectionId, name });
  await rereadLists();
}

/** Asks first: catalogs on the connection stop. */
export function deleteRemote({ accountId, projectId, connectionId, name }: Remote): void {
  confirm({
    title: () => text('peaka.page.delete.title', { name }),
    text: () => text('peaka.page.delete.text'),
    confirmLabel: () => text('peaka.page.delete.confirm'),
    onConfirm: async () => {
      try {
        await call('peaka.deleteConnection', { id: accountId, projectId, connectionId });
        toast(text('peaka.page.deleted', { name }));
      } catch (error) {
        toastError(error);
      }
      await rereadLists();
    },
  });
}

/** Of a connection that Peaka no longer has, so nothing is lost. */
export async function removeEntry({ id, name }: PeakaLink): Promise<void> {
  try {
    await call('peaka.forgetLink', { linkId: id });
    toast(text('peaka.page.removed', { name }));
  } catch (error) {
    toastError(error);
  }
  await rereadLists();
}

/** Sends Peaka the values that are known here. */
export async function updateNow({ id, name }: PeakaLink): Promise<void> {
  try {
    await call('peaka.updateLink', { linkId: id });
    toast(text('peaka.page.updated', { name }));
  } catch (error) {
    toastError(error);
  }
  await refreshPeaka();
}
