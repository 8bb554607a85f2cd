/** The palette finds resources, connections and commands by name. */
export const palette = {
  'palette.title': 'Search or jump to',
  'palette.placeholder': 'Search or jump to…',
  'palette.search': 'Search resources, connections and actions',
  'palette.results': 'Results',
  'palette.noMatch': 'Nothing matches “{typed}”',
  'palette.group.actions': 'Actions',
  'palette.group.resources': 'Resources',
  'palette.group.connections': 'Connections',
  'palette.group.peaka': 'Peaka',
  /** {name} is an account. */
  'palette.peaka': 'Peaka: {name}',
  /** Pages of the user guide. */
  'palette.group.help': 'Help',
  'command.run': 'Run',
  'command.focus-url': 'Edit URL',
  'command.new-resource': 'New resource',
  'command.new-connection': 'New connection',
  'command.new-peaka-account': 'Add a Peaka account',
  'command.new-peaka-connection': 'New connection through Peaka',
  'command.use-in-peaka': 'Use the selected connection in Peaka',
  'command.copy-as': 'Copy the request as…',
  'command.try-practice': 'Try the practice service',
  'command.light-theme': 'Use the light theme',
  'command.dark-theme': 'Use the dark theme',
  'command.toggle-sidebar': 'Show or hide the sidebar',
  'command.toggle-console': 'Show or hide the console',
  'command.settings': 'Settings',
  'command.help': 'User guide',
  'command.help-keys': 'Keyboard shortcuts',
  /** Not in the palette, only in the list of keys. */
  'command.palette': 'Search or jump to',
  /** A pane: a part of the window, such as the sidebar. */
  'command.next-pane': 'Next pane',
  'command.previous-pane': 'Previous pane',
  'command.undo': 'Undo the last change',
} as const;
