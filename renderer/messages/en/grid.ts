/** The table as a spreadsheet: what is selected, its menu; and the menu of the tree. */
export const grid = {
  'grid.selectAll': 'Select the table',
  /** Read by screen readers. */
  'grid.selected': '{rows, number} × {columns, number} cells selected',
  'grid.selected.columns': '{count, plural, one {column {name}} other {# columns}} selected',
  'grid.selected.rows': '{count, plural, one {# row} other {# rows}} selected',
  'grid.selected.all': 'Table selected',
  /** Of the selected cells, how many hold a number. */
  'grid.numbers': 'Numbers',
  'grid.menu': 'Cells',
  'grid.menu.row': 'Row {number, number}',
  'grid.menu.column': 'Column {name}',
  'grid.copy': 'Copy',
  'grid.copy.header': 'Copy with header',
  'grid.copy.json': 'Copy as JSON',
  /** {shortcut} is Ctrl C. */
  'grid.copy.always': '{shortcut} copies the header too',
  /** The clipboard holds 32 MiB of text at most. */
  'grid.copy.cut':
    'Copied the first {count, plural, one {# row} other {# rows}}: more do not fit into the clipboard. Save the table as a file instead.',
  'grid.copy.done': 'Copied {count, plural, one {# row} other {# rows}}',
  'grid.filter': 'Only rows with this value',
  'grid.filter.empty': 'Only rows without a value here',
  'grid.showValue': 'Show the whole value',
  'tree.copy.value': 'Copy value',
  'tree.copy.key': 'Copy name',
  'tree.copy.path': 'Copy path (JSONPath)',
  'tree.copy.pointer': 'Copy path (JSON Pointer)',
  'tree.openAll': 'Expand all below',
  'tree.openAll.cut': 'Expanded the first 2,000 entries',
} as const;
