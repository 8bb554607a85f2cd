export const exportTexts = {
  'export.excelRows': 'Excel has 1,048,576 rows and 16,384 columns at most. This table has more.',
  'export.excelBytes': 'The sheet would be larger than an Excel file can be.',
  'export.diskFull': 'The disk is full. Nothing was kept.',
  'export.noPermission': 'Tokenboard may not write into this folder.',
  'export.failed': 'The file could not be written. Nothing was kept.',
  'export.notThere': 'This export no longer exists.',
} as const;
