import { expect, it } from 'vitest';
import { changePreferences, initialPreferences } from '../../../app/api/preferences-file.ts';

it('changes the preferences that are given and keeps the others', () => {
  let stored = { ...initialPreferences, sidebarWidth: 300 };
  const settings = {
    read: () => stored,
    save: (next: typeof stored) => {
      stored = next;
    },
  };
  const changed = { ...initialPreferences, sidebarWidth: 300, theme: 'dark' };
  expect(changePreferences({ theme: 'dark', sidebarWidth: undefined }, settings)).toEqual(changed);
  expect(stored).toEqual(changed);
});
