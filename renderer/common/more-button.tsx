import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** The ⋯ menu for rare or destructive actions. `children`: the menu's dropdown. */
export function MoreButton({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Menu width={220}>
      <Menu.Target>
        <ActionIcon aria-label={label}>
          <IconDots size={17} />
        </ActionIcon>
      </Menu.Target>
      {children}
    </Menu>
  );
}
