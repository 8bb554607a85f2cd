/** Shown before the window is open, in the system's language, and when the app must close. */
export const start = {
  /** The title of a dialog. */
  'start.failed': 'Tokenboard could not start',
  'start.mustClose': 'Tokenboard has to close',
  'start.noBrowser': 'No Chromium, Chrome or Edge was found. Install one, or name one in TOKENBOARD_BROWSER.',
  'start.browserFailed': 'The browser {path} could not be started.',
  'start.browserEnded': 'The browser ended while it was starting.',
  /** {code} is a code of the system: EACCES. */
  'start.unusable': '{path} cannot be used ({code}). Check free space and the folder’s permissions.',
  'start.folder':
    'Tokenboard cannot use the folder {folder}: {reason}. {remedy}, or set TOKENBOARD_DATA to another folder. Then start Tokenboard again.',
  'start.folder.reasonWithCode': '{reason} ({code})',
  'start.folder.full': 'the disk is full',
  'start.folder.quota': 'your disk quota is used up',
  'start.folder.full.remedy': 'Free some space',
  'start.folder.readOnly': 'it is read-only',
  'start.folder.readOnly.remedy': 'Make it writable',
  'start.folder.notAllowed': 'you are not allowed to write there',
  'start.folder.notAllowed.remedy': 'Change its permissions',
  'start.folder.obstructed': 'a file is in its place',
  'start.folder.obstructed.remedy': 'Move that file',
  'start.folder.links': 'its links form a loop',
  'start.folder.links.remedy': 'Correct the links',
  'start.folder.longPath': 'its path is too long',
  'start.folder.longPath.remedy': 'Shorten it',
  'start.folder.diskError': 'the disk reports an error',
  'start.folder.diskError.remedy': 'Check the disk',
  'start.folder.tooManyFiles': 'too many files are open',
  'start.folder.tooManyFiles.remedy': 'Close other programs',
  'start.folder.other': 'the system refuses access',
  'start.folder.other.remedy': 'Check the folder',
  'start.folderInUse':
    'Tokenboard is already running {where} with the folder {folder}. Close it there, or set TOKENBOARD_DATA to another folder. Then start Tokenboard again.',
  'start.folderInUse.here': 'on this computer (process {pid})',
  'start.folderInUse.elsewhere': 'on the computer {computer}',
  'start.folderInUse.server':
    'Tokenboard runs without a window (“tokenboard serve”, process {pid}) with the folder {folder}. End it with “tokenboard stop”, then start Tokenboard again.',
  'start.folderInUse.command':
    'A command in a terminal (process {pid}) still uses the folder {folder}. Wait for it or end it, then start Tokenboard again.',
  'start.waiting':
    'A command in a terminal (process {pid}) uses the data folder. Tokenboard opens when the command ends.',
  'start.folderLost':
    'Another computer took over the folder {folder} while this computer was unreachable. Close Tokenboard there, then start it here again.',
  'start.foreignFolder':
    '{folder} belongs to somebody else or is open to others. Remove the folder, or set TMPDIR or a shorter TOKENBOARD_DATA. Then start Tokenboard again.',
  'start.silent': 'Tokenboard is already running but does not respond. End its process, then start Tokenboard again.',
  'start.silent.process':
    'Tokenboard is already running (process {pid}) but does not respond. End that process, then start Tokenboard again.',
  'unexpected.title': 'Unexpected error',
  /** {where} is for a report: TypeError (main.js:82). */
  'unexpected.text': 'Tokenboard keeps running. If something stops responding, restart it. For a report: {where}.',
  'unexpected.atStart': 'Unexpected error: {where}.',
} as const;
