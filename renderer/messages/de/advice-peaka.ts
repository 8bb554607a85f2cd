import type { Translated } from '../../../app/shared/messages/message.ts';
import type { advicePeaka as en } from '../en/advice-peaka.ts';

export const advicePeaka: Translated<typeof en> = {
  'advice.peaka.account_invalid.title': 'Das Peaka-Konto ist nicht vollständig',
  'advice.peaka.account_invalid.meaning':
    'Prüfen Sie die Adressen und den API-Schlüssel. Die Adressen müssen mit https:// beginnen und dürfen kein ? und kein # enthalten.',
  'advice.peaka.account_not_found.title': 'Dieses Peaka-Konto gibt es nicht mehr',
  'advice.peaka.account_not_found.meaning': 'Das Konto wurde gelöscht. Wählen Sie ein anderes Konto.',
  'advice.peaka.conflict.title': 'Peaka hat so etwas schon',
  'advice.peaka.conflict.meaning':
    'Peaka hat die Anfrage abgelehnt, weil sie Vorhandenem widerspricht. Wählen Sie einen anderen Namen.',
  'advice.peaka.forbidden.title': 'Der API-Schlüssel reicht dafür nicht',
  'advice.peaka.forbidden.meaning': '{reason} Verwenden Sie einen Partnerschlüssel oder einen Schlüssel des Projekts.',
  'advice.peaka.invalid_request.title': 'Peaka hat die Werte nicht angenommen',
  'advice.peaka.invalid_request.meaning': 'Ein Wert fehlt oder ist falsch. Unten steht, was Peaka dazu sagt.',
  'advice.peaka.key_refused.title': 'Peaka hat den API-Schlüssel abgelehnt',
  'advice.peaka.key_refused.meaning':
    'Der Schlüssel ist falsch, abgeschaltet, gelöscht oder gehört zu einer anderen Zone. Kopieren Sie ihn erneut aus Peaka.',
  'advice.peaka.link_not_found.title': 'Tokenboard kennt diese Verbindung bei Peaka nicht mehr',
  'advice.peaka.link_not_found.meaning': 'Ihr Eintrag wurde hier entfernt. Die Seite des Kontos zeigt, was Peaka hat.',
  'advice.peaka.link_unfinished.title': 'Diese Verbindung bei Peaka ist nicht fertig',
  'advice.peaka.link_unfinished.meaning':
    'Das Erstellen oder die Anmeldung wurde unterbrochen. Melden Sie sich erneut an, erstellen Sie die Verbindung neu, oder löschen Sie sie bei Peaka.',
  'advice.peaka.login_failed.title': 'Die Anmeldung über Peaka ist fehlgeschlagen',
  'advice.peaka.login_failed.meaning':
    'Der Dienst hat abgelehnt, oder die Anmeldung hat zu lange gedauert. Melden Sie sich erneut an.',
  'advice.peaka.login_unconfirmed.title': 'Peaka bestätigt die Verbindung nicht',
  'advice.peaka.login_unconfirmed.meaning':
    'Peaka hat Erfolg gemeldet, aber die Verbindung ist nicht da. Melden Sie sich erneut an.',
  'advice.peaka.no_consent_url.title': 'Peaka hat keine Anmeldeseite geschickt',
  'advice.peaka.no_consent_url.meaning':
    'Dieser Typ braucht vielleicht keine Anmeldung oder andere Werte. Prüfen Sie den Typ und seine Felder.',
  'advice.peaka.no_key.title': 'Das Peaka-Konto hat keinen API-Schlüssel',
  'advice.peaka.no_key.meaning':
    'Geben Sie den Schlüssel ein. Peaka zeigt ihn unter „Developer“ oder in den Einstellungen eines Projekts.',
  'advice.peaka.no_login.title': 'Diese Anmeldung ist beendet',
  'advice.peaka.no_login.meaning': 'Die Anmeldung ist zu Ende oder wurde abgebrochen. Starten Sie sie erneut.',
  'advice.peaka.no_project.title': 'Es ist kein Projekt gewählt',
  'advice.peaka.no_project.meaning': 'Wählen Sie das Projekt des Kontos. Verbindungen gehören zu einem Projekt.',
  'advice.peaka.not_found.title': 'Das gibt es bei Peaka nicht',
  'advice.peaka.not_found.meaning': '{reason} Prüfen Sie die Basis-URL, und was bei Peaka noch da ist.',
  'advice.peaka.not_json.title': 'Die Antwort kommt nicht von Peakas API',
  'advice.peaka.not_json.meaning':
    'Ein Proxy, eine Anmeldeseite oder ein anderer Server hat geantwortet. Prüfen Sie die Basis-URL und das Netzwerk.',
  'advice.peaka.nothing_to_hand_over.title': 'Es gibt nichts zu übergeben',
  'advice.peaka.nothing_to_hand_over.meaning': 'Die Verbindung hat noch kein Token. Fordern Sie zuerst ein Token an.',
  'advice.peaka.rate_limited.title': 'Peaka begrenzt die Anfragen',
  'advice.peaka.rate_limited.meaning':
    'Es wurden zu viele Anfragen gesendet. Warten Sie, und versuchen Sie es dann erneut.',
  'advice.peaka.redirect_differs.title': 'Die Anmeldung würde zu einer anderen Adresse zurückkehren',
  'advice.peaka.redirect_differs.meaning':
    'Die Anmeldeseite nennt {actual}. Ihre App beim Dienst erwartet {expected}. Der Dienst würde die Anmeldung ablehnen.',
  'advice.peaka.redirected.title': 'Die Basis-URL zeigt woanders hin',
  'advice.peaka.redirected.meaning':
    'Der Server leitet zu {host} weiter. Der API-Schlüssel wurde nicht dorthin gesendet. Prüfen Sie die Basis-URL.',
  'advice.peaka.refused.title': 'Peaka hat die Anfrage abgelehnt',
  'advice.peaka.refused.meaning': 'Peaka hat mit Status {status} geantwortet. Unten steht, was Peaka dazu sagt.',
  'advice.peaka.renews_there.title': 'Peaka erneuert diese Autorisierung',
  'advice.peaka.renews_there.meaning':
    'Die Token wurden übergeben, deshalb erneuert Tokenboard sie nicht. Melden Sie sich erneut an, um die Verbindung hier zu nutzen.',
  'advice.peaka.result_unknown.title': 'Es ist unklar, ob Peaka dies erhalten hat',
  'advice.peaka.result_unknown.meaning':
    'Die Antwort ging verloren. Sehen Sie in der Liste der Verbindungen nach, bevor Sie sie erneut anlegen.',
  'advice.peaka.server_error.title': 'Peaka hat ein Problem',
  'advice.peaka.server_error.meaning': 'Peaka hat mit Status {status} geantwortet. Versuchen Sie es später erneut.',
  'advice.peaka.service_refused.title': 'Der Dienst hat die Anmeldung abgelehnt',
  'advice.peaka.service_refused.meaning': 'Unten steht, was der Dienst dazu sagt. An Peaka wurde nichts weitergegeben.',
  'advice.peaka.unexpected_response.title': 'Peakas Antwort wird nicht verstanden',
  'advice.peaka.unexpected_response.meaning':
    'Ein notwendiger Teil fehlt. Vielleicht hat Peaka seine API geändert. Die Konsole zeigt die Antwort.',
  'advice.peaka.values_missing.title': 'Es fehlen Werte',
  'advice.peaka.values_missing.meaning': 'Peaka verlangt {fields}. Füllen Sie die Felder aus.',
  'advice.peaka.wrong_connection.title': 'Die Anmeldung gehört zu einer anderen Verbindung',
  'advice.peaka.wrong_connection.meaning':
    'Der Callback nennt eine Verbindung, die hier nicht begonnen wurde. Nichts wurde geändert. Melden Sie sich erneut an.',
};
