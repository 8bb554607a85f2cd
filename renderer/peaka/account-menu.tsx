import { Menu } from '@mantine/core';
import { usePeakaAccount } from '../api/peaka-queries.ts';
import { openPeakaAccount } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import { toast, toastError } from '../notices/toast.tsx';
import { checkPeakaAccount, deletePeakaAccount } from './account-actions.ts';
import { ownerOf } from './account-words.ts';

async function check(id: string): Promise<void> {
  try {
    const view = await checkPeakaAccount(id);
    const owner = ownerOf(view);
    toast(owner === undefined ? text('peaka.page.checked') : text('peaka.page.checked.of', { owner }));
  } catch (error) {
    toastError(error);
  }
}

/** The ⋯ of an account at Peaka, in the sidebar and on its page. */
export function AccountMenuItems({ id }: { id: string }) {
  const view = usePeakaAccount(id);
  if (view === undefined) return null;
  return (
    <>
      <Menu.Item onClick={() => openPeakaAccount(id)}>{text('peaka.page.edit')}</Menu.Item>
      <Menu.Item onClick={() => void check(id)}>{text('peaka.page.check')}</Menu.Item>
      <Menu.Divider />
      <Menu.Item data-danger onClick={() => void deletePeakaAccount(view)}>
        {text('peaka.page.deleteAccount')}
      </Menu.Item>
    </>
  );
}
