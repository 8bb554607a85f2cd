export const palette = {
  'command.run': 'Run',
  'command.focus-url': 'Edit URL',
  'command.new-resource': 'New resource',
  'command.new-connection': 'New connection',
  'command.try-practice': 'Try the practice service',
  'command.light-theme': 'Use the light theme',
  'command.dark-theme': 'Use the dark theme',
  'command.toggle-sidebar': 'Show or hide the sidebar',
  'command.toggle-console': 'Show or hide the console',
  'command.settings': 'Settings',
} as const;
