export const core = {
  /** A text that an older version stored. Do not translate. */
  verbatim: '{text}',
  'core.unexpected': 'An unexpected error occurred.',
} as const;
