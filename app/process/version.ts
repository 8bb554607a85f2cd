/** Written in by the build; absent where the sources run as they are. */
declare const TOKENBOARD_VERSION: string | undefined;

export const version: string = typeof TOKENBOARD_VERSION === 'string' ? TOKENBOARD_VERSION : '0.0.0-source';
