export const settings = {
  'settings.title': 'Settings',
  'settings.close': 'Close settings',
  'settings.appearance': 'Appearance',
  'settings.theme': 'Theme',
  /** As the system has it: the theme. */
  'settings.theme.system': 'System',
  'settings.theme.light': 'Light',
  'settings.theme.dark': 'Dark',
  'settings.language': 'Language',
  /** As the system has it: the language. {language} is its own name, such as Deutsch. */
  'settings.language.system': 'System ({language})',
} as const;
