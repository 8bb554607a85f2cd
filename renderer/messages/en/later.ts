import { recipes } from '../../../app/shared/messages/en/recipes.ts';
import { adviceApp } from './advice-app.ts';
import { adviceFeeds } from './advice-feeds.ts';
import { adviceLocal } from './advice-local.ts';
import { adviceNetwork } from './advice-network.ts';
import { advicePeaka } from './advice-peaka.ts';
import { adviceProtocol } from './advice-protocol.ts';
import { advicePush } from './advice-push.ts';
import { chart } from './chart.ts';
import { connectionMore } from './connection-more.ts';
import { console } from './console.ts';
import { copyAsDialog } from './copy-as.ts';
import { diagnosis } from './diagnosis.ts';
import { exportDialog } from './export.ts';
import { feedTexts } from './feeds.ts';
import { find } from './find.ts';
import { grid } from './grid.ts';
import { help } from './help.ts';
import { pages } from './pages.ts';
import { parameters } from './parameters.ts';
import { peakaDialogs } from './peaka-dialogs.ts';
import { preview } from './preview.ts';
import { pushTexts } from './push.ts';
import { pushTools } from './push-tools.ts';
import { reload } from './reload.ts';
import { rowPath } from './row-path.ts';
import { settings } from './settings.ts';
import { shape } from './shape.ts';
import { shapeColumns } from './shape-columns.ts';
import { statistics } from './statistics.ts';
import { waiting } from './waiting.ts';

/** What only late parts show (`latePart`), and the advice of an error. Loaded after the first frame. */
export const later = {
  ...adviceApp,
  ...adviceFeeds,
  ...adviceLocal,
  ...adviceNetwork,
  ...advicePeaka,
  ...adviceProtocol,
  ...advicePush,
  ...chart,
  ...connectionMore,
  ...console,
  ...copyAsDialog,
  ...diagnosis,
  ...exportDialog,
  ...feedTexts,
  ...find,
  ...grid,
  ...help,
  ...parameters,
  ...pages,
  ...peakaDialogs,
  ...preview,
  ...pushTexts,
  ...pushTools,
  ...rowPath,
  ...recipes,
  ...reload,
  ...settings,
  ...shape,
  ...shapeColumns,
  ...statistics,
  ...waiting,
};
