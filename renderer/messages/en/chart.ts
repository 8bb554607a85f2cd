/** The rows of a table as a chart. */
export const chart = {
  'preview.view.chart': 'Chart',
  'chart.choices': 'What the chart shows',
  'chart.kind': 'Kind of chart',
  'chart.kind.line': 'Line',
  'chart.kind.bar': 'Bars',
  'chart.kind.area': 'Area',
  'chart.kind.pie': 'Pie',
  /** The column whose values are the groups. */
  'chart.groups': 'By',
  'chart.period': 'Period',
  'chart.period.auto': 'Automatic',
  'chart.period.hour': 'Hour',
  'chart.period.day': 'Day',
  'chart.period.week': 'Week',
  'chart.period.month': 'Month',
  'chart.period.year': 'Year',
  /** The columns of numbers that are drawn. */
  'chart.values': 'Values',
  /** Drawn if no column of numbers is. */
  'chart.rows': 'Number of rows',
  'chart.aggregate': 'As',
  'chart.aggregate.sum': 'Sum',
  'chart.aggregate.average': 'Average',
  'chart.aggregate.count': 'Count',
  'chart.aggregate.min': 'Minimum',
  'chart.aggregate.max': 'Maximum',
  /** The name of a button: what is chosen, and its value. */
  'chart.choice': '{label}: {value}',
  'chart.save': 'Save as PNG',
  /** The groups that are drawn as one. */
  'chart.rest': '{count, plural, one {# other} other {# others}}',
  /** Read by screen readers: “Line: amount by day”. */
  'chart.title': '{kind}: {values} by {group}',
  'chart.nothing': 'There is no column to draw.',
} as const;
