/** The search in the data of a response: in a table, a tree or a text. */
export const find = {
  'find.label': 'Find in the data',
  'find.field': 'Find',
  'find.placeholder': 'Find in all the data',
  'find.case': 'Match case',
  'find.next': 'Next match',
  'find.previous': 'Previous match',
  'find.none': 'No matches',
  'find.searching': 'Searching…',
  'find.matches': '{count, plural, one {# match} other {# matches}}',
  'find.number': '{number, number} of {count, number}',
  /** More may be found. */
  'find.number.more': '{number, number} of {count, number}+',
} as const;
