import type { Translated } from '../../../app/shared/messages/message.ts';
import type { secrets as en } from '../en/secrets.ts';

export const secrets: Translated<typeof en> = {
  'secrets.offer.keep': 'Geheim halten',
  'secrets.offer.open': 'Kein Geheimnis',
  'secrets.stored': '••••••••  gespeichert',
  'secrets.replace': 'Ersetzen',
  'secrets.replace.named': '{label} ersetzen',
  'secrets.keepStored': 'Gespeichertes behalten',
  'secrets.show': '{seconds, plural, one {# Sekunde} other {# Sekunden}} lang anzeigen',
  'secrets.show.named': '{label} anzeigen',
  'secrets.hide': 'Ausblenden',
  'secrets.hide.named': '{label} ausblenden',
};
