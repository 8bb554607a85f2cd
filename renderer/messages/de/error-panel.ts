import type { Translated } from '../../../app/shared/messages/message.ts';
import type { errorPanel as en } from '../en/error-panel.ts';

export const errorPanel: Translated<typeof en> = {
  'errorPanel.action.try_again': 'Erneut versuchen',
  'errorPanel.action.request_token': 'Neues Token anfordern',
  'errorPanel.action.use_oauth': 'OAuth verwenden',
  'errorPanel.action.edit_connection': 'Verbindung bearbeiten',
  'errorPanel.action.edit_peaka_account': 'Peaka-Konto bearbeiten',
  'errorPanel.action.use_other_address': 'Andere Adresse verwenden',
  'errorPanel.action.edit_url': 'URL bearbeiten',
  'errorPanel.action.edit_target': 'Ziel bearbeiten',
  'errorPanel.action.show_all_fields': 'Alle Felder anzeigen',
  'errorPanel.action.switch_window': 'Anderes Fenster verwenden',
  'errorPanel.action.open_console': 'API-Konsole öffnen',
  'errorPanel.action.give_key': 'Passphrase eingeben',
  'errorPanel.action.allow_host': 'Token auch dorthin senden',
  'errorPanel.action.open_settings': 'Einstellungen öffnen',
  'errorPanel.action.open_network_settings': 'Netzwerkeinstellungen öffnen',
  'errorPanel.action.start_practice': 'Übungsdienst starten',

  'errorPanel.said': 'Der Dienst meldet',
  'errorPanel.showInConsole': 'In der Konsole anzeigen',
  'errorPanel.details': 'Details',
  'errorPanel.less': 'Weniger',
  'errorPanel.copied': 'Kopiert',
  'errorPanel.leave.title': 'Dialog verlassen?',
  'errorPanel.leave.text':
    'Die Konsole liegt hinter dem Dialog. Nicht gespeicherte Änderungen im Dialog gehen verloren.',
};
