import { createNotices, type Notices } from './api/notices.ts';
import { openPreferences } from './api/preferences-file.ts';
import { openPresets, type Presets } from './presets/presets.ts';
import type { Settings, SettingsFolder } from './settings/settings.ts';
import type { OpenStore } from './settings/store.ts';
import type { EventName, EventPayload, Preferences } from './shared/contract/contract.ts';

export interface FilesOptions {
  dataFolder: string;
  openStore: OpenStore;
  presetsFolder: string;
  send<Name extends EventName>(event: Name, payload: EventPayload<Name>): void;
}

/** What is available without the keychain. */
export interface Files {
  preferences: Settings<Preferences>;
  presets: Presets;
  notices: Notices;
  folder: SettingsFolder;
}

export function openFiles({ dataFolder, openStore, presetsFolder, send }: FilesOptions): Files {
  const notices = createNotices(() => send('app.changed', {}));
  const folder: SettingsFolder = { folder: dataFolder, openStore, onNotice: notices.add, now: Date.now };
  return { notices, folder, preferences: openPreferences(folder), presets: openPresets(presetsFolder, notices.add) };
}
