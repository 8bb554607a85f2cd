import type { Translated } from '../../../app/shared/messages/message.ts';
import type { common as en } from '../en/common.ts';

export const common: Translated<typeof en> = {
  'common.close': 'Schließen',
  'common.copy': 'Kopieren',
  'common.copied': 'Kopiert',
  'common.copy.what': '{what} kopieren',
  'common.copied.what': '{what} kopiert',
  'common.withShortcut': '{label} ({shortcut})',
  'common.key.ctrl': 'Strg',
  'common.key.shift': 'Umschalt',
  'common.key.enter': 'Eingabe',
  'common.time.none': 'kein Datum',
  'common.time.soon': 'gleich',
  'common.time.now': 'gerade eben',
  'common.size.b': '{value} B',
  'common.size.kb': '{value} KB',
  'common.size.mb': '{value} MB',
  'common.size.gb': '{value} GB',
  'common.duration.ms': '{value} ms',
  'common.duration.s': '{value} s',
};
