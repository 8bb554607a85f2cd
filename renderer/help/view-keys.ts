import type { KeyCombination } from '../common/platform.ts';
import type { TextId } from '../messages/text.ts';

/** One line of the list: what the keys do, and each combination that does it. */
export interface ShownKeys {
  id: TextId;
  keys: readonly KeyCombination[];
}

/** Where views have keys of their own. */
type ViewGroup = 'lists' | 'table' | 'tree' | 'console' | 'dialogs';

/** The keys that a view handles itself, as its code does: they are no commands. */
export const viewKeys: Record<ViewGroup, readonly ShownKeys[]> = {
  // sidebar/sidebar-list.tsx, sidebar-row.tsx
  lists: [
    { id: 'help.keys.lists.row', keys: [{ key: '↑' }, { key: '↓' }] },
    { id: 'help.keys.lists.page', keys: [{ key: 'PageUp' }, { key: 'PageDown' }] },
    { id: 'help.keys.lists.end', keys: [{ key: 'Home' }, { key: 'End' }] },
    {
      id: 'help.keys.lists.move',
      keys: [
        { alt: true, key: '↑' },
        { alt: true, key: '↓' },
      ],
    },
    { id: 'help.keys.lists.rename', keys: [{ key: 'F2' }] },
  ],
  // preview/table/data-table.tsx, selection.ts, move-cell.ts, preview.tsx
  table: [
    { id: 'help.keys.table.cell', keys: [{ key: '↑ ↓ ← →' }] },
    { id: 'help.keys.table.edge', keys: [{ main: true, key: '↑ ↓ ← →' }] },
    { id: 'help.keys.table.page', keys: [{ key: 'PageUp' }, { key: 'PageDown' }] },
    { id: 'help.keys.table.column', keys: [{ key: 'Home' }, { key: 'End' }] },
    {
      id: 'help.keys.table.corner',
      keys: [
        { main: true, key: 'Home' },
        { main: true, key: 'End' },
      ],
    },
    { id: 'help.keys.table.range', keys: [{ shift: true, key: '↑ ↓ ← →' }] },
    { id: 'help.keys.table.all', keys: [{ main: true, key: 'A' }] },
    {
      id: 'help.keys.table.whole',
      keys: [
        { main: true, key: 'Space' },
        { shift: true, key: 'Space' },
      ],
    },
    { id: 'help.keys.table.value', keys: [{ key: 'Enter' }, { key: 'Space' }] },
    { id: 'help.keys.table.copy', keys: [{ main: true, key: 'C' }] },
    { id: 'help.keys.table.header', keys: [{ main: true, shift: true, key: 'C' }] },
    { id: 'help.keys.table.menu', keys: [{ shift: true, key: 'F10' }] },
    { id: 'help.keys.table.find', keys: [{ main: true, key: 'F' }] },
    {
      id: 'help.keys.table.match',
      keys: [{ key: 'F3' }, { shift: true, key: 'F3' }],
    },
    { id: 'help.keys.table.columnMenu', keys: [{ alt: true, key: '↓' }] },
    { id: 'help.keys.table.undo', keys: [{ main: true, key: 'Z' }] },
    { id: 'help.keys.table.width', keys: [{ alt: true, key: '← →' }] },
    { id: 'help.keys.table.close', keys: [{ key: 'Escape' }] },
  ],
  // preview/tree/tree-view.tsx, tree-model.ts
  tree: [
    { id: 'help.keys.tree.line', keys: [{ key: '↑' }, { key: '↓' }] },
    { id: 'help.keys.tree.open', keys: [{ key: '→' }, { key: '←' }] },
    { id: 'help.keys.tree.value', keys: [{ key: 'Enter' }, { key: 'Space' }] },
    { id: 'help.keys.tree.below', keys: [{ shift: true, key: '→' }] },
    { id: 'help.keys.tree.find', keys: [{ main: true, key: 'F' }] },
    { id: 'help.keys.tree.table', keys: [{ shift: true, key: 'Enter' }] },
    { id: 'help.keys.tree.copy', keys: [{ main: true, key: 'C' }] },
  ],
  // console/console-panel.tsx, exchange-list.tsx, exchange-detail.tsx, console-bar.tsx
  console: [
    { id: 'help.keys.console.row', keys: [{ key: '↑' }, { key: '↓' }] },
    { id: 'help.keys.console.detail', keys: [{ key: 'Enter' }, { key: '→' }] },
    { id: 'help.keys.console.list', keys: [{ key: '↓' }] },
    { id: 'help.keys.console.close', keys: [{ key: 'Escape' }] },
  ],
  // connection/connection-form.tsx, common/use-roving.ts, sidebar/resizer.tsx, shell/console-dock.tsx
  dialogs: [
    { id: 'help.keys.dialogs.close', keys: [{ key: 'Escape' }] },
    { id: 'help.keys.dialogs.request', keys: [{ main: true, key: 'Enter' }] },
    { id: 'help.keys.dialogs.tab', keys: [{ key: '←' }, { key: '→' }] },
    { id: 'help.keys.dialogs.size', keys: [{ key: '↑ ↓ ← →' }] },
  ],
};
