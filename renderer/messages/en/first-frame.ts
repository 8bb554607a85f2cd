import { en as shared } from '../../../app/shared/messages/en/index.ts';
import { common } from './common.ts';
import { connection } from './connection.ts';
import { connectionPage } from './connection-page.ts';
import { errorPanel } from './error-panel.ts';
import { palette } from './palette.ts';
import { peaka } from './peaka.ts';
import { resources } from './resources.ts';
import { secrets } from './secrets.ts';
import { shell } from './shell.ts';

/** What the window may show at once, with the texts that main sends. */
export const firstFrame = {
  ...shared,
  ...common,
  ...connection,
  ...connectionPage,
  ...errorPanel,
  ...palette,
  ...peaka,
  ...resources,
  ...secrets,
  ...shell,
};
