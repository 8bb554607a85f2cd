import type { PushKind } from '../../shared/push/push.ts';
import type { SendRows } from './push-target.ts';
import { sendToDatabox } from './targets/databox.ts';
import { sendToGeckoboard } from './targets/geckoboard.ts';
import { sendToPeakboardBox } from './targets/peakboard-box.ts';
import { sendToPeakboardHub } from './targets/peakboard-hub.ts';
import { sendToPostgresql } from './targets/postgresql.ts';
import { sendToSmashing } from './targets/smashing.ts';
import { sendToSqlite } from './targets/sqlite.ts';
import { sendToTrmnl } from './targets/trmnl.ts';
import { sendToWebhook } from './targets/webhook.ts';

/** A kind without its way of sending does not compile. */
export const sendRows: Record<PushKind, SendRows> = {
  webhook: sendToWebhook,
  peakboard_box: sendToPeakboardBox,
  peakboard_hub: sendToPeakboardHub,
  geckoboard: sendToGeckoboard,
  databox: sendToDatabox,
  trmnl: sendToTrmnl,
  smashing: sendToSmashing,
  postgresql: sendToPostgresql,
  sqlite: sendToSqlite,
};
