/** Paths to the rows of a table: JSON Pointer and JSONPath. `at` counts characters from 1. */
export const paths = {
  'paths.fault.quote': 'The quotation mark before character {at, number} is not closed. Add the second one.',
  'paths.fault.bracket': 'A bracket is not closed. Add “]” or “)” at character {at, number}.',
  'paths.fault.function':
    'There is no function “{name}” (character {at, number}). Use length, count, match, search or value.',
  'paths.fault.use':
    'This cannot be compared like that (character {at, number}). Compare single values and the results of length, count and value; match and search stand alone.',
  'paths.fault.index': 'The index at character {at, number} is too large.',
  'paths.fault.number': 'The number at character {at, number} starts with a zero. Write it without.',
  'paths.fault.equals': 'At character {at, number}, write “==” to compare, and match(@.name, "…") for a pattern.',
  'paths.fault.and': 'At character {at, number}, write “&&”, “||” or “!” instead of a word.',
  'paths.fault.length': 'Count from the end with a negative index: [-1] is the last one (character {at, number}).',
  'paths.fault.end': 'The path ends too early. Continue at character {at, number}, or delete the last character.',
  'paths.fault.name':
    "The name at character {at, number} has special characters. Write it in brackets, such as [''@id''].",
  'paths.fault.character':
    "“{found}” does not fit at character {at, number}. Names follow a dot or stand in brackets: $.orders[*][''unit price''].",
  'paths.fault.start': 'A path starts with “/” (JSON Pointer) or “$” (JSONPath). Empty means the whole response.',
  'paths.fault.tilde': 'In a JSON Pointer, write “~0” for “~” and “~1” for “/” (character {at, number}).',
  'paths.fault.tooNested': 'The response or the filter is nested too deeply for this path. Name more of the way.',
  'paths.fault.tooMany': 'The path selects more than {count, number} values. Name more of the way.',
  'paths.fault.tooLarge':
    'A filter cannot read values above {megabytes, number} MB. Select the list without “$” in the filter, and filter the rows.',
  'paths.fault.slow': 'The path took longer than 15 s. Name more of the way, or filter the rows.',
  'paths.fault.none': 'The response has nothing at this path.',
  'paths.fault.noTable': 'The value at this path is not a list or object.',
  'paths.note': 'The path of this resource cannot be followed, so the first list is shown. {reason}',
} as const;
