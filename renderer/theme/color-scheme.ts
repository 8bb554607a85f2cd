import type { MantineColorSchemeManager } from '@mantine/core';

/** Main keeps the theme, in the preferences: the page stores nothing. */
export const colorSchemes: MantineColorSchemeManager = {
  get: (defaultValue) => defaultValue,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
