/** What the app itself says about Peaka. */
export const peaka = {
  'peaka.linkNotFound': 'Tokenboard has no such connection at Peaka.',
  'peaka.valuesMissing': 'Peaka requires more values: {fields}.',
} as const;
