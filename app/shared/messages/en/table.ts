/** What the preview process says about steps. */
export const table = {
  'shape.noColumn': 'The data has no column “{column}”.',
  'shape.noValue': 'Enter a value to compare with.',
  'shape.badValue.text': '“{value}” is not text.',
  'shape.badValue.number': '“{value}” is not a number.',
  'shape.badValue.boolean': '“{value}” is neither yes nor no.',
  'shape.badValue.date': '“{value}” is not a date.',
  'shape.badValue.datetime': '“{value}” is not a date with a time.',
  'shape.badValue.time': '“{value}” is not a time of day.',
  'shape.badValue.duration': '“{value}” is not a duration.',
} as const;
