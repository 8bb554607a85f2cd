import type { Views } from './views/common.ts';
import { connections, tokens } from './views/connections.ts';
import { consoleViews, fixes } from './views/console.ts';
import { help, settings } from './views/help.ts';
import { peaka } from './views/peaka.ts';
import { peakaAccounts } from './views/peaka-accounts.ts';
import { resources } from './views/resources.ts';

/** All views of the window. */
export const views: Views = {
  ...resources,
  ...connections,
  ...peaka,
  ...tokens,
  ...consoleViews,
  ...fixes,
  ...help,
  ...peakaAccounts,
  ...settings,
};
