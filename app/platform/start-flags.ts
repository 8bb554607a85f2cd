/** Arguments of the app's program that are its own, not Chromium's. */

/** It starts without its window. */
export const hiddenFlag = '--hidden';
/** It runs a bundled entry, whose name follows: a process of the command line (`electron/start-own-process.ts`). */
export const processFlag = '--tokenboard-process';
