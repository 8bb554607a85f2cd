export const core = {
  /** A text that an older version stored. Do not translate. */
  verbatim: '{text}',
  'core.unexpected': 'An unexpected error occurred.',
  'calls.unknown': 'This request is unknown to Tokenboard.',
  'calls.invalid': 'Tokenboard received a value that is not valid.',
  'calls.notWeb': 'Only web addresses can be opened.',
  'calls.exportFailed': 'The file could not be written.',
  'calls.exchangeGone':
    'This request is no longer in the console: the console was cleared, or newer requests replaced it.',
  /** The name of a copy. */
  'items.copy': '{name} copy',
  'items.copy.number': '{name} copy {number}',
  /** What a file holds, for {what} below. */
  'files.of.connections': 'your connections',
  'files.of.resources': 'your resources',
  'files.of.preferences': 'your preferences',
  /** A file of the system. */
  'files.of.loginStart': 'the start at login',
  'files.of.network': 'your network settings',
  'files.of.lastRuns': 'the results of the last runs',
  'files.of.practice': 'the practice service',
  'files.of.peakaAccounts': 'your Peaka accounts',
  'files.of.peakaLinks': 'your connections at Peaka',
  'files.unwritable': 'Tokenboard could not save {what}.',
  /** A title, with the sentence for it below. */
  'files.damaged': 'The file with {what} was damaged',
  'files.damaged.kept': 'Tokenboard started without this file. The damaged file is kept as {file} in the data folder.',
  'files.damaged.look':
    'Restore {file} from a backup. Otherwise the next start keeps the damaged file under another name and begins without it.',
  'files.unreadable': 'Could not read {what}',
  /** {reason} is a code of the system: EACCES. */
  'files.unreadable.why': 'Tokenboard could not read {what} ({reason}). The file was not changed.',
  /** {reason} without such a code. */
  'files.unknownCode': 'unknown error',
  'files.partLost': 'A part of {what} could not be read',
  'files.partLost.kept':
    '{count, plural, one {# entry was} other {# entries were}} damaged and left out. The whole file is kept as {file} in the data folder.',
  'files.partLost.look':
    '{count, plural, one {# entry is} other {# entries are}} damaged. Restore {file} from a backup. Otherwise the next start leaves damaged entries out.',
  'files.newer': 'Saved by a newer version',
  'files.newer.why':
    'A newer version of Tokenboard saved {what}, so this version cannot change them. Update Tokenboard to make changes.',
  'files.preset': 'A preset could not be read',
  'files.preset.leftOut':
    '{file} is not a valid preset and was left out. Choose Custom for that service, or reinstall Tokenboard.',
} as const;
