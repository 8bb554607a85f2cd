/**
 * The environment of an app that is driven by its English words: English on a computer in any language. Empty counts
 * as unset (POSIX, XBD 8.2); the region's categories, such as `LC_TIME`, stay free.
 */
export const english = { LANG: 'en_US.UTF-8', LANGUAGE: 'en', LC_ALL: '', LC_MESSAGES: '' };
