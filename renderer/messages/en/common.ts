/** Words, times and sizes of every page. */
export const common = {
  'common.close': 'Close',
  /** A button. */
  'common.copy': 'Copy',
  'common.copied': 'Copied',
  /** {what} is a text such as “callback URL”. */
  'common.copy.what': 'Copy {what}',
  'common.copied.what': 'Copied {what}',
  /** {label} is what the key does: Run (Ctrl Enter). */
  'common.withShortcut': '{label} ({shortcut})',
  /** Names of keys, as they are printed on keyboards. */
  'common.key.ctrl': 'Ctrl',
  'common.key.shift': 'Shift',
  'common.key.enter': 'Enter',
  'common.key.alt': 'Alt',
  'common.key.escape': 'Esc',
  'common.key.space': 'Space',
  'common.key.home': 'Home',
  'common.key.end': 'End',
  'common.key.pageUp': 'Page Up',
  'common.key.pageDown': 'Page Down',
  /** In place of a time that no calendar has. */
  'common.time.none': 'no date',
  'common.time.soon': 'in a moment',
  'common.time.now': 'just now',
  /** Decimal units, as file managers show them. */
  'common.size.b': '{value} B',
  'common.size.kb': '{value} KB',
  'common.size.mb': '{value} MB',
  'common.size.gb': '{value} GB',
  'common.duration.ms': '{value} ms',
  'common.duration.s': '{value} s',
} as const;
