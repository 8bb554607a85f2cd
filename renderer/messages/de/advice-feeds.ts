import type { Translated } from '../../../app/shared/messages/message.ts';
import type { adviceFeeds as en } from '../en/advice-feeds.ts';

export const adviceFeeds: Translated<typeof en> = {
  'advice.feed.cannot_listen.title': 'Der Server kann diese Adresse nicht verwenden',
  'advice.feed.cannot_listen.meaning':
    'Vielleicht ist das Netzwerk getrennt: Tokenboard versucht es alle 30 Sekunden erneut. Gibt es die Adresse nicht mehr, wählen Sie eine andere.',
  'advice.feed.certificate_expired.title': 'Das Zertifikat ist abgelaufen',
  'advice.feed.certificate_expired.meaning':
    'Leser lehnen den Server ab. Fordern Sie beim Aussteller ein neues Zertifikat an, und importieren Sie es.',
  'advice.feed.certificate_unreadable.title': 'Die Datei enthält kein lesbares Zertifikat',
  'advice.feed.certificate_unreadable.meaning':
    'Wählen Sie eine PEM-Datei. Sie beginnt mit -----BEGIN CERTIFICATE-----.',
  'advice.feed.certificate_unsuitable.title': 'Das Zertifikat eignet sich nicht für einen Server',
  'advice.feed.certificate_unsuitable.meaning':
    'Fordern Sie ein Zertifikat für TLS-Server an, mit den Namen dieses Computers.',
  'advice.feed.key_mismatch.title': 'Der Schlüssel gehört zu einem anderen Zertifikat',
  'advice.feed.key_mismatch.meaning':
    'Wählen Sie den Schlüssel, der zusammen mit der Anforderung dieses Zertifikats erstellt wurde.',
  'advice.feed.key_unreadable.title': 'Der Schlüssel ist nicht lesbar',
  'advice.feed.key_unreadable.meaning':
    'Wählen Sie einen privaten Schlüssel als PEM, und geben Sie seine Passphrase ein, falls er verschlüsselt ist.',
  'advice.feed.name_taken.title': 'Ein anderer Feed hat diesen Namen',
  'advice.feed.name_taken.meaning': 'Wählen Sie einen anderen Namen: Er ist ein Teil der Adresse des Feeds.',
  'advice.feed.no_certificate.title': 'Es wurde kein Zertifikat importiert',
  'advice.feed.no_certificate.meaning':
    'Importieren Sie ein Zertifikat mit seinem Schlüssel, oder verwenden Sie die Zertifikate von Tokenboard.',
  'advice.feed.not_found.title': 'Diesen Feed gibt es nicht mehr',
  'advice.feed.not_found.meaning': 'Der Feed wurde gelöscht. Legen Sie ihn neu an.',
  'advice.feed.not_ready.title': 'Die Zeilen sind noch nicht da',
  'advice.feed.not_ready.meaning': 'Der Dienst ist langsam. Leser erhalten die Zeilen, sobald er sie gesendet hat.',
  'advice.feed.plain_network.title': 'Andere Computer könnten die Schlüssel lesen',
  'advice.feed.plain_network.meaning':
    'Ohne Verschlüsselung kann jeder im Netzwerk Schlüssel und Daten lesen. Schalten Sie die Verschlüsselung ein, oder nehmen Sie das Risiko an.',
  'advice.feed.port_in_use.title': 'Der Port ist belegt',
  'advice.feed.port_in_use.meaning':
    'Ein anderes Programm verwendet Port {port}. Schließen Sie es, dann startet Tokenboard binnen 30 Sekunden, oder wählen Sie einen anderen Port.',
  'advice.feed.too_large.title': 'Für einen Feed sind es zu viele Zeilen',
  'advice.feed.too_large.meaning':
    'Begrenzen Sie die Zeilen der Ressource mit einem Schritt, oder blenden Sie Spalten aus.',
};
