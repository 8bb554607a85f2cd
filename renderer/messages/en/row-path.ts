/** The field for the path to the rows. */
export const rowPath = {
  'rowPath.field': 'Path to the rows',
  'rowPath.hint':
    'A JSON Pointer such as /orders, or a JSONPath such as $.orders[*].lines[*]. With a dot before a pointer, the object is one row. Empty: the whole response.',
  'rowPath.show': 'Show',
  'rowPath.checking': 'Checking …',
  'rowPath.suggestions': 'Paths in this response',
  'rowPath.kind.list': 'Lists',
  'rowPath.kind.keyed': 'Members of an object as rows',
  'rowPath.kind.unnested': 'Children of all rows',
  'rowPath.kind.object': 'An object as one row',
  'rowPath.parents': 'Fields of the parents too',
  'rowPath.parents.hint':
    'Adds columns of the objects that contain each row, such as order.id beside the lines of an order.',
  'rowPath.peakboard':
    'In Peakboard, a path leads to one list (its elements are the rows) or to one object (one row). Check there whether it takes this one.',
} as const;
