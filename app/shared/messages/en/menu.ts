/** The menu of the system. Title Case, as is usual for menus in English. */
export const menu = {
  'menu.file': 'File',
  'menu.resource': 'Resource',
  'menu.view': 'View',
  'menu.run': 'Run',
  'menu.focus-url': 'Edit URL',
  'menu.pause-reloads': 'Pause Reloading',
  'menu.resume-reloads': 'Resume Reloading',
  'menu.new-resource': 'New Resource',
  'menu.new-connection': 'New Connection',
  'menu.new-peaka-connection': 'New Connection Through Peaka…',
  'menu.palette': 'Search or Jump To…',
  /** A pane: a part of the window, such as the sidebar. */
  'menu.next-pane': 'Next Pane',
  'menu.toggle-sidebar': 'Show or Hide Sidebar',
  'menu.toggle-console': 'Show or Hide Console',
  'menu.settings': 'Settings…',
  'menu.helpMenu': 'Help',
  'menu.help': 'User Guide',
  'menu.help-keys': 'Keyboard Shortcuts',

  /** The icon in the tray, while the window may be closed. */
  'menu.tray.open': 'Open Tokenboard',
  'menu.tray.quit': 'Quit Tokenboard',
  /** Not a command: what the app serves. */
  'menu.tray.feeds.running':
    '{count, plural, =0 {No feeds published} one {# feed published} other {# feeds published}}',
  'menu.tray.feeds.off': 'Feeds are off',
  'menu.tray.feeds.failed': 'Feeds failed to start',
  /** To the clipboard. */
  'menu.tray.copy': 'Copy {address}',

  /** Items that every app has, in the words of the system. */
  'menu.edit': 'Edit',
  'menu.window': 'Window',
  'menu.system.about': 'About Tokenboard',
  'menu.system.hide': 'Hide Tokenboard',
  /** Other apps. */
  'menu.system.hideOthers': 'Hide Others',
  /** All apps. */
  'menu.system.unhide': 'Show All',
  /** macOS, Windows and other systems name it differently. */
  'menu.system.quit.darwin': 'Quit Tokenboard',
  'menu.system.quit.win32': 'Exit',
  'menu.system.quit.linux': 'Quit',
  'menu.system.close.darwin': 'Close Window',
  /** The window. */
  'menu.system.close': 'Close',
  'menu.system.undo': 'Undo',
  'menu.system.redo': 'Redo',
  'menu.system.cut': 'Cut',
  'menu.system.copy': 'Copy',
  'menu.system.paste': 'Paste',
  'menu.system.pasteAndMatchStyle': 'Paste and Match Style',
  'menu.system.delete': 'Delete',
  'menu.system.selectAll': 'Select All',
  /** macOS: what the system replaces in the text while it is typed. */
  'menu.substitutions': 'Substitutions',
  /** Opens the system's panel for them. */
  'menu.system.showSubstitutions': 'Show Substitutions',
  'menu.system.toggleSmartQuotes': 'Smart Quotes',
  'menu.system.toggleSmartDashes': 'Smart Dashes',
  'menu.system.toggleTextReplacement': 'Text Replacement',
  /** macOS: reads the text aloud. */
  'menu.speech': 'Speech',
  'menu.system.startSpeaking': 'Start Speaking',
  'menu.system.stopSpeaking': 'Stop Speaking',
  'menu.system.resetZoom': 'Actual Size',
  'menu.system.zoomIn': 'Zoom In',
  'menu.system.zoomOut': 'Zoom Out',
  'menu.system.togglefullscreen': 'Toggle Full Screen',
  'menu.system.toggleDevTools': 'Toggle Developer Tools',
  'menu.system.minimize': 'Minimize',
  /** macOS: fits the window to its content. */
  'menu.system.zoom': 'Zoom',
  'menu.system.front': 'Bring All to Front',
} as const;
