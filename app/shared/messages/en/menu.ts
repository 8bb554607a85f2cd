/** The menu of the system. Title Case, as is usual for menus in English. */
export const menu = {
  'menu.file': 'File',
  'menu.resource': 'Resource',
  'menu.view': 'View',
  'menu.run': 'Run',
  'menu.focus-url': 'Edit URL',
  'menu.new-resource': 'New Resource',
  'menu.new-connection': 'New Connection',
  'menu.palette': 'Search or Jump To…',
  /** A pane: a part of the window, such as the sidebar. */
  'menu.next-pane': 'Next Pane',
  'menu.toggle-sidebar': 'Show or Hide Sidebar',
  'menu.toggle-console': 'Show or Hide Console',
  'menu.settings': 'Settings…',
} as const;
