import { readList } from '../settings/items.ts';
import { openSettings, type Settings, type SettingsFolder } from '../settings/settings.ts';
import { message } from '../shared/messages/message.ts';
import { type Resource, resourceSchema } from '../shared/resource/resource.ts';

/** `resources.json`. Version 0 was the same list without a version. */
export const openResources = (where: SettingsFolder): Settings<readonly Resource[]> =>
  openSettings<readonly Resource[]>({
    ...where,
    name: 'resources',
    title: message('files.of.resources'),
    version: 1,
    migrations: [(content) => content],
    initial: [],
    readContent: (content) => readList(content.resources, resourceSchema),
    writeContent: (resources) => ({ resources }),
  });
