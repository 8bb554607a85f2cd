/** Set by the build. Absent if the sources run directly. */
declare const TOKENBOARD_VERSION: string | undefined;

export const version: string = typeof TOKENBOARD_VERSION === 'string' ? TOKENBOARD_VERSION : '0.0.0-source';
