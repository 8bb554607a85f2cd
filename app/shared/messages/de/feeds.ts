import type { feeds as en } from '../en/feeds.ts';
import type { Translated } from '../message.ts';

export const feeds: Translated<typeof en> = {
  'files.of.feeds': 'Ihren Feeds',
  'feeds.cannotListen': 'Der Feed-Server kann an dieser Adresse nicht erreicht werden ({reason}).',
  'feeds.nameTaken': 'Ein anderer Feed heißt bereits {name}.',
  'feeds.certificate.damaged': 'Ein Zertifikat in der Datei ist beschädigt.',
  'feeds.certificate.damagedKey': 'Der private Schlüssel ist beschädigt oder von einer nicht unterstützten Art.',
  'feeds.certificate.expired': 'Das Zertifikat ist am {date} abgelaufen.',
  'feeds.certificate.keyMismatch': 'Keines der Zertifikate gehört zu diesem Schlüssel.',
  'feeds.certificate.needsPassphrase': 'Der private Schlüssel ist verschlüsselt. Geben Sie seine Passphrase ein.',
  'feeds.certificate.noCertificate': 'Die Datei enthält kein Zertifikat im PEM-Format.',
  'feeds.certificate.noKey': 'Die Datei enthält keinen privaten Schlüssel im PEM-Format.',
  'feeds.certificate.noNames': 'Das Zertifikat nennt keinen Host (Subject Alternative Name).',
  'feeds.certificate.none': 'Es wurde kein Zertifikat importiert.',
  'feeds.certificate.notForServers': 'Das Zertifikat ist nicht für Server bestimmt.',
  'feeds.certificate.notYetValid': 'Das Zertifikat ist nicht vor dem {date} gültig.',
  'feeds.certificate.refused': 'Der Schlüssel oder die Signatur des Zertifikats ist zu schwach.',
  'feeds.certificate.tooMany': 'Die Datei enthält mehr als {limit, number} Zertifikate.',
  'feeds.certificate.wrongPassphrase': 'Die Passphrase öffnet den privaten Schlüssel nicht.',
  'feeds.notFound': 'Diesen Feed gibt es nicht mehr.',
  'feeds.plainNetwork': 'Ohne Verschlüsselung könnten alle im Netz die Schlüssel lesen.',
  'feeds.portInUse': 'Ein anderes Programm verwendet Port {port}.',
};
