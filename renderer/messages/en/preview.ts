/** The data of a response: as a table, as a tree, as text. */
export const preview = {
  'preview.views': 'How to show the response',
  'preview.view.table': 'Table',
  'preview.view.tree': 'Tree',
  /** The text of the response, as it was sent. */
  'preview.view.raw': 'Raw',
  'preview.runAgain': 'Run again',
  'preview.export': 'Export the table…',
  'preview.save': 'Save as file',
  'preview.saved': 'Saved as {path}',
  'preview.rowCount': '{count, plural, one {# row} other {# rows}}',
  /** More rows arrive. */
  'preview.rowCount.soFar': '{count, plural, one {# row} other {# rows}} so far',
  'preview.rowCount.page': '{count, number} of {total, plural, one {# row} other {# rows}}',
  'preview.empty.title': 'The response is empty',
  /** {status} of HTTP, such as 204 No Content. */
  'preview.empty.text': 'The service responded with {status} and no data.',
  'preview.tooLarge.title': 'Too large to show here',
  /** {size} and {limit} with their units. */
  'preview.tooLarge.text':
    'The response has {size}; Tokenboard shows up to {limit}. A temporary file keeps the response until the next run.',
  /** Where the response does not match its format. */
  'preview.fault.line': 'Line {line, number}',
  'preview.fault.column': 'Line {line, number}, column {column, number}',
  'preview.noList.title': 'No list in this response',
  'preview.noList.object': 'A table shows a list; this response is one object.',
  'preview.noList.value': 'A table shows a list; this response is a single value.',
  'preview.noList.oneRow': 'Show it as one row',
  'preview.noList.fields': 'Show its fields as rows',
  'preview.noList.tree': 'Show the tree',
  'preview.noList.raw': 'Show the text',
  'preview.emptyList.title': 'The list is empty',
  'preview.emptyList.whole': 'The service sent a list without rows.',
  /** {path} leads to a list in the response, such as data.items. */
  'preview.emptyList.part': '{path} has no rows.',
  'preview.emptyList.csv': 'The first line contains the column names, and no line follows.',
  /** The response itself is the list. */
  'preview.path.whole': 'whole response',
  'preview.path.oneRow': '{path}, as one row',
  'preview.path.chosen': 'List shown as the table: {path}',
  /** The name of the table, read by screen readers. */
  'preview.grid': '{path}, {count, plural, one {# row} other {# rows}}',
  /** In place of a name that is empty: quotes without a text. */
  'preview.unnamed': '“”',
  /** The row has no value in this column. */
  'preview.missing': 'missing',
  'preview.treeLabel': 'Response as a tree',
  'preview.asTable': 'Show as table',
  /** Of a JSON array. */
  'preview.items': '{count, plural, one {# item} other {# items}}',
  /** Of a JSON object. */
  'preview.fields': '{count, plural, one {# field} other {# fields}}',
  'preview.valueOf': 'Value of {name}',
  'preview.wholeValue': 'The whole value',
  /** The value is too long to show. Copy is the button below. */
  'preview.more': '… {count, plural, one {# more character} other {# more characters}}. Use Copy for the whole value.',
  /** The type of a value. */
  'preview.kind.missing': 'missing',
  'preview.kind.null': 'null',
  'preview.kind.boolean': 'boolean',
  'preview.kind.number': 'number',
  'preview.kind.string': 'text',
  'preview.characters': 'text, {count, plural, one {# character} other {# characters}}',
  'preview.raw': 'Raw text',
  'preview.raw.lines': 'Raw text, {count, plural, one {# line} other {# lines}}',
  /** A button: puts the values of the text on lines of their own. */
  'preview.raw.indent': 'Indent',
  'preview.raw.asSent': 'Show as sent',
  'preview.raw.tooLong': 'Too long to indent',
  'preview.find.goToLine': 'Go to line',
  'preview.find.go': 'go',
  'preview.fold': 'Fold line',
  'preview.fold.open': 'Unfold line',
  /** In place of lines that are folded. */
  'preview.fold.folded': 'folded code',
  'preview.fold.unfold': 'unfold',
  /** Read by screen readers: “Folded lines 3 to 7.” */
  'preview.fold.foldedLines': 'Folded lines',
  'preview.fold.unfoldedLines': 'Unfolded lines',
  'preview.fold.to': 'to',
  'preview.reading': 'How the response is read',
  /** Of a CSV. */
  'preview.firstRow': 'First row',
  'preview.firstRow.hint': 'Column names or data. Choose one if the automatic choice is wrong.',
  'preview.firstRow.auto': 'Automatic',
  'preview.firstRow.names': 'Column names',
  'preview.firstRow.data': 'Data',
  'preview.encoding': 'Encoding',
  'preview.encoding.hint': 'Choose another one if letters such as ä or é look wrong.',
  'preview.encoding.auto': 'Automatic',
  'preview.encoding.utf-8': 'UTF-8',
  'preview.encoding.utf-16le': 'UTF-16, little endian',
  'preview.encoding.utf-16be': 'UTF-16, big endian',
  'preview.encoding.windows-1252': 'Western European (Windows-1252)',
  'preview.encoding.iso-8859-15': 'Western European (ISO 8859-15)',
  'preview.encoding.windows-1250': 'Central European (Windows-1250)',
  'preview.encoding.iso-8859-2': 'Central European (ISO 8859-2)',
  'preview.encoding.windows-1251': 'Cyrillic (Windows-1251)',
  'preview.encoding.koi8-r': 'Cyrillic (KOI8-R)',
  'preview.encoding.windows-1253': 'Greek (Windows-1253)',
  'preview.encoding.windows-1254': 'Turkish (Windows-1254)',
  'preview.encoding.windows-1255': 'Hebrew (Windows-1255)',
  'preview.encoding.windows-1256': 'Arabic (Windows-1256)',
  'preview.encoding.macintosh': 'Western European (Mac Roman)',
  'preview.encoding.shift_jis': 'Japanese (Shift JIS)',
  'preview.encoding.euc-jp': 'Japanese (EUC-JP)',
  'preview.encoding.gb18030': 'Chinese (GB 18030)',
  'preview.encoding.big5': 'Chinese (Big5)',
  'preview.encoding.euc-kr': 'Korean (EUC-KR)',
} as const;
