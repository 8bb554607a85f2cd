import type { PeakaAccount, PeakaAccountView } from '../../app/shared/peaka/account.ts';
import { call } from '../api/client.ts';
import {
  findPeakaAccount,
  forgetReadAt,
  peakaAccountsQuery,
  peakaLinksQuery,
  putPeakaAccount,
} from '../api/peaka-queries.ts';
import { queryClient } from '../api/queries.ts';
import { confirm, openPeakaAccount, readWindow, selectNothing, selectPeakaAccount } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import { toast, toastError } from '../notices/toast.tsx';
import { asksTheSame } from './account-draft.ts';

/** The dialog of a new account, then its page. */
export const addPeakaAccount = (): void => openPeakaAccount('new', selectPeakaAccount);

/** Saves an account. `apiKey`: `undefined` keeps the stored one. */
export async function savePeakaAccount(peakaAccount: PeakaAccount, apiKey?: string): Promise<PeakaAccountView> {
  const before = findPeakaAccount(peakaAccount.id)?.peakaAccount;
  const view = await call('peaka.saveAccount', { peakaAccount, ...(apiKey === undefined ? {} : { apiKey }) });
  // Another key or address reaches other projects.
  if (apiKey !== undefined || (before !== undefined && !asksTheSame(before, peakaAccount)))
    forgetReadAt(peakaAccount.id);
  putPeakaAccount(view);
  return view;
}

/** Asks Peaka about the key. */
export async function checkPeakaAccount(id: string): Promise<PeakaAccountView> {
  const view = await call('peaka.checkAccount', { id });
  putPeakaAccount(view);
  return view;
}

export async function renamePeakaAccount(id: string, name: string): Promise<void> {
  const account = findPeakaAccount(id)?.peakaAccount;
  if (account === undefined || name.trim() === '' || name === account.name) return;
  try {
    await savePeakaAccount({ ...account, name: name.trim() });
  } catch (error) {
    toastError(error);
  }
}

/** Forgets an account that the user has not kept: nothing was made with it. */
export async function discardPeakaAccount(id: string): Promise<void> {
  await call('peaka.deleteAccount', { id });
  dropAccount(id);
}

function dropAccount(id: string): void {
  queryClient.setQueryData(peakaAccountsQuery.queryKey, (list = []) =>
    list.filter(({ peakaAccount }) => peakaAccount.id !== id),
  );
  queryClient.setQueryData(peakaLinksQuery.queryKey, (list = []) => list.filter(({ link }) => link.accountId !== id));
  forgetReadAt(id);
  const { selection } = readWindow();
  if (selection?.kind === 'peaka' && selection.id === id) selectNothing();
}

/** Asks first: what is forgotten here does not come back. */
export async function deletePeakaAccount({ peakaAccount: { id, name } }: PeakaAccountView): Promise<void> {
  let count = 0;
  try {
    const links = await queryClient.ensureQueryData(peakaLinksQuery);
    count = links.filter(({ link }) => link.accountId === id).length;
  } catch (error) {
    return toastError(error);
  }
  confirm({
    title: () => text('peaka.account.delete.title', { name }),
    text: () => text('peaka.account.delete.text', { count }),
    confirmLabel: () => text('peaka.account.delete.confirm'),
    onConfirm: async () => {
      try {
        await discardPeakaAccount(id);
        toast(text('peaka.account.deleted', { name }));
      } catch (error) {
        toastError(error);
      }
    },
  });
}
