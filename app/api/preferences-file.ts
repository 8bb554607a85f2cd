import { z } from 'zod';
import { openSettings, type Settings, type SettingsFolder } from '../settings/settings.ts';
import { type Preferences, preferencesSchema } from '../shared/contract/app.ts';
import { initialExportChoices } from '../shared/export/export.ts';
import { message } from '../shared/messages/message.ts';

export const initialPreferences: Preferences = {
  theme: 'system',
  language: 'system',
  sidebarWidth: 260,
  consoleHeight: 300,
  loginTimeoutSeconds: 300,
  requestTimeoutSeconds: 60,
  maximumBodyMebibytes: 64,
  notifiesOfRuns: true,
  keepsRunning: false,
  copiesHeader: false,
  recentPresets: [],
  copyTarget: 'curl',
  exportChoices: initialExportChoices,
};

/** `preferences.json`. Version 0 was the bare object. */
export const openPreferences = (where: SettingsFolder): Settings<Preferences> =>
  openSettings<Preferences>({
    ...where,
    name: 'preferences',
    title: message('files.of.preferences'),
    version: 1,
    migrations: [(content) => ({ preferences: content })],
    initial: initialPreferences,
    readContent: (content) => {
      // Read each preference by itself: one bad value must not reset the others.
      const stored = z.record(z.string(), z.unknown()).parse(content.preferences);
      const preferences = { ...initialPreferences };
      let lost = 0;
      for (const key of Object.keys(preferencesSchema.shape)) {
        if (!(key in stored)) continue;
        const read = preferencesSchema.partial().safeParse({ [key]: stored[key] });
        if (read.success) Object.assign(preferences, read.data);
        else lost += 1;
      }
      return { content: preferences, lost };
    },
    writeContent: (preferences) => ({ preferences }),
  });

/** Changes the given preferences, keeps the others, and returns all. Throws what `Settings.save` throws. */
export function changePreferences(changed: Changed, preferences: Settings<Preferences>): Preferences {
  const given = Object.entries(changed).filter(([, value]) => value !== undefined);
  preferences.save({ ...preferences.read(), ...Object.fromEntries(given) });
  return preferences.read();
}

type Changed = { [Name in keyof Preferences]?: Preferences[Name] | undefined };
