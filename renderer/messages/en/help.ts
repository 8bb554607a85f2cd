/** The help inside the app: the list of keys and the user guide. */
export const help = {
  'help.guide.title': 'User guide',
  'help.guide.pages': 'Pages of the guide',
  'help.guide.unreadable': 'This page could not be read. Start Tokenboard again.',

  'help.keys.title': 'Keyboard shortcuts',
  /** Between two keys that do the same, or two directions: “↑ or ↓”. */
  'help.keys.or': 'or',

  /** Groups of keys. */
  'help.keys.window': 'Anywhere',
  'help.keys.resources': 'Resources',
  'help.keys.lists': 'In the sidebar',
  'help.keys.table': 'In a table',
  'help.keys.tree': 'In a tree',
  'help.keys.console': 'In the console',
  'help.keys.dialogs': 'In dialogs and controls',

  'help.keys.lists.row': 'Previous or next row',
  'help.keys.lists.page': 'Previous or next page',
  'help.keys.lists.end': 'First or last row',
  'help.keys.lists.move': 'Move the row up or down',
  'help.keys.lists.rename': 'Rename',

  'help.keys.table.cell': 'To the next cell',
  'help.keys.table.edge': 'To the edge of the table',
  'help.keys.table.page': 'Previous or next page',
  'help.keys.table.column': 'First or last column',
  'help.keys.table.corner': 'First or last cell',
  'help.keys.table.range': 'Select more or fewer cells',
  'help.keys.table.all': 'Select the table',
  'help.keys.table.whole': 'Select the column or row',
  'help.keys.table.value': 'Show the whole value',
  'help.keys.table.copy': 'Copy what is selected',
  'help.keys.table.header': 'Copy with the names of the columns',
  'help.keys.table.menu': 'Open the menu of the cell',
  'help.keys.table.find': 'Find in all rows',
  'help.keys.table.match': 'Next or previous match',
  'help.keys.table.columnMenu': 'Open the menu of the column',
  'help.keys.table.undo': 'Undo the last change of rows and columns',
  'help.keys.table.width': 'Narrow or widen the column',
  'help.keys.table.close': 'Close the value',

  'help.keys.tree.line': 'Previous or next line',
  /** The right arrow opens, the left arrow closes. */
  'help.keys.tree.open': 'Open or close a branch',
  'help.keys.tree.value': 'Open a branch or show the whole value',
  'help.keys.tree.below': 'Expand all below',
  'help.keys.tree.find': 'Find in the whole tree',
  'help.keys.tree.table': 'Show a list as a table',
  'help.keys.tree.copy': 'Copy the value',

  'help.keys.console.row': 'Previous or next request',
  'help.keys.console.detail': 'Go to the details',
  'help.keys.console.list': 'Move from the filter to the list',
  'help.keys.console.close': 'Close the details, then the console',

  'help.keys.dialogs.close': 'Close the topmost dialog or menu',
  /** In the dialog of a connection. */
  'help.keys.dialogs.request': 'Request the token',
  'help.keys.dialogs.tab': 'Previous or next tab or choice',
  /** On the border of the sidebar or the console. */
  'help.keys.dialogs.size': 'Resize a pane, on its border',
} as const;
