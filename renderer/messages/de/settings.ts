import type { Translated } from '../../../app/shared/messages/message.ts';
import type { settings as en } from '../en/settings.ts';

export const settings: Translated<typeof en> = {
  'settings.title': 'Einstellungen',
  'settings.close': 'Einstellungen schließen',
  'settings.appearance': 'Darstellung',
  'settings.theme': 'Design',
  'settings.theme.system': 'System',
  'settings.theme.light': 'Hell',
  'settings.theme.dark': 'Dunkel',
  'settings.language': 'Sprache',
  'settings.language.system': 'System ({language})',
};
