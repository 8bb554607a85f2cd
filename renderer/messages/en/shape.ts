/** The shape of a table: types and formats of columns, steps that choose rows. */
export const shape = {
  /** Values of the type yes/no. */
  'shape.yes': 'yes',
  'shape.no': 'no',
  /** Why a cell looks different, on hover. */
  'shape.hint.missing': 'Missing: this row has no such field',
  'shape.hint.null': 'null: the service sent no value',
  'shape.hint.empty': 'Empty text',
  'shape.hint.unfit.text': 'This value is not a text',
  'shape.hint.unfit.number': 'This value is not a number as the column has them',
  'shape.hint.unfit.boolean': 'This value is neither yes nor no',
  'shape.hint.unfit.date': 'This value is not a date as the column has them',
  'shape.hint.unfit.datetime': 'This value is not a date and time as the column has them',
  'shape.hint.unfit.time': 'This value is not a time of day as the column has them',
  'shape.hint.unfit.duration': 'This value is not a duration as the column has them',
} as const;
