/** The groups below "More". */
export const moreSections = ['client', 'window', 'scopes', 'urls', 'response', 'api', 'parameters'] as const;
export type MoreSection = (typeof moreSections)[number];
