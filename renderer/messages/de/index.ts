import { de as shared } from '../../../app/shared/messages/de/index.ts';
import type { Translated } from '../../../app/shared/messages/message.ts';
import type { en } from '../en/index.ts';
import { adviceApp } from './advice-app.ts';
import { adviceFeeds } from './advice-feeds.ts';
import { adviceLocal } from './advice-local.ts';
import { adviceNetwork } from './advice-network.ts';
import { advicePeaka } from './advice-peaka.ts';
import { adviceProtocol } from './advice-protocol.ts';
import { advicePush } from './advice-push.ts';
import { chart } from './chart.ts';
import { common } from './common.ts';
import { connection } from './connection.ts';
import { connectionMore } from './connection-more.ts';
import { connectionPage } from './connection-page.ts';
import { console } from './console.ts';
import { copyAsDialog } from './copy-as.ts';
import { diagnosis } from './diagnosis.ts';
import { errorPanel } from './error-panel.ts';
import { exportDialog } from './export.ts';
import { feedTexts } from './feeds.ts';
import { find } from './find.ts';
import { grid } from './grid.ts';
import { help } from './help.ts';
import { pages } from './pages.ts';
import { palette } from './palette.ts';
import { parameters } from './parameters.ts';
import { peaka } from './peaka.ts';
import { peakaDialogs } from './peaka-dialogs.ts';
import { preview } from './preview.ts';
import { pushTexts } from './push.ts';
import { pushTools } from './push-tools.ts';
import { reload } from './reload.ts';
import { resources } from './resources.ts';
import { rowPath } from './row-path.ts';
import { secrets } from './secrets.ts';
import { settings } from './settings.ts';
import { shape } from './shape.ts';
import { shapeColumns } from './shape-columns.ts';
import { shell } from './shell.ts';
import { statistics } from './statistics.ts';
import { waiting } from './waiting.ts';

export const de: Translated<typeof en> = {
  ...shared,
  ...adviceApp,
  ...adviceFeeds,
  ...adviceLocal,
  ...adviceNetwork,
  ...advicePeaka,
  ...adviceProtocol,
  ...advicePush,
  ...chart,
  ...common,
  ...connection,
  ...connectionMore,
  ...connectionPage,
  ...console,
  ...copyAsDialog,
  ...diagnosis,
  ...errorPanel,
  ...exportDialog,
  ...feedTexts,
  ...find,
  ...grid,
  ...help,
  ...pages,
  ...palette,
  ...parameters,
  ...peaka,
  ...peakaDialogs,
  ...preview,
  ...pushTexts,
  ...pushTools,
  ...reload,
  ...resources,
  ...secrets,
  ...rowPath,
  ...settings,
  ...shape,
  ...shapeColumns,
  ...shell,
  ...statistics,
  ...waiting,
};
