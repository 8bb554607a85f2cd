/** What a column of a table holds. */
export const statistics = {
  'statistics.of': 'Statistics of {name}',
  'statistics.waiting': 'Counting…',
  'statistics.count': 'Rows',
  'statistics.empty': 'Empty',
  /** Values that do not have the column's type. */
  'statistics.unfit': 'Of no type',
  /** Different values. */
  'statistics.distinct': 'Distinct',
  'statistics.min': 'Min',
  'statistics.max': 'Max',
  'statistics.sum': 'Sum',
  'statistics.mean': 'Mean',
  'statistics.median': 'Median',
  'statistics.histogram': 'How the values are spread',
  'statistics.bin': '{from} to {to}: {count, plural, one {# row} other {# rows}}',
  'statistics.top': 'Most frequent values',
  'statistics.times': '{count, plural, one {# row} other {# rows}}',
} as const;
