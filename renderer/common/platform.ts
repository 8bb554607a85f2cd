/** macOS says ⌘ where the others say Ctrl. */
const isMac = /mac/i.test(navigator.platform);

/** `Ctrl K` or `⌘K` */
export const shortcut = (key: string): string => (isMac ? `⌘${key}` : `Ctrl ${key}`);

/** `Run (Ctrl Enter)`, for the tip over a button. */
export const withShortcut = (label: string, key: string): string => `${label} (${shortcut(key)})`;
