/** What is wrong with a relative date. {typed}, {near} and {escape} come with their braces. */
export const dates = {
  'fields.date.unknown':
    '{typed} is not a date that Tokenboard knows. Known are {known}. For braces that are text write {escape}.',
  'fields.date.unknownNear': '{typed} is not a date that Tokenboard knows. Do you mean {near}? Known are {known}.',
  /** What follows “Known are”. */
  'fields.date.known': '{days}, and {start} or {end} with {periods}',
  'fields.date.unit': '“{typed}” has no known unit. Known are {units}.',
  'fields.date.far': '{typed} is more than a thousand years away.',
  'fields.date.unclosed': 'A date starts with {open} and ends with {close}. The end is missing.',
  'fields.date.character': 'The format of a date must not contain {character}.',
  'fields.date.pattern':
    '“{part}” is not part of a date format. Use unix, unixms, iso or a pattern such as yyyy-MM-dd.',
  'fields.date.capitals': '“{pattern}” means the year of the week or the day of the year. Write yyyy and dd.',
  'fields.date.place': 'A date cannot stand at this place of the URL: {typed}.',
  'fields.date.zone': 'Tokenboard does not know the time zone “{zone}”. Choose another one.',
} as const;
