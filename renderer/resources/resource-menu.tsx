import { Menu } from '@mantine/core';
import { deleteResource, duplicateResource } from '../actions/resource-actions.ts';
import { findResource } from '../api/cache.ts';
import { openCopyAs } from '../common/window-state.ts';
import { text } from '../messages/text.ts';

/** The ⋯ of a resource, in the sidebar and on its page. */
export function ResourceMenuItems({ id }: { id: string }) {
  return (
    <>
      <Menu.Item onClick={() => void duplicateResource(id)}>{text('resourcePage.duplicate')}</Menu.Item>
      <Menu.Item onClick={() => openCopyAs(id)}>{text('copyAs.menu')}</Menu.Item>
      <Menu.Divider />
      <Menu.Item
        data-danger
        onClick={() => {
          const view = findResource(id);
          if (view !== undefined) void deleteResource(view);
        }}
      >
        {text('resourcePage.delete')}
      </Menu.Item>
    </>
  );
}
