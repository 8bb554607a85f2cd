import type { feedAnswers as en } from '../en/feed-answers.ts';
import type { Translated } from '../message.ts';

export const feedAnswers: Translated<typeof en> = {
  'feedAnswer.body': 'Eine Anfrage an einen Feed hat keinen Inhalt.',
  'feedAnswer.encoding': 'Der Feed hat keine der Codierungen, die Accept-Encoding erlaubt.',
  'feedAnswer.failed': 'Tokenboard konnte nicht antworten. Versuchen Sie es erneut.',
  'feedAnswer.guesses':
    'Von dieser Adresse kamen zu viele falsche Schlüssel. Warten Sie, und prüfen Sie dann den Schlüssel.',
  'feedAnswer.headers': 'Die Header der Anfrage sind zu lang.',
  'feedAnswer.host':
    'Der Host-Header nennt einen anderen Computer. Fügen Sie den Namen den akzeptierten Namen des Feed-Servers hinzu.',
  'feedAnswer.key':
    'Es wurde kein gültiger Schlüssel gesendet. Senden Sie ihn als „Authorization: Bearer“, als „X-Api-Key“ oder als Kennwort von Basic.',
  'feedAnswer.keyInUrl':
    'Dieser Feed akzeptiert keinen Schlüssel in der URL. Senden Sie ihn in einem Header, oder erlauben Sie Schlüssel in der URL.',
  'feedAnswer.letterCase': 'In der Adresse zählen Groß- und Kleinbuchstaben: Der Feed heißt „{name}“.',
  'feedAnswer.malformed': 'Das ist keine gültige HTTP-Anfrage.',
  'feedAnswer.method': 'Ein Feed kann nur gelesen werden: Verwenden Sie GET oder HEAD.',
  'feedAnswer.network': 'Diese Adresse ist in keinem der Netze, die Feeds lesen dürfen.',
  'feedAnswer.noHost': 'Die Anfrage braucht genau einen Host-Header.',
  'feedAnswer.notFound': 'Kein Feed hat diese Adresse. Prüfen Sie Namen und Endung.',
  'feedAnswer.off': 'Dieser Feed ist ausgeschaltet, oder seine Ressource wurde gelöscht.',
  'feedAnswer.otherFeed': 'Dieser Schlüssel öffnet keinen Feed dieses Namens.',
  'feedAnswer.slow': 'Die Anfrage kam nicht rechtzeitig an.',
  'feedAnswer.tls':
    'Der Leser hat die verschlüsselte Verbindung beendet ({reason}). Vielleicht vertraut er dem Zertifikat nicht, oder er spricht HTTP ohne Verschlüsselung.',
  'feedAnswer.waiting': 'Der Dienst hat noch nicht alle Zeilen gesendet. Versuchen Sie es in einigen Sekunden erneut.',
};
