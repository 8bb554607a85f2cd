import { readList } from '../../settings/items.ts';
import { openSettings, type Settings, type SettingsFolder } from '../../settings/settings.ts';
import { message } from '../../shared/messages/message.ts';
import { type Push, pushSchema } from '../../shared/push/push.ts';

/** `push.json`: the targets. Their secrets are in the vault. */
export const openPushFile = (where: SettingsFolder): Settings<readonly Push[]> =>
  openSettings<readonly Push[]>({
    ...where,
    name: 'push',
    title: message('files.of.push'),
    version: 1,
    migrations: [(content) => content],
    initial: [],
    readContent: (content) => readList(content.targets, pushSchema),
    writeContent: (targets) => ({ targets }),
  });
